"""A large card of the welcome page: a whole card is the button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme.tokens import colour, px
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, pane, row

RADIUS = 12


class WelcomeCard(QAbstractButton):
    """``first`` is the one that most people want; it wears the accent's border."""

    def __init__(self, icon: str, title: str, text: str, foot: str, first: bool = False) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._first = first
        self._by_key = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.foot = label(foot, "caption")
        words = column(
            row(self._well(icon), None),
            16,
            label(title, "heading"),
            label(text, tone=2, wrap=True),
            4,
            None,
            row(self.foot, None, Sign("arrow-right", "text_2")),
            gap=4,
            margins=(20, 20, 20, 20),
        )
        self.setLayout(words)
        self.setMinimumHeight(222)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _well(self, icon: str) -> QWidget:
        made = pane("well", column(Sign(icon, "text", 22), margins=(9, 9, 9, 9)))
        made.setFixedSize(px(40), px(40))
        return made

    def sizeHint(self) -> QSize:
        return QSize(px(264), 222)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The ring is for the keyboard: a page that has just opened shows none.
        self._by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus() and self._by_key
        marked = self._first or focused
        wide = 2 if marked else 1
        edge = wide / 2
        fill = "sunken" if self.isDown() or self.underMouse() else "raised"
        painter.setBrush(colour(fill))
        painter.setPen(QPen(colour("accent" if marked else "line"), wide))
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._first and focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), RADIUS - 4, RADIUS - 4)
