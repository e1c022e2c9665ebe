"""Buttons: one primary per view, secondary and ghost beside it, and icon buttons."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from gui.theme.icons import icon, icon_size
from gui.theme.tokens import colour, theme
from gui.widgets.ring import Ring

ICON_GAP = 4  # pixels between icon and text, beside the four of Qt
_INK = {"primary": "on_accent", "secondary": "text", "ghost": "text_2"}


class Button(QPushButton):
    """A button with text; ``busy`` turns a ring in place of its icon and ignores clicks."""

    def __init__(
        self, text: str, kind: str, icon_name: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon_name
        self._ring: Ring | None = None
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._show_icon()
        theme.changed.connect(self._show_icon)

    def set_small(self) -> "Button":
        """28 px high, for rows and cards."""
        self.setProperty("small", "true")  # "size" is a property that every widget has
        self._show_icon()
        return self

    def set_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._show_icon()

    @property
    def busy(self) -> bool:
        return self._ring is not None

    def set_busy(self, busy: bool) -> None:
        """Show that the click is being worked on; the width is kept."""
        if busy == self.busy:
            return
        if busy:
            self.setMinimumWidth(self.width() if self.isVisible() else self.sizeHint().width())
            self._ring = Ring(self._ink(), self)
            self._ring.turned.connect(self.update)
        elif self._ring is not None:
            self._ring.deleteLater()
            self._ring = None
            self.setMinimumWidth(0)
        self._show_icon()

    def _ink(self) -> QColor:
        return colour(_INK[self._kind])

    def _show_icon(self) -> None:
        side = icon_size(15 if self.property("small") else 18)
        self.setIconSize(side + QSize(ICON_GAP, 0))
        if self.busy:
            blank = QIcon()  # keeps the ring's place
            self.setIcon(blank)
        elif self._icon_name:
            self.setIcon(icon(self._icon_name, _INK[self._kind]))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.busy:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.busy:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind == "primary" and self.hasFocus() and self.isEnabled():
            painter.setPen(QPen(colour("on_accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)
        if self._ring is not None:
            self._ring.paint(painter, QRectF(10, (self.height() - 16) / 2, 16, 16))


def primary(text: str, icon: str | None = None) -> Button:
    return Button(text, "primary", icon)


def secondary(text: str, icon: str | None = None) -> Button:
    return Button(text, "secondary", icon)


def ghost(text: str, icon: str | None = None) -> Button:
    return Button(text, "ghost", icon)


class IconButton(QToolButton):
    """A square button that shows an icon only; its name is its tooltip, too."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_icon(icon_name)
        self.set_name(name)
        theme.changed.connect(self._rescale)

    def set_icon(self, icon_name: str) -> None:
        self.setIcon(icon(icon_name, "text_2", "text"))
        self._rescale()

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def _rescale(self) -> None:
        self.setIconSize(icon_size(18))


def icon_button(icon: str, name: str) -> IconButton:
    return IconButton(icon, name)


def plain_tooltip(text: str) -> str:
    """A tooltip that Qt shows as it is written.

    A tooltip has no text format of its own: Qt guesses, and would load what an <img>
    in a title names. Escaped inside of a rich paragraph it is only text.
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>"
