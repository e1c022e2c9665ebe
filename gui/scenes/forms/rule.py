"""The form of what must, or must not, happen."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    return [
        LineRow(hand, "title", translate("SceneForms", "Rule")),
        TextRow(hand, "text", translate("SceneForms", "In full"), 3),
    ]
