"""The list of voices: opens above the composer, or at "Another voice"."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from adapters.catalog.records import Blend, Voice
from engine.messages import ModelChanged
from gui.chat.composer.voice_delegate import WIDTH, VoiceRowDelegate
from gui.chat.composer.voice_rows import VoiceRows
from gui.chat.speaker import Key
from gui.theme.tokens import px
from gui.widgets.buttons import ghost
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover

MOST_SHOWN = 10  # rows without scrolling
SEARCH_FROM = 12  # voices


class VoicePicker(Popover):
    """Emits ``chosen`` with a ``Voice``, a ``Blend`` or None, and closes.

    ``edit_wanted`` carries the blend to change, or None for a new one.
    """

    chosen = Signal(object)
    edit_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        speakers: Sequence[Voice | Blend],
        model: ModelChanged | None,
        now: Key,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Voices"))
        self._rows = VoiceRows(speakers, model.fingerprint if model else None, now, self)
        title = self.tr("Voices")
        if model is not None:
            title = self.tr("Voices for {model}").format(model=model.name)
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(VoiceRowDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search voices"))
        self.field.setAccessibleName(self.tr("Search voices"))
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        heading = row(label(title, "caption"), margins=(10, 0, 10, 0))
        self.new_blend = ghost(self.tr("New blend…"), "layers").set_small()
        self.edit_blend = ghost(self.tr("Edit…"), "pencil").set_small()
        self.new_blend.clicked.connect(lambda: self._edit(None))
        self.edit_blend.clicked.connect(lambda: self._edit(self._current_blend()))
        foot = row(self.new_blend, None, self.edit_blend, margins=(2, 0, 2, 0))
        self.setLayout(column(heading, self.field, self.list, foot, gap=4, margins=(4, 8, 4, 4)))
        # Not before: without a parent they would be windows of their own.
        self.field.setVisible(len(speakers) > SEARCH_FROM)
        self.new_blend.setVisible(sum(isinstance(one, Voice) for one in speakers) > 1)
        self._fit()
        self._follow_current()

    def first_focus(self) -> QWidget:
        return self.list

    def _fit(self) -> None:
        rows = [self._rows.index(n) for n in range(self._rows.rowCount())]
        shown = rows[-1:] + rows[: MOST_SHOWN - 1] if len(rows) > MOST_SHOWN else rows
        heights = [self.list.sizeHintForIndex(index).height() for index in shown]
        self.list.setFixedSize(px(WIDTH), sum(heights) + 2)
        self._start()

    def _start(self) -> None:
        index = self._rows.index(self._rows.first())
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _follow_current(self) -> None:
        """A blend can be edited while it is the row at hand, also one that cannot speak."""
        self.edit_blend.setVisible(self._current_blend() is not None)
        self.list.selectionModel().currentChanged.connect(
            lambda *_: self.edit_blend.setVisible(self._current_blend() is not None)
        )

    def _current_blend(self) -> Blend | None:
        index = self.list.currentIndex()
        speaker = self._rows.row(index).speaker if index.isValid() else None
        return speaker if isinstance(speaker, Blend) else None

    def _edit(self, blend: Blend | None) -> None:
        self.close_card()
        self.edit_wanted.emit(blend)

    def _find(self, words: str) -> None:
        self._rows.find(words)
        self._start()

    def _choose(self, index: QModelIndex) -> None:
        choice = self._rows.row(index)
        if choice.reason and isinstance(choice.speaker, Blend):
            self._edit(choice.speaker)  # it says what is missing
        elif not choice.reason:
            self.chosen.emit(choice.speaker)
            self.close_card()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
