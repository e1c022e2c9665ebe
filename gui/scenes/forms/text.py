"""The form of words that go into the prompt as they are."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    return [
        LineRow(hand, "title", translate("SceneForms", "Title, for you alone")),
        TextRow(hand, "text", translate("SceneForms", "The words"), 6),
    ]
