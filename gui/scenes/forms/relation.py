"""The form of how some roles stand to each other."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    return [
        LineRow(hand, "title", translate("SceneForms", "Between whom")),
        TextRow(hand, "text", translate("SceneForms", "How they stand to each other"), 3),
    ]
