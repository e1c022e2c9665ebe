"""The Voices page: cards on the left, what belongs to the chosen one on the right."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget

from engine.messages import Cancelled, Failed, Finished, Trained
from gui.context import Context
from gui.page import Action, Page
from gui.theme.tokens import px, size, theme
from gui.voices.board import Board
from gui.voices.card import Card, Key
from gui.voices.card_menu import CardMenu
from gui.voices.compare.page import ComparePage
from gui.voices.curve_store import CurveStore
from gui.voices.detail_stack import DetailStack
from gui.voices.list_pane import ListPane
from gui.voices.live_runs import LiveRuns
from gui.voices.new_notes import NewNotesWatch
from gui.voices.new_voice.draft import Unfinished
from gui.voices.new_voice.page import NewVoice
from gui.voices.new_voice.sample import SAMPLE_NOTES
from gui.voices.voice_actions import VoiceActions
from gui.widgets.layouts import column, pane

# Pixels of the window, at a text size of 100 %, below which the right pane becomes a page.
TWO_PANES = 1180
LIST_WIDTH = 528


class VoicesPage(Page):
    """``arrive`` takes a ``Key`` to select, "new", the Path of a folder to learn from, or
    what ``place`` gave."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.live = LiveRuns(context.bridge, self)
        self.doing = VoiceActions(context, self.live, self)
        self.new_notes = NewNotesWatch(context.bridge, self)
        self.board = Board(context, self.live, self.new_notes, self)
        self.list = ListPane(CurveStore(context.catalog, self))
        self.detail = DetailStack(context, self.live, self.doing)
        self.new_voice = NewVoice(context)
        self.compare = ComparePage(context)
        self._one_pane = False
        self._wanted: Key | None = None  # to be selected once its card is there
        self._open_wanted = False  # and its page to be shown, where there is room for one only
        self._lay_out()
        self._connect()
        self.board.refresh()

    # --- what the window asks ---------------------------------------------------------

    def arrive(self, argument: object) -> None:
        if isinstance(argument, Path):
            self.begin(argument)
        elif argument == "new":
            self.begin()
        elif isinstance(argument, Unfinished):
            self.new_voice.go_on(argument)
            self._whole.setCurrentWidget(self.new_voice)
        elif isinstance(argument, tuple):
            if self.is_comparing():
                self.end_comparison()
            self.select(argument)
        if self._whole.currentWidget() is self._panes:
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.refresh()
        self.new_notes.look()

    def place(self) -> object:
        unfinished = self.new_voice.unfinished() if self.is_making() else None
        return unfinished or self.list.grid.current_key()

    def save(self) -> None:
        """A draft goes on through ``place``; its notes are read anew then."""
        self.new_voice.previewing.stop()

    def act(self, action: Action) -> bool:
        if action == "new":
            self.begin()
        elif action == "search" and self._whole.currentWidget() is self._panes:
            self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif action == "escape" and self.is_making():
            self.finish()
        elif action == "escape" and self.is_comparing():
            self._stop_or_leave()
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

    def is_comparing(self) -> bool:
        return self._whole.currentWidget() is self.compare

    def begin_comparison(self, voice: int) -> None:
        """Ask the model, this voice and others the same question."""
        self._whole.setCurrentWidget(self.compare)
        self.compare.show_voice(voice)

    def _stop_or_leave(self) -> None:
        if self.compare.asking.busy:
            self.compare.leave()
        else:
            self.end_comparison()

    def end_comparison(self) -> None:
        self.compare.leave()
        self._whole.setCurrentIndex(0)
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, key: Key) -> None:
        """Choose a card, now or once it is there; in a narrow window its page is shown."""
        self._wanted, self._open_wanted = key, True
        self._take_wanted()

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
        self._whole.addWidget(self.compare)
        self.setLayout(column(self._whole, gap=0))

    def _connect(self) -> None:
        self.board.changed.connect(self._show_cards)
        self.live.changed.connect(self._advance)
        self.live.ended.connect(self._ended)
        self.doing.refused.connect(self.detail.run.trouble)
        grid = self.list.grid
        grid.chosen.connect(self._chosen)
        grid.opened.connect(self.open)
        grid.clicked.connect(self._clicked)
        grid.trash_wanted.connect(self.doing.delete)
        grid.menu_wanted.connect(self._open_menu)
        self.list.new_voice_wanted.connect(self.begin)
        self.list.folder_given.connect(self.begin)
        self.list.voice_given.connect(self.doing.exchange.bring)
        self.doing.exchange.brought.connect(lambda voice: self.select(("voice", voice)))
        self.detail.back_wanted.connect(self.show_list)
        self.detail.menu_wanted.connect(self._open_menu)
        self.detail.sample_wanted.connect(lambda: self.begin(SAMPLE_NOTES))
        self.new_voice.left.connect(self.finish)
        self.compare.left.connect(self.end_comparison)
        self.detail.compare_wanted.connect(self.begin_comparison)
        self.new_voice.started.connect(self._started)
        theme.changed.connect(self._fit)

    def _show_cards(self, cards: list[Card]) -> None:
        self.list.show_cards(cards)
        self._take_wanted()
        card = self.list.grid.current()
        if card != self.detail.card:
            self.detail.show_card(card)
        self._advance()

    def _take_wanted(self) -> None:
        grid = self.list.grid
        if self._wanted is None or grid.cards.row_of(self._wanted) < 0:
            return
        grid.select(self._wanted)
        card = grid.current()
        if self._open_wanted and self._one_pane and card is not None:
            self.open(card)
        self._wanted, self._open_wanted = None, False

    def _clicked(self, index: QModelIndex) -> None:
        """Where both panes are on screen a click only chooses."""
        if self._one_pane:
            self.open(self.list.grid.cards.card(index.row()))

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
        self.select(("run", run))
        self.board.refresh()

    def _ended(self, run: int, event: object) -> None:
        if isinstance(event, Finished) and isinstance(event.result, Trained):
            if self.list.grid.current_key() == ("run", run):
                self._wanted = ("voice", event.result.voice)
            self._context.news.voices.emit()
            self.new_notes.look(again=True)
            words = self.tr("“{name}” is trained").format(name=event.result.name)
            self._context.notices.toast(words)
        elif isinstance(event, Cancelled):
            self._context.news.voices.emit()  # its voice may be made, and only the verdict cut
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
