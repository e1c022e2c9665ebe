"""The list of voices: opens above the composer, or at "Another voice"."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from adapters.catalog.records import Voice
from engine.messages import ModelChanged
from gui.chat.composer.voice_delegate import WIDTH, VoiceRowDelegate
from gui.chat.composer.voice_rows import VoiceRows
from gui.theme.tokens import px
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover

MOST_SHOWN = 10  # rows without scrolling
SEARCH_FROM = 12  # voices


class VoicePicker(Popover):
    """Emits ``chosen`` with a ``Voice`` or None, and closes."""

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, voices: list[Voice], model: ModelChanged | None, now: int | None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Voices"))
        self._rows = VoiceRows(voices, model, now, self)
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
        self.field.setVisible(len(voices) > SEARCH_FROM)
        heading = row(label(title, "caption"), margins=(10, 0, 10, 0))
        self.setLayout(column(heading, self.field, self.list, gap=4, margins=(4, 8, 4, 4)))
        self._fit()

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

    def _find(self, words: str) -> None:
        self._rows.find(words)
        self._start()

    def _choose(self, index: QModelIndex) -> None:
        choice = self._rows.row(index)
        if not choice.reason:
            self.chosen.emit(choice.voice)
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
