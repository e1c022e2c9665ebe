"""A card on top of the window: it closes with Esc or a click elsewhere.

A child of the window and no window of its own, because rounded corners of a separate
window are black where no compositor runs.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Popover(QFrame):
    """Give it a layout, then ``open_at`` or ``open_above``. It deletes itself when closed
    and gives the focus back to where it was."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._window = parent.window()
        super().__init__(self._window)
        self.setProperty("card", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before: QWidget | None = None
        self._open = False

    def open_above(self, anchor: QWidget, gap: int = 6) -> None:
        """Over ``anchor``, left edges aligned."""
        self.adjustSize()
        self.open_at(anchor.mapTo(self._window, QPoint(0, -self.height() - gap)))

    def open_below(self, anchor: QWidget, gap: int = 4) -> None:
        """Under ``anchor``, left edges aligned."""
        self.open_at(anchor.mapTo(self._window, QPoint(0, anchor.height() + gap)))

    def open_in_middle(self) -> None:
        self.adjustSize()
        self.open_at(self._window.rect().center() - self.rect().center())

    def open_at(self, corner: QPoint) -> None:
        """Show with the top left at ``corner`` of the window, kept inside of it."""
        self.adjustSize()
        room = self._window.rect().adjusted(8, 8, -8, -8)
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self._before = QApplication.focusWidget()
        self._open = True
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def first_focus(self) -> QWidget:
        """What has the focus when it opens."""
        return self

    def close_card(self) -> None:
        """Close; safe to call twice."""
        if not self._open:
            return
        self._open = False
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        self.hide()
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget) and not _in_popup(watched):
                self.close_card()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc is also a key of the window: here it belongs to the card.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)


def _in_popup(widget: QWidget) -> bool:
    """A list of a combo box inside of the card is a window of its own."""
    return widget.window().windowType() == Qt.WindowType.Popup
