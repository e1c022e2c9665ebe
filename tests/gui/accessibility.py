"""Walks a widget tree as a screen reader and a keyboard would."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything visible below ``root`` that can be pressed, typed into or moved."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or isinstance(widget, QScrollBar) or _is_inner(widget):
            continue
        if isinstance(widget, CONTROLS):
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Controls for which a screen reader would say nothing."""
    return [describe(widget) for widget in controls(root) if not spoken_name(widget)]


def spoken_name(widget: QWidget) -> str:
    """The name as it reaches the accessibility interface."""
    if isinstance(widget, QComboBox):  # Qt gives its current text as its name
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def out_of_reach(root: QWidget) -> list[str]:
    """Enabled controls that neither Tab nor the arrows of a group reach."""
    return [
        describe(widget)
        for widget in controls(root)
        if widget.isEnabled() and not _reached(widget)
    ]


def _reached(widget: QWidget) -> bool:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    # In an exclusive group only the checked one is a Tab stop; arrows reach the others.
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def interpreting(root: QWidget) -> list[str]:
    """Labels that would read markup in their text: each is a way into the owner's files."""
    return [
        describe(label)
        for label in root.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]


def tab_order(root: QWidget) -> list[QWidget]:
    """The widgets that Tab visits, in order, beginning after ``root``."""
    order: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not root:
        visits = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if visits and widget.isVisible() and root.isAncestorOf(widget):
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order


def describe(widget: QWidget) -> str:
    """Enough to find it in the code."""
    chain = [widget, *_ancestors(widget)]
    path = " < ".join(type(one).__name__ for one in chain[:4])
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{path} {widget.objectName()!r} {text!r}"


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _is_inner(widget: QWidget) -> bool:
    """A part of a Qt widget, such as the field inside of a spin box."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractSpinBox | QComboBox) or (
        isinstance(widget.window(), QComboBox)
    )
