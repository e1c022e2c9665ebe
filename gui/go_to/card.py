"""The card that Ctrl+K opens: a field, and the list of what matches."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from adapters.catalog.database import Catalog
from gui import background
from gui.chat.announce import announce
from gui.go_to import goals
from gui.go_to.field import GoToField
from gui.go_to.goal import Goal
from gui.go_to.rows import HEIGHT, GoalDelegate, GoalRole, GoalRows
from gui.theme.tokens import px
from gui.widgets.labels import label
from gui.widgets.layouts import column
from gui.widgets.popover import Popover

WIDTH, ROWS = 560, 10
MOST_LETTERS = 48  # of the words, where they are repeated: one line


class GoToCard(Popover):
    """Emits ``chosen`` with a ``Goal`` and closes. The focus stays in the field."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, catalog: Catalog) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._asked = self._answered = 0  # searches: the newest, and the one that is shown
        self._entered = False  # before the answer came
        self.setAccessibleName(self.tr("Go to anything"))
        self.rows, self.list = GoalRows(self), QListView()
        self.field = GoToField(self.tr("Go to anything"), self.list)
        self.field.setPlaceholderText(self.tr("Page, conversation, voice or model"))
        self.nothing = label("", tone=2, wrap=True)
        self._lay_out()
        self.field.textChanged.connect(self._find)
        self.field.entered.connect(self._enter)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._say(now))
        self.rows.show(goals.fixed())
        self.list.setCurrentIndex(self.rows.index(0))
        self._find()

    def first_focus(self) -> QWidget:
        return self.field

    def open(self) -> None:
        """In the upper middle of the window."""
        self._place()
        self.open_at(self.pos())

    # --- what is found ----------------------------------------------------------------

    def _find(self) -> None:
        self._asked += 1
        self._entered = False
        asked, words = self._asked, self.field.text()

        def search() -> list[Goal]:
            # One that waited while more was typed is not begun.
            return goals.find(self._catalog, words) if asked == self._asked else []

        background.run(search, lambda found: self._take(asked, found), owner=self)

    def _take(self, asked: int, found: list[Goal]) -> None:
        if asked != self._asked:
            return  # more was typed meanwhile
        self._answered = asked
        self._show(found)
        if self._entered:
            self._enter()

    def _show(self, found: list[Goal]) -> None:
        before, row = self.rows.goals, self.list.currentIndex().row()
        grown = found[: len(before)] == before  # so the choice made meanwhile stands
        self.rows.show(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        words = self.field.text().strip()
        words = words if len(words) <= MOST_LETTERS else words[:MOST_LETTERS].rstrip() + "…"
        self.nothing.setText(self.tr("Nothing matches “{words}”.").format(words=words))
        self._place()
        self.list.setCurrentIndex(self.rows.index(max(row, 0) if grown else 0))
        if not found:
            announce(self.field, self.nothing.text())

    def _say(self, index: QModelIndex) -> None:
        """The focus is in the field: a screen reader would not hear where the list stands."""
        if index.isValid():
            announce(self.field, str(index.data()))

    # --- choosing ---------------------------------------------------------------------

    def _enter(self) -> None:
        """Go to what is chosen, once the list shows what was typed."""
        self._entered = self._answered != self._asked
        if not self._entered:
            self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        goal = index.data(GoalRole)
        if goal is not None:
            self.close_card()  # first, so that the focus it gives back is not taken again
            self.chosen.emit(goal)

    # --- its place --------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """As high as its lines, up to half of the window; the top stays where it is."""
        room = self.parentWidget().size()  # type: ignore[union-attr]
        wide = min(px(WIDTH), room.width() - 48)
        most = min(ROWS, room.height() // 2 // px(HEIGHT))
        self.list.setFixedSize(wide, px(HEIGHT) * max(1, min(most, self.rows.rowCount())))
        tall = self.nothing.heightForWidth(wide) + 16
        self.nothing.setFixedSize(wide, max(px(HEIGHT), tall))
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, room.height() // 8)

    def _lay_out(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(GoalDelegate(self.list))
        self.list.setAccessibleName(self.tr("What matches"))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter)
        self.nothing.hide()
        self.setLayout(
            column(self.field, self.list, self.nothing, gap=8, margins=(12, 12, 12, 12))
        )
