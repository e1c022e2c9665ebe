"""The pane on the left: conversations, the search over them, and what it finds."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QStackedWidget, QWidget

from adapters.catalog import search
from adapters.catalog.records import Conversation, Hit
from gui import background
from gui.chat.conversations.delegate import ConversationDelegate
from gui.chat.conversations.drop import ChatsDrop
from gui.chat.conversations.hits import HitsModel
from gui.chat.conversations.model import ConversationsModel
from gui.chat.conversations.search_field import SearchField
from gui.context import Context
from gui.theme.tokens import px, size
from gui.widgets.buttons import icon_button
from gui.widgets.labels import label
from gui.widgets.layouts import column, pane, row

SEARCH_AFTER_MS = 150


class List(QListView):
    """A list whose rows are painted; Delete is a signal."""

    delete = Signal(QModelIndex)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(ConversationDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.delete.emit(index)
        else:
            super().keyPressEvent(event)


class ConversationPane(QWidget):
    """``chosen``: a conversation and the message in it to show, or None."""

    chosen = Signal(int, object)
    new_wanted = Signal()
    import_wanted = Signal()
    renamed = Signal(int, str)
    delete_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("conversations")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._catalog = context.catalog
        self._shown: int | None = None
        self._following = False  # the selection is being moved by us
        self.model, self.hits = ConversationsModel(context.catalog, self), HitsModel()
        self.new = icon_button("square-pen", self.tr("New conversation"))
        self.bring = icon_button("folder-open", self.tr("Import conversations"))
        self.drop = ChatsDrop(self)
        self.search = SearchField()
        self.list, self.found = List(self.tr("Conversations")), List(self.tr("Search results"))
        self.list.setModel(self.model)
        self.found.setModel(self.hits)
        self.nothing = label("", "small", 2, wrap=True)
        self.stack = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.model.refresh()

    def show_chosen(self, conversation: int | None) -> None:
        """Mark the conversation that is on screen."""
        self._shown = conversation
        self._following = True
        place = self.model.place(conversation) if conversation is not None else None
        if place is None:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.setCurrentIndex(self.model.index(place))
        self._following = False

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_search(self) -> None:
        self.search.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename(self) -> None:
        """Edit the title of the conversation on screen in its place."""
        place = self.model.place(self._shown) if self._shown is not None else None
        if place is not None:
            self.search.clear()
            self.list.edit(self.model.index(place))

    # --- search -------------------------------------------------------------------------

    def _find(self) -> None:
        words = self.search.text()
        if not words.strip():
            self.stack.setCurrentWidget(self.list)
            return
        background.run(
            lambda: search.find(self._catalog, words),
            lambda hits: self._show_found(words, hits),
            owner=self,
        )

    def _show_found(self, words: str, hits: list[Hit]) -> None:
        if words != self.search.text():
            return  # more was typed meanwhile
        self.hits.show_hits(hits)
        self.nothing.setText(self.tr("Nothing found for “{words}”").format(words=words[:80]))
        self.stack.setCurrentWidget(self.found if hits else self._empty)

    def _go_down(self) -> None:
        shown = self.stack.currentWidget()
        if not isinstance(shown, List):
            return
        if not shown.currentIndex().isValid() and shown is self.found:
            shown.setCurrentIndex(self.hits.index(0))
        shown.setFocus(Qt.FocusReason.TabFocusReason)

    # --- choosing -----------------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        if self._following or self.model.is_changing or not index.isValid():
            return
        conversation = self.model.row(index)
        if isinstance(conversation, Conversation):
            self._shown = conversation.id
            self.chosen.emit(conversation.id, None)

    def _choose_hit(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = self.hits.row(index)
            self.chosen.emit(hit.conversation, hit.message)

    def _delete(self, index: QModelIndex) -> None:
        conversation = self.model.row(index)
        if isinstance(conversation, Conversation):
            self.delete_wanted.emit(conversation.id)

    def _open_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid() or not isinstance(self.model.row(index), Conversation):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.list.edit(index))
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self._delete(index))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self._timer.timeout.connect(self._find)
        self.search.down.connect(self._go_down)
        self.search.dropped.connect(self.clear_search)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._choose(now))
        self.found.selectionModel().currentChanged.connect(lambda now, _: self._choose_hit(now))
        self.list.delete.connect(self._delete)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.model.renamed.connect(self.renamed)
        self.model.filled.connect(lambda: self.show_chosen(self._shown))

    def _lay_out(self) -> None:
        title = label(self.tr("Conversations"), "heading")
        top = row(title, None, self.bring, self.new, margins=(16, 0, 8, 0))
        head = QWidget()
        head.setLayout(top)
        head.setFixedHeight(size("header"))
        self._empty = pane("", column(self.nothing, None, margins=(8, 14, 8, 0)))
        for widget in (self.list, self.found, self._empty):
            self.stack.addWidget(widget)
        field = row(self.search, margins=(12, 0, 12, 0))
        lists = row(self.stack, margins=(8, 8, 8, 8))
        whole = column(head, gap=0)
        whole.addLayout(field)
        whole.addLayout(lists, 1)
        self.setLayout(whole)
        self.setMinimumWidth(px(200))
