"""The form of what happened before."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    return [
        LineRow(hand, "title", translate("SceneForms", "Title")),
        TextRow(hand, "text", translate("SceneForms", "What is remembered"), 4),
    ]
