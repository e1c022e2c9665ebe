"""What the widgets of a thread have in common: height for a width, hover, focus, keys."""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import colour, px

COLUMN = 748  # pixels of the widest item; the text inside is 706
BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


def column_width(room: int) -> int:
    """The width of the reading column where ``room`` pixels are free."""
    return max(240, min(px(COLUMN), room - 2 * 24))


class Item(QWidget):
    """One entry on screen. ``lay_out`` gives its height; ``grown`` asks for another layout."""

    grown = Signal()
    step = Signal(int)  # Up and Down: to the message before or behind
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._hovered = self._current = self._ring = False

    def lay_out(self, width: int) -> int:
        """Place what is inside for a width in pixels; returns the height that this needs."""
        raise NotImplementedError

    def set_entry(self, entry: Any) -> None:
        """Show a newer state of the entry, or another version of it."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """What Tab reaches inside, in order."""
        return []

    def pinned(self) -> bool:
        """Whether it must stay a widget although it is out of sight."""
        focused = self.window().focusWidget() if self.window() else None
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def set_current(self, current: bool) -> None:
        """The message that Tab and the arrow keys mean."""
        if current != self._current:
            self._current = current
            self.state_changed()

    def active(self) -> bool:
        """Whether its actions are shown."""
        return self._hovered or (self._current and self.pinned())

    def state_changed(self) -> None:
        """Hovered, current or focused, or not any more."""
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self.state_changed()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        self.state_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() in BY_KEYBOARD
        self.focused.emit()
        self.state_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.state_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = Qt.KeyboardModifier.KeypadModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, keypad)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self.step.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif not (plain and self.press(event.key())):
            super().keyPressEvent(event)

    def press(self, key: int) -> bool:  # noqa: ARG002 - for those that have keys
        """Do what a key without modifiers means here; False where it means nothing."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        if self._ring:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
