"""The Voices page: cards on the left, what belongs to the chosen one on the right."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget

from engine.messages import Failed, Finished, Trained
from gui.context import Context
from gui.page import Action, Page
from gui.theme.tokens import px, size, theme
from gui.voices.board import Board
from gui.voices.card import Card, Key
from gui.voices.card_menu import CardMenu
from gui.voices.curve_store import CurveStore
from gui.voices.detail_stack import DetailStack
from gui.voices.list_pane import ListPane
from gui.voices.live_runs import LiveRuns
from gui.voices.new_voice.page import NewVoice
from gui.voices.new_voice.sample import SAMPLE_NOTES
from gui.voices.voice_actions import VoiceActions
from gui.widgets.layouts import column, pane

# Pixels of the window, at a text size of 100 %, below which the right pane becomes a page.
TWO_PANES = 1180
LIST_WIDTH = 528


class VoicesPage(Page):
    """``arrive`` takes a ``Key`` to select, "new", or the Path of a folder to learn from."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.live = LiveRuns(context.bridge, self)
        self.doing = VoiceActions(context, self.live, self)
        self.board = Board(context, self.live, self)
        self.list = ListPane(CurveStore(context.catalog, self))
        self.detail = DetailStack(context, self.live, self.doing)
        self.new_voice = NewVoice(context)
        self._one_pane = False
        self._wanted: Key | None = None  # to be selected once its card is there
        self._lay_out()
        self._connect()
        self.board.refresh()

    # --- what the window asks ---------------------------------------------------------

    def arrive(self, argument: object) -> None:
        if isinstance(argument, Path):
            self.begin(argument)
        elif argument == "new":
            self.begin()
        elif isinstance(argument, tuple):
            self.select(argument)
        if not self.is_making():
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.refresh()

    def place(self) -> object:
        return self.list.grid.current_key()

    def act(self, action: Action) -> bool:
        if action == "new":
            self.begin()
        elif action == "search" and not self.is_making():
            self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif action == "escape" and self.is_making():
            self.finish()
        elif action == "escape" and self._one_pane:
            self.show_list()
        else:
            return False
        return True

    # --- what is shown ----------------------------------------------------------------

    def is_making(self) -> bool:
        """Whether the steps of a new voice are on screen."""
        return self._whole.currentWidget() is self.new_voice

    def begin(self, folder: Path | None = None) -> None:
        """Show the steps of a new voice, with a folder where one was given."""
        self.new_voice.begin(folder)
        self._whole.setCurrentWidget(self.new_voice)

    def finish(self) -> None:
        """Back from the steps to the voices."""
        self.new_voice.leave()
        self._whole.setCurrentIndex(0)
        self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, key: Key) -> None:
        self._wanted = key
        if self.list.grid.cards.row_of(key) >= 0:
            self.list.grid.select(key)

    def show_list(self) -> None:
        """In a narrow window: back from a voice to the cards."""
        if self._one_pane:
            self._right.hide()
            self._side.show()
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, card: Card) -> None:
        """Enter or a double click: to the pane of the card."""
        self.detail.show_card(card)
        if self._one_pane:
            self._side.hide()
            self._right.show()
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._side = pane("side", column(self.list, gap=0))
        self._side.setStyleSheet("QWidget#side { border: 0; }")  # the splitter has the line
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self._side)
        self._right = pane("canvas", column(self.detail, gap=0))
        self._panes.addWidget(self._right)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([LIST_WIDTH, 680])
        self._whole = QStackedWidget()
        self._whole.addWidget(self._panes)
        self._whole.addWidget(self.new_voice)
        self.setLayout(column(self._whole, gap=0))

    def _connect(self) -> None:
        self.board.changed.connect(self._show_cards)
        self.live.changed.connect(self._advance)
        self.live.ended.connect(self._ended)
        self.doing.refused.connect(self.detail.run.trouble)
        grid = self.list.grid
        grid.chosen.connect(self._chosen)
        grid.opened.connect(self.open)
        grid.trash_wanted.connect(self.doing.delete)
        grid.menu_wanted.connect(self._open_menu)
        self.list.new_voice_wanted.connect(self.begin)
        self.list.folder_given.connect(self.begin)
        self.detail.back_wanted.connect(self.show_list)
        self.detail.menu_wanted.connect(self._open_menu)
        self.detail.sample_wanted.connect(lambda: self.begin(SAMPLE_NOTES))
        self.new_voice.left.connect(self.finish)
        self.new_voice.started.connect(self._started)
        theme.changed.connect(self._fit)

    def _show_cards(self, cards: list[Card]) -> None:
        self.list.show_cards(cards)
        if self._wanted is not None and self.list.grid.cards.row_of(self._wanted) >= 0:
            self.list.grid.select(self._wanted)
            self._wanted = None
        card = self.list.grid.current()
        if card != self.detail.card:
            self.detail.show_card(card)
        self._advance()

    def _chosen(self, card: Card | None) -> None:
        if card is None or self.detail.card is None or card.key != self.detail.card.key:
            self.detail.show_card(card)

    def _advance(self) -> None:
        for live in self.live.all():
            if live.steps:
                self.list.grid.cards.advance(live.run, live.step, live.steps, live.seconds_left)

    def _started(self, run: int) -> None:
        """The run has its row: from the steps to its training page."""
        self.finish()
        self._wanted = ("run", run)
        self.board.refresh()

    def _ended(self, run: int, event: object) -> None:
        if isinstance(event, Finished) and isinstance(event.result, Trained):
            if self.list.grid.current_key() == ("run", run):
                self._wanted = ("voice", event.result.voice)
            self._context.news.voices.emit()
            words = self.tr("“{name}” is trained").format(name=event.result.name)
            self._context.notices.toast(words)
        elif isinstance(event, Failed) and not self.isVisible():
            self._context.notices.problem(event)

    def _open_menu(self, card: Card, point: QPoint) -> None:
        menu = CardMenu(card, self.doing, point, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        one = self.width() + size("rail") < px(TWO_PANES)
        if one == self._one_pane:
            return
        self._one_pane = one
        self.detail.show_back(one)
        self.new_voice.narrow(one)
        self._side.show()
        self._right.setVisible(not one)
