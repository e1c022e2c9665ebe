"""The main window: rail, pages, status bar. What happens inside of a page is the page's."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from engine.messages import Ask, Event, Notice, RaiseWindow, Reply
from engine.places import Places
from gui import geometry, tabbing
from gui.bridge import Bridge
from gui.closing import ClosingCard
from gui.context import Context
from gui.fade import fade_out
from gui.go_to.goal import KEYS_LIST, Goal
from gui.keys_card import KeysCard
from gui.notices import Notices
from gui.overlay import Overlay
from gui.page import Page
from gui.pages import PAGES
from gui.rail import ICONS, Rail
from gui.shortcuts import KEYS, Key
from gui.status.bar import StatusBar
from gui.theme.mark import window_icon
from gui.widgets.layouts import column, pane, row
from gui.widgets.popover import Popover

LIST_NEEDS = 1100  # pixels of width below which the conversation list collapses


class Window(QMainWindow):
    """Shown first as a frame; ``open`` fills it once the catalog is there."""

    painted = Signal()  # once, after the first paint

    def __init__(self, bridge: Bridge, notices: Notices, places: Places) -> None:
        super().__init__()
        self.setWindowTitle("Timbre")
        self.setWindowIcon(window_icon())
        self._bridge, self._places = bridge, places
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._left: dict[str, object] = {}  # where pages were that are to be made anew
        self._shown = ""
        self._painted = False
        self._stale = False  # pages wait to be made anew in another language
        self.rail, self.stack = Rail(), QStackedWidget()
        self.status = StatusBar(bridge)
        self._lay_out()
        self.overlay = Overlay(self.stack, notices)
        self._closing: ClosingCard | None = None
        self.rail.chosen.connect(self.go)
        self._add_shortcuts()
        bridge.event.connect(self._hear)
        bridge.unhandled.connect(notices.problem)
        geometry.restore(self, places)

    # --- pages ------------------------------------------------------------------------

    def open(self, context: Context, first: str) -> None:
        """Take the context and show the page named ``first``."""
        self._context = context
        context.news.go.connect(self.go)
        context.writer.idle.connect(self._make_pages_anew)
        self.status.start()
        self.go(first)

    def page(self, name: str) -> Page:
        """The page of this name, made when it is first asked for."""
        assert self._context is not None, "the window has not been opened"
        if name not in self._pages:
            self._pages[name] = made = PAGES[name](self._context)
            self.stack.addWidget(made)
            made.narrow(self.width() < LIST_NEEDS)
        return self._pages[name]

    def go(self, name: str, argument: object = None) -> None:
        """Show a page; nothing happens before ``open``."""
        if self._context is None:
            return
        page, before = self.page(name), self.stack.currentWidget()
        self._shown = name
        self.rail.show_chosen(name if name in ICONS else "chat")
        self.stack.setCurrentWidget(page)
        self.stack.setFocus(Qt.FocusReason.OtherFocusReason)  # not the first control by chance
        left = self._left.pop(name, None)
        page.arrive(left if argument is None else argument)
        if before is not page:
            fade_out(before)

    def current(self) -> str:
        """The name of the page on screen; empty before ``open``."""
        return self._shown

    def save(self) -> None:
        """Let every page write down what it holds."""
        for page in self._pages.values():
            page.save()
        geometry.keep(self, self._places)

    # --- events -----------------------------------------------------------------------

    def _hear(self, event: Event) -> None:
        match event:
            case RaiseWindow():
                self.come_forward()
            case Notice() if self._context is not None:
                self._context.notices.tell(event)
            case _ if self._stale:
                self._make_pages_anew()

    def come_forward(self) -> None:
        """A second start of the program shows the window that is open already."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._context is not None:
            self._stale = True
            QTimer.singleShot(0, self._make_pages_anew)
        super().changeEvent(event)

    def _make_pages_anew(self) -> None:
        """In the other language, once no reply is being written into one of them."""
        if not self._stale or self._bridge.running(Reply) or self._bridge.running(Ask):
            return
        if self._context is None or self._context.writer.is_busy():
            return  # a reply may follow what is being written down
        self._stale = False
        for name, page in self._pages.items():
            self._left[name] = page.place()
            page.save()
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.go(self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for page in self._pages.values():
            page.narrow(self.width() < LIST_NEEDS)

    # --- closing ----------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bridge.training and self._closing is None:
            event.ignore()
            self._ask_before_closing()
            return
        self.save()
        event.accept()

    def _ask_before_closing(self) -> None:
        self._closing = card = ClosingCard(self)
        card.stay.connect(self._stay)
        card.leave.connect(self.close)
        card.open_in(self)

    def _stay(self) -> None:
        if self._closing is not None:
            self._closing.deleteLater()
            self._closing = None

    # --- keys -------------------------------------------------------------------------

    def _add_shortcuts(self) -> None:
        for key in KEYS:
            shortcut = QShortcut(QKeySequence(key.keys), self)
            shortcut.activated.connect(lambda key=key: self._press(key))
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_keys)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.show_goals)

    def show_keys(self) -> KeysCard:
        card = KeysCard(self)
        card.open_in_middle()
        return card

    def show_goals(self) -> None:
        """Ctrl+K; not before ``open`` nor while closing, and a second time closes it again."""
        if self._context is None or self._closing is not None:
            return
        from gui.go_to.card import GoToCard  # noqa: PLC0415 - the first paint waits for no catalog

        open_cards = [card for card in self.findChildren(Popover) if card.isVisible()]
        for card in open_cards:
            card.close_card()  # or it would lie over the page that is gone to
        if not any(isinstance(card, GoToCard) for card in open_cards):
            made = GoToCard(self, self._context.catalog)
            made.chosen.connect(self._follow)
            made.open()

    def _follow(self, goal: Goal) -> None:
        if goal.page == KEYS_LIST:
            self.show_keys()
        else:
            self.go(goal.page, goal.argument)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt calls it
        """Tab stays in a card that lies over the window, else goes from part to part."""
        cards = [self._closing] if self._closing is not None else self.findChildren(Popover)
        parts = [card for card in cards if card.isVisible()]
        return tabbing.move(parts or [self.rail, self.stack, self.status], forward)

    def _press(self, key: Key) -> None:
        if self._context is None or (key.action == "escape" and self._escape()):
            return
        if key.page is not None and key.page != self._shown:
            self.go(key.page)
        if key.action is not None:
            self.page(self._shown).act(key.action)

    def _escape(self) -> bool:
        if self._closing is not None:
            self._stay()
            return True
        return self.overlay.close_newest()

    def _lay_out(self) -> None:
        top = row(self.rail, gap=0)
        top.addWidget(self.stack, 1)
        whole = column(gap=0)
        whole.addLayout(top, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(pane("canvas", whole))
