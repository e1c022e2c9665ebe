"""Tab goes through the window's parts in their order on screen.

Qt goes in the order in which widgets were made: pages are made when they are first shown,
and so would come after the status bar.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def stops(part: QWidget) -> Iterator[QWidget]:
    """What Tab can reach inside of ``part``, in Qt's own order."""
    window = part.window()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if part.isAncestorOf(widget) and _can_stop(widget):
            yield widget
        widget = widget.nextInFocusChain()


def move(parts: Sequence[QWidget], forward: bool) -> bool:
    """Give the focus to the next stop, or the one before; False where there is none."""
    order = [stop for part in parts for stop in stops(part)]
    if not order:
        return False
    here = _index(order, QApplication.focusWidget(), parts)
    if forward:
        there = (here + 1) % len(order)
    else:
        there = (here - 1) % len(order) if here >= 0 else len(order) - 1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[there].setFocus(reason)
    return True


def _index(order: list[QWidget], focused: QWidget | None, parts: Sequence[QWidget]) -> int:
    """Where the focus is; in a part but on no stop of it, just before the part's first."""
    if focused in order:
        return order.index(focused)
    for part in parts:
        if focused is not None and (focused is part or part.isAncestorOf(focused)):
            first = next(stops(part), None)
            return order.index(first) - 1 if first is not None else -1
    return -1


def _can_stop(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isEnabled() and widget.isVisible()
