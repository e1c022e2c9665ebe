"""Tells a screen reader once that a reply is there."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

MOST = 2_000  # letters


def announce(widget: QWidget, text: str) -> None:
    """Said when the reader has a moment, never in the middle of a sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text[:MOST]))
