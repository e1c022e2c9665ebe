"""The composer: it grows, sends, and says who answers how strongly."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, preferences
from adapters.catalog.database import Catalog
from gui.chat.composer.composer import Composer
from gui.chat.composer.message_edit import MOST_LINES
from gui.chat.composer.strength import Strength
from gui.chat.composer.voice_picker import VoicePicker
from gui.chat.talk import LAST_VOICE
from tests.gui.chat.conftest import AddVoice, Desk


def composer(qtbot: QtBot) -> Composer:
    made = Composer()
    qtbot.addWidget(made)
    made.resize(700, 100)
    made.show()
    return made


def test_enter_sends_and_shift_enter_breaks_the_line(qtbot: QtBot) -> None:
    made = composer(qtbot)
    qtbot.keyClicks(made.field, "one")
    qtbot.keyClick(made.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(made.field, "two")
    with qtbot.waitSignal(made.sent) as sent:
        qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert sent.args == ["one\ntwo"]
    assert made.text() == "one\ntwo"  # until it is safe


def test_nothing_is_not_sent(qtbot: QtBot) -> None:
    made = composer(qtbot)
    made.set_text("  \n ")
    assert not made.send.isEnabled()
    with qtbot.assertNotEmitted(made.sent):
        qtbot.keyClick(made.field, Qt.Key.Key_Return)


def test_it_grows_to_eight_lines(qtbot: QtBot) -> None:
    made = composer(qtbot)
    one = made.field.height()
    heights = []
    for count in (2, 5, MOST_LINES, MOST_LINES + 5):
        made.set_text("\n".join(["line"] * count))
        heights.append(made.field.height())
    assert heights == sorted(heights)
    line = (heights[2] - one) / (MOST_LINES - 1)
    assert heights[0] - one == round(line)
    assert heights[2] == heights[3]
    made.set_text("")
    assert made.field.height() == one


def test_a_narrower_field_is_taller(qtbot: QtBot) -> None:
    made = composer(qtbot)
    made.set_text("Some words that fit into one line of a wide field and not of a narrow one.")
    wide = made.field.height()
    made.resize(300, 100)
    qtbot.waitUntil(lambda: made.field.height() > wide)


def test_rich_text_is_pasted_as_text(qtbot: QtBot) -> None:
    made = composer(qtbot)
    data = QMimeData()
    data.setHtml('<img src="file:///dev/zero"><b>bold</b>')
    data.setText("bold")
    made.field.insertFromMimeData(data)
    assert made.text() == "bold"


def test_strength_moves_in_steps(qtbot: QtBot) -> None:
    made = Strength()
    qtbot.addWidget(made)
    seen: list[float] = []
    made.changed.connect(seen.append)
    made.slider.setValue(83)
    assert made.value() == 0.85
    made.step(-2)
    assert made.value() == 0.75
    qtbot.mouseDClick(made.slider, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert made.value() == 1.0
    made.slider.setValue(500)
    assert made.value() == 2.0
    assert seen == [0.85, 0.75, 1.0, 2.0]
    assert made.slider.accessibleDescription() == "2.0"


def test_without_a_voice_there_is_no_strength(qtbot: QtBot, add_voice: AddVoice) -> None:
    made = composer(qtbot)
    made.show_voice(None)
    assert not made.strength.isEnabled()
    made.show_voice(add_voice("Anna"))
    assert made.strength.isEnabled()
    assert made.voice.accessibleName() == "Voice: Anna"


def picker(desk: Desk) -> VoicePicker:
    desk.wait(lambda: desk.page.window().findChildren(VoicePicker))
    return desk.page.window().findChildren(VoicePicker)[-1]


def names(made: VoicePicker) -> list[str]:
    rows = made._rows
    return [rows.row(rows.index(number)).name for number in range(rows.rowCount())]


def test_the_list_of_voices_from_the_keyboard(
    desk: Desk, catalog: Catalog, add_voice: AddVoice
) -> None:
    add_voice("Other", fingerprint="e" * 64)
    anna = add_voice("Anna")
    desk.open()
    assert desk.page.act("voice")
    made = picker(desk)
    assert names(made) == ["Anna", "Other", "No voice, the model itself"]
    other = made._rows.row(made._rows.index(1))
    assert other.reason == "for Other-1B"
    assert not made._rows.index(1).flags() & Qt.ItemFlag.ItemIsEnabled
    assert QApplication.focusWidget() is made.list
    made.list.setCurrentIndex(made._rows.index(0))
    desk.qtbot.keyClick(made.list, Qt.Key.Key_Return)
    desk.page.save()
    desk.rest()
    assert desk.page.composer.voice.voice_name() == "Anna"
    now = desk.page.talk.conversation_id()
    assert now is not None
    assert conversations.get(catalog, now).voice == anna.id
    assert preferences.get(catalog, LAST_VOICE)["voice"] == anna.id


def test_a_voice_for_another_model_cannot_be_chosen(desk: Desk, add_voice: AddVoice) -> None:
    add_voice("Other", fingerprint="e" * 64)
    desk.open()
    desk.page.act("voice")
    made = picker(desk)
    with desk.qtbot.assertNotEmitted(made.chosen):
        made._choose(made._rows.index(0))


def test_escape_closes_the_list(desk: Desk) -> None:
    desk.open()
    desk.page.act("voice")
    made = picker(desk)
    desk.qtbot.keyClick(made.list, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_many_voices_can_be_searched(desk: Desk, add_voice: AddVoice) -> None:
    for number in range(14):
        add_voice(f"Voice {number:02}")
    desk.open()
    desk.page.act("voice")
    made = picker(desk)
    assert made.field.isVisible()
    made.field.setText("voice 07")
    assert names(made) == ["Voice 07", "No voice, the model itself"]


def test_a_new_conversation_takes_the_last_voice(desk: Desk, add_voice: AddVoice) -> None:
    anna = add_voice("Anna")
    desk.open()
    desk.page.acts.choose_voice(anna, 0.6)
    desk.page.save()
    desk.say("Something")
    desk.page.act("new")
    desk.wait(lambda: desk.page.talk.loaded is not None and not desk.page.talk.loaded.messages)
    desk.rest()
    loaded = desk.page.talk.loaded
    assert loaded is not None
    assert loaded.voice is not None
    assert (loaded.voice.id, loaded.conversation.strength) == (anna.id, 0.6)


def test_talk_with_a_voice_from_its_card(desk: Desk, add_voice: AddVoice) -> None:
    anna = add_voice("Anna")
    desk.open()
    desk.page.arrive(anna.id)
    desk.wait(lambda: desk.page.composer.voice.voice_name() == "Anna")


def test_the_keys_change_the_strength(desk: Desk, add_voice: AddVoice) -> None:
    desk.open()
    desk.page.act("stronger")
    assert desk.page.composer.strength.value() == 1.0  # no voice, nothing to change
    desk.page.acts.choose_voice(add_voice("Anna"), 1.0)
    desk.page.act("stronger")
    desk.page.act("stronger")
    desk.page.act("weaker")
    assert desk.page.composer.strength.value() == 1.05


def test_the_send_button_is_painted_in_both_looks(qtbot: QtBot) -> None:
    made = composer(qtbot)
    made.set_text("x")
    first = made.send.grab().toImage().pixelColor(4, made.send.height() // 2)
    made.set_busy(True)
    second = made.send.grab().toImage().pixelColor(4, made.send.height() // 2)
    assert first == QColor("#2C5F56")
    assert second == QColor("#27231E")
    assert made.send.accessibleName() == "Stop"
