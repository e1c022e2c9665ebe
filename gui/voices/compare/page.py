"""Base and voices side by side: one question, one seed, two or three speakers."""

import secrets
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from engine import instructions
from engine.messages import Answer, Ask, Failed
from gui import background
from gui.chat.composer.message_edit import MessageEdit
from gui.chat.composer.send_button import SendButton
from gui.context import Context
from gui.voices.compare.asking import Asking, Turn
from gui.voices.compare.choices import Choice, choices
from gui.voices.compare.column import SpeakerColumn
from gui.widgets.buttons import icon_button, secondary
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row

MOST = 3  # columns


class ComparePage(QWidget):
    """``left`` asks for the page to go; ``show_voice`` begins with this voice and the base."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._voice: int | None = None
        self._choices: list[Choice] = []
        self._instruction = ""
        self.columns: list[SpeakerColumn] = []
        self.asking = Asking(context.bridge, self)
        self.back = icon_button("arrow-left", self.tr("Back to the voice"))
        self.title = ElidedLabel("", "title")
        self.more = secondary(self.tr("Add a speaker"), "plus").set_small()
        self.field = MessageEdit(self.tr("Question for all"))
        self.send = SendButton()
        self._row = QHBoxLayout()
        self._lay_out()
        self._connect()

    def show_voice(self, voice: int) -> None:
        """Read who can be compared with a voice, and begin afresh."""
        if voice == self._voice and self._choices:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._voice = voice
        catalog, language = self._context.catalog, self._context.settings.language

        def read() -> tuple[list[Choice], str]:
            return choices(catalog, voice), instructions.for_new_conversation(catalog, language)

        background.run(read, lambda found: self._take(voice, *found), owner=self)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop who is speaking."""
        self.asking.stop()

    def _lay_out(self) -> None:
        self._row.setSpacing(12)
        self._row.setContentsMargins(0, 0, 0, 0)
        head = row(self.back, self.title, self.more, gap=8)
        head.setStretch(1, 1)
        about = label(
            self.tr("All answer the same question with the same seed, one after another."),
            "small",
            tone=2,
            wrap=True,
        )
        asked = QFrame()
        asked.setObjectName("composer")
        asked.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.field.setPlaceholderText(self.tr("Ask all of them something"))
        self._asked = asked
        asked.setLayout(row(self.field, self.send, gap=8, margins=(8, 8, 8, 8)))
        layout = column(head, about, asked, gap=12, margins=(24, 16, 24, 16))
        layout.addLayout(self._row, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(lambda: self._add_column(0))
        self.field.sent.connect(self.ask)
        self.field.textChanged.connect(self._show_state)
        self.field.focused.connect(self._show_focus)
        self.send.clicked.connect(lambda: self.asking.stop() if self.asking.busy else self.ask())
        self.asking.begun.connect(lambda place: self.columns[place].begin())
        self.asking.said.connect(lambda place, text: self.columns[place].add(text))
        self.asking.answered.connect(self._answered)
        self.asking.failed.connect(self._failed)
        self.asking.stopped.connect(lambda place: self.columns[place].stop())
        self.asking.ended.connect(self._show_state)
        self._context.news.voices.connect(self._forget)

    def _forget(self) -> None:
        """Names, versions and voices may have changed: the next visit reads them anew."""
        self._choices = []

    def _take(self, voice: int, found: list[Choice], instruction: str) -> None:
        if voice != self._voice:
            return
        self._choices, self._instruction = found, instruction
        self.title.setText(self.tr("Compare “{name}”").format(name=found[1].name))
        self.asking.stop()
        while self.columns:
            self._drop(self.columns[-1])
        for chosen in (0, 1):
            self._add_column(chosen)

    def _add_column(self, chosen: int) -> None:
        made = SpeakerColumn(len(self.columns) + 1)
        made.offer(self._choices, chosen)
        made.removed.connect(lambda: self._drop(made))
        self.columns.append(made)
        self._row.addWidget(made, 1)
        self._show_state()

    def _drop(self, gone: SpeakerColumn) -> None:
        self.columns.remove(gone)
        self._row.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._show_state()

    def ask(self) -> None:
        """The question to all columns, in their order, under a seed drawn for it."""
        text = self.field.toPlainText().strip()
        if not text or self.asking.busy or not self.columns:
            return
        turns = self._turns(text)
        for one in self.columns:
            one.wait()
        self.asking.ask(turns)
        self._show_state()

    def _turns(self, text: str) -> list[Turn]:
        sampling = self._context.settings.sampling
        if sampling.seed is None:
            sampling = replace(sampling, seed=secrets.randbelow(2**31))
        return [
            Turn(
                place,
                Ask(
                    text,
                    self._instruction,
                    one.choice().voice,
                    one.strength.value(),
                    sampling,
                    version=one.choice().version,
                ),
            )
            for place, one in enumerate(self.columns)
        ]

    def _answered(self, place: int, answer: Answer) -> None:
        self.columns[place].finish(answer)

    def _failed(self, place: int, failed: Failed) -> None:
        self.columns[place].fail(failed)

    def _show_state(self) -> None:
        busy = self.asking.busy
        self.send.set_stops(busy)
        self.send.setEnabled(busy or bool(self.field.toPlainText().strip()))
        self.more.setEnabled(not busy and len(self.columns) < MOST and bool(self._choices))
        for one in self.columns:
            one.speaker.setEnabled(not busy)
            one.remove.setVisible(len(self.columns) > 2)  # two are needed for a comparison
            one.remove.setEnabled(not busy)

    def _show_focus(self, focused: bool) -> None:
        self._asked.setProperty("focused", "true" if focused else "false")
        self._asked.style().unpolish(self._asked)
        self._asked.style().polish(self._asked)
