"""The form of how it feels."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    return [
        LineRow(hand, "title", translate("SceneForms", "Mood")),
        TextRow(hand, "text", translate("SceneForms", "In full"), 3),
    ]
