"""The form of what is to come of it."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    return [
        LineRow(hand, "title", translate("SceneForms", "Goal")),
        TextRow(hand, "text", translate("SceneForms", "In full"), 3),
    ]
