"""The rail: the mark, the pages, and the settings at its foot."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.theme.fonts import font
from gui.theme.icons import icon
from gui.theme.mark import Mark
from gui.theme.tokens import px, size, theme
from gui.widgets.groups import exclusive

USUAL = 50  # pixels of a word in a button of the usual width
ICONS = {
    "chat": "message-square",
    "voices": "audio-lines",
    "scenes": "workflow",
    "models": "box",
    "settings": "settings",
}


class Rail(QWidget):
    """One Tab stop; the arrow keys move between its buttons."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons = {name: self._make_button(name) for name in ICONS}
        exclusive(self._buttons.values(), self)
        self._lay_out()
        self._translate()
        self._rescale()
        theme.changed.connect(self._rescale)

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def show_chosen(self, name: str) -> None:
        self._buttons[name].setChecked(True)

    def _make_button(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName("nav")
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setIcon(icon(ICONS[name], "text_2", "text"))
        made.clicked.connect(lambda: self.chosen.emit(name))
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.setContentsMargins(0, 18, 0, 11)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(Mark(26), 0, centre)
        layout.addSpacing(15)
        for name, button in self._buttons.items():
            if name == "settings":
                layout.addStretch(1)
            layout.addWidget(button, 0, centre)

    def _translate(self) -> None:
        names = {
            "chat": self.tr("Chat"),
            "voices": self.tr("Voices"),
            "scenes": self.tr("Scenes"),
            "models": self.tr("Models"),
            "settings": self.tr("Settings"),
        }
        for name, text in names.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
        self._fit()

    def _rescale(self) -> None:
        self.setFixedWidth(size("rail"))
        for button in self._buttons.values():
            button.setIconSize(QSize(px(20), px(20)))
        self._fit()

    def _fit(self) -> None:
        """A long word ("Настройки") takes the room that the rail has left at its sides."""
        words = QFontMetrics(font("caption", 600))
        for button in self._buttons.values():
            wide = words.horizontalAdvance(button.text()) > px(USUAL)
            button.setProperty("wide", "true" if wide else "false")
            button.style().polish(button)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
