"""The form of somebody in the scene."""

from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import LineRow, ListRow, TextRow
from gui.scenes.forms.voice import PlayedRow, StrengthRow, VoiceRow
from gui.scenes.forms.words import translate


def rows(hand: Hand) -> list[Row]:
    one_a_line = translate("SceneForms", "One a line")
    return [
        LineRow(hand, "title", translate("SceneForms", "Name")),
        PlayedRow(hand),
        VoiceRow(hand),
        StrengthRow(hand),
        TextRow(hand, "who", translate("SceneForms", "Who they are"), 3),
        TextRow(hand, "wants", translate("SceneForms", "What they want")),
        TextRow(hand, "speaks", translate("SceneForms", "How they speak")),
        ListRow(hand, "lines", translate("SceneForms", "Example lines"), one_a_line),
        ListRow(hand, "openings", translate("SceneForms", "What they may say first"), one_a_line),
    ]
