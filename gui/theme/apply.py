"""Dress the application: Fusion, palette, style sheet and font from the tokens."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from gui.theme import stylesheet
from gui.theme.fonts import font
from gui.theme.tokens import Scheme, colour, theme

Choice = Literal["system", "light", "dark"]

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "control_line",
    QPalette.ColorRole.Shadow: "line_strong",
    QPalette.ColorRole.Accent: "accent",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette() -> QPalette:
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, colour(name))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("text_disabled"))
    return made


def scheme_for(choice: Choice) -> Scheme:
    """The system's own preference where the owner has none."""
    if choice != "system":
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def wear(choice: Choice, text_size: int, reduced_motion: bool) -> None:
    """Give the running QApplication this look and tell whoever paints.

    ``text_size`` is in percent.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    changed = theme.set(scheme_for(choice), text_size / 100, not reduced_motion)
    if not changed and app.styleSheet():
        return
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette())
    app.setFont(font("body"))
    app.setStyleSheet(stylesheet.build(theme.scheme, theme.scale))
    theme.changed.emit()
