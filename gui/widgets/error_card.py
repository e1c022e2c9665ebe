"""The card that says what went wrong, where it went wrong."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from gui.notices import Problem
from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.buttons import ghost, icon_button
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

MOST_DETAILS = 20_000  # letters: Qt lays a long line out in quadratic time


class Sign(QWidget):
    """An icon that says nothing by itself: the words beside it do."""

    def __init__(self, icon: str = "circle-alert", token: str = "bad", side: int = 18) -> None:
        super().__init__()
        self._icon, self._token, self._side = icon, token, side

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        side = px(self._side)
        x, y = (self.width() - side) / 2, (self.height() - side) / 2
        draw(QPainter(self), self._icon, colour(self._token), x, y, side)


class ErrorCard(QFrame):
    """What happened, why and what to do; ``actions`` are the ways out, the primary first.

    Emits ``closed`` when the owner has read it. Details, for a report, are behind a button.
    """

    closed = Signal()

    def __init__(
        self,
        problem: Problem,
        actions: tuple[QPushButton, ...] = (),
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "error")
        self.problem = problem
        self._times = 1
        self._count = label("", "small", tone=3)
        self._count.hide()
        self.setAccessibleName(self._spoken())
        self._details = self._make_details(problem.details)
        body = column(
            label(problem.what, "heading", wrap=True),
            label(f"{problem.why} {problem.next_step}", tone=2, wrap=True),
            self._count,
            self._details,
            gap=4,
        )
        if actions or problem.details:
            body.addSpacing(8)
            body.addLayout(self._buttons(problem, actions))
        self.setLayout(self._around(body, closable))

    def count_again(self) -> None:
        """It has happened once more, and the card says how often."""
        self._times += 1
        self._count.setText(self.tr("This has happened %n times.", "", self._times))
        self._count.show()
        self.setAccessibleName(f"{self._spoken()} {self._count.text()}")

    def _spoken(self) -> str:
        return f"{self.problem.what} {self.problem.why} {self.problem.next_step}"

    def _around(self, body: QBoxLayout, closable: bool) -> QHBoxLayout:
        top = Qt.AlignmentFlag.AlignTop
        around = row(gap=12, margins=(18, 16, 12, 16))
        around.addWidget(Sign(), 0, top)
        around.addLayout(body, 1)
        if closable:
            close = icon_button("x", self.tr("Close this message"))
            close.clicked.connect(self.closed)
            around.addWidget(close, 0, top)
        return around

    def _make_details(self, details: str) -> QPlainTextEdit:
        made = QPlainTextEdit(details[:MOST_DETAILS])
        made.setReadOnly(True)
        made.setAccessibleName(self.tr("Details"))
        made.setProperty("code", "true")
        made.setFixedHeight(px(120))
        made.hide()
        return made

    def _buttons(self, problem: Problem, actions: tuple[QPushButton, ...]) -> QHBoxLayout:
        made = row(*actions, gap=8)
        if problem.details:
            more = ghost(self.tr("Show details")).set_small()
            more.clicked.connect(lambda: self._toggle_details(more))
            made.addWidget(more)
        made.addStretch(1)
        return made

    def _toggle_details(self, button: QPushButton) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        button.setText(self.tr("Hide details") if shown else self.tr("Show details"))
