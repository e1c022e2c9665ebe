"""Layouts whose widgets come and go, such as the place for an error card."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take everything out and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def shown_problem(layout: QLayout) -> str | None:
    """The words of the error card in a layout that holds one."""
    item = layout.itemAt(0)
    card = item.widget() if item is not None else None
    return card.accessibleName() if card is not None else None
