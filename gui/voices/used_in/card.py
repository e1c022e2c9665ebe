"""Where a voice has spoken: every conversation, each a click away."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from adapters.catalog import conversations, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation
from gui import background, figures
from gui.chat.conversations.delegate import GAP, PAD, ConversationDelegate
from gui.context import Context
from gui.theme.tokens import size, theme
from gui.voices.used_in.model import PAGE, SpokenIn
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

SHOWN = 4  # conversations that are seen without scrolling


@dataclass(frozen=True)
class _Use:
    voice: int
    count: int
    used: datetime | None
    newest: list[Conversation]


class UsedInCard(QFrame):
    """Hidden for a voice that has not spoken yet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = 0
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Where it spoke"))
        self.told = label("", "small", tone=2)
        self.talks = SpokenIn(context.catalog, self)
        self.list = _Talks()
        self.list.setModel(self.talks)
        self.list.setAccessibleName(self.tr("Conversations in which it spoke"))
        title = label(self.tr("Where it spoke"), "heading")
        # The rows have an edge of their own, which shows where one is under the mouse.
        head = row(title, 2, self.told, None, margins=(PAD, 0, PAD, 0))
        self.setLayout(column(head, self.list, gap=8, margins=(16 - PAD, 12, 16 - PAD, 10)))
        self.list.opened.connect(self._open)
        context.news.voices.connect(self._read)
        context.news.conversations.connect(self._read)
        theme.changed.connect(self._fit)
        self.hide()

    def show_voice(self, voice: int) -> None:
        """Read where it spoke, and show that."""
        self._wanted = voice
        self._read()

    def _read(self) -> None:
        catalog, voice = self._context.catalog, self._wanted
        if voice:
            background.run(lambda: _read(catalog, voice), self._take, owner=self)

    def _take(self, use: _Use) -> None:
        if use.voice != self._wanted:
            return  # another card was chosen while this one was read
        said = [self.tr("%n conversations", "", use.count)]
        if use.used is not None:
            said.append(self.tr("used {ago}").format(ago=figures.ago(use.used)))
        self.told.setText(" · ".join(said))
        self.talks.show_page(use.voice, use.newest)
        self._fit()
        self.setVisible(use.count > 0)

    def _fit(self) -> None:
        rows = min(SHOWN, self.talks.rowCount())
        self.list.setFixedHeight(rows * (size("row_two_line") + GAP))

    def _open(self, index: QModelIndex) -> None:
        talk = self.talks.conversation(index)
        self._context.news.go.emit("chat", ("conversation", talk.id))


class _Talks(QListView):
    """``opened`` by a click or Enter."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ConversationDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _read(catalog: Catalog, voice: int) -> _Use:
    count = conversations.count_with_voice(catalog, voice)
    newest = conversations.page(catalog, PAGE, voice=voice)
    return _Use(voice, count, voices.get(catalog, voice).last_used, newest)
