"""Toasts and problem cards over the page, put there by ``Notices``."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from gui.notices import Notices, Problem, Toast
from gui.theme.tokens import px
from gui.widgets.error_card import ErrorCard
from gui.widgets.toast import ToastFrame

GAP = 16
MOST_TOASTS = 3
MOST_PROBLEMS = 3
CARD_WIDTH = 560


class Overlay(QObject):
    """Lays toasts at the bottom left of ``page_area`` and problems at its top."""

    def __init__(self, page_area: QWidget, notices: Notices) -> None:
        super().__init__(page_area)
        self._area = page_area
        self._toasts: list[ToastFrame] = []
        self._problems: list[ErrorCard] = []
        page_area.installEventFilter(self)
        notices.toasted.connect(self.add_toast)
        notices.troubled.connect(self.add_problem)

    def toasts(self) -> list[ToastFrame]:
        return list(self._toasts)

    def problems(self) -> list[ErrorCard]:
        return list(self._problems)

    def add_toast(self, toast: Toast) -> None:
        frame = ToastFrame(toast, self._area)
        frame.gone.connect(lambda: self._remove_toast(frame))
        self._toasts.append(frame)
        if len(self._toasts) > MOST_TOASTS:
            self._toasts[0].dismiss()
        frame.show()
        self._arrange()

    def add_problem(self, problem: Problem) -> None:
        """Show it; the same again is counted on its card, and the oldest makes room."""
        card = next((card for card in self._problems if card.problem.is_like(problem)), None)
        if card is not None:
            card.count_again()
            self._problems.remove(card)
        else:
            card = self._make_problem(problem)
        self._problems.append(card)
        while len(self._problems) > MOST_PROBLEMS:
            self._problems[0].closed.emit()
        self._arrange()

    def _make_problem(self, problem: Problem) -> ErrorCard:
        card = ErrorCard(problem, parent=self._area)
        card.closed.connect(lambda: self._remove_problem(card))
        card.show()
        return card

    def close_newest(self) -> bool:
        """Esc: close the newest problem, else the newest toast; False where nothing is shown."""
        if self._problems:
            self._problems[-1].closed.emit()
            return True
        if self._toasts:
            self._toasts[-1].dismiss()
            return True
        return False

    def _remove_toast(self, frame: ToastFrame) -> None:
        self._toasts.remove(frame)
        frame.deleteLater()
        frame.hide()
        self._arrange()

    def _remove_problem(self, card: ErrorCard) -> None:
        self._problems.remove(card)
        card.deleteLater()
        card.hide()
        self._arrange()

    def _arrange(self) -> None:
        bottom = self._area.height() - GAP
        for frame in reversed(self._toasts):
            frame.adjustSize()
            bottom -= frame.height()
            frame.move(QPoint(GAP, bottom))
            frame.raise_()
            bottom -= 8
        self._arrange_problems()

    def _arrange_problems(self) -> None:
        wide = min(px(CARD_WIDTH), self._area.width() - 2 * GAP)
        top = GAP
        for card in self._problems:
            card.setFixedWidth(wide)
            card.adjustSize()
            card.move((self._area.width() - wide) // 2, top)
            card.raise_()
            top += card.height() + 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)
