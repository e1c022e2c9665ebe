"""Where the owner writes: the text, and below it the voice, its strength and Send."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from gui.chat.composer.message_edit import MessageEdit
from gui.chat.composer.send_button import SendButton
from gui.chat.composer.strength import Strength
from gui.chat.composer.voice_button import VoiceButton
from gui.chat.speaker import Speaker, colours
from gui.theme.tokens import px
from gui.widgets.layouts import column, line, row


class Composer(QFrame):
    """``sent`` leaves the text where it is: ``set_text`` takes it once it is safe.

    ``bounded`` tells, in words, what was left out of a text that was pasted or set.
    """

    sent = Signal(str)
    stopped = Signal()
    typed = Signal(str)
    bounded = Signal(str)
    voice_wanted = Signal(QWidget)  # where the list should open
    strength_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.field = MessageEdit(self.tr("Message"))
        self.voice = VoiceButton()
        self.strength = Strength()
        self.send = SendButton()
        self._divider = line(vertical=True)
        self._divider.setFixedHeight(px(20))
        below = row(self.voice, 4, self._divider, 4, self.strength, None, self.send, gap=6)
        layout = column(gap=8, margins=(8, 13, 8, 8))
        layout.addWidget(self.field)
        layout.addLayout(below)
        self.setLayout(layout)
        self._busy = False
        self._connect()
        self.set_busy(False)

    def _connect(self) -> None:
        self.field.sent.connect(self._press_send)
        self.field.textChanged.connect(self._changed)
        self.field.bounded.connect(self.bounded)
        self.field.focused.connect(self._show_focus)
        self.send.clicked.connect(
            lambda: self.stopped.emit() if self._busy else self._press_send()
        )
        self.voice.clicked.connect(lambda: self.voice_wanted.emit(self.voice))
        self.strength.changed.connect(self.strength_changed)

    def text(self) -> str:
        return self.field.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a draft; does not emit ``typed``."""
        self.field.blockSignals(True)
        words = self.field.set_text(text)
        self.field.blockSignals(False)
        self._show_sendable()
        if words:
            self.bounded.emit(words)

    def show_voice(self, speaker: Speaker) -> None:
        """Who will answer; without a voice there is no strength."""
        self.voice.show_voice(speaker.name if speaker else None, colours(speaker))
        self.strength.setEnabled(speaker is not None)

    def show_scene(self, in_scene: bool) -> None:
        """In a scene each role has its own voice, and nothing is to be chosen here."""
        for one in (self.voice, self._divider, self.strength):
            one.setHidden(in_scene)

    def set_busy(self, busy: bool) -> None:
        """Whether a reply to this conversation is being written."""
        self._busy = busy
        self.send.set_stops(busy)
        self.field.setPlaceholderText(
            self.tr("You can write the next message while this one finishes")
            if busy
            else self.tr("Write a message")
        )
        self._show_sendable()

    def _press_send(self) -> None:
        if not self._busy and self.text().strip():
            self.sent.emit(self.text())

    def _changed(self) -> None:
        self._show_sendable()
        self.typed.emit(self.text())

    def _show_sendable(self) -> None:
        self.send.setEnabled(self._busy or bool(self.text().strip()))

    def _show_focus(self, focused: bool) -> None:
        self.setProperty("focused", "true" if focused else "false")
        self.style().unpolish(self)
        self.style().polish(self)
