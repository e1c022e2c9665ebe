"""The head of the scene: its title, whether it is saved, and what can be done with it."""

import shiboken6
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from engine.scene.fields import TYPES
from gui.scenes.document import SceneDocument
from gui.scenes.looks import ICONS
from gui.theme.icons import icon
from gui.theme.tokens import size, theme
from gui.translate import words
from gui.widgets.buttons import icon_button, plain_tooltip, secondary
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, pane, row


class SceneHeader(QWidget):
    """``add_wanted`` carries the type of a field and its place on the graph, or None;
    ``menu_wanted`` a place on the screen."""

    add_wanted = Signal(str, object)
    try_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, document: SceneDocument) -> None:
        super().__init__()
        self._document = document
        self.title, self.state = ElidedLabel("", "heading"), label("", "small", 2)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.undo = icon_button("undo-2", self.tr("Undo"))
        self.redo = icon_button("redo-2", self.tr("Redo"))
        self.add = secondary(self.tr("Add card"), "plus")
        self.try_out = secondary(self.tr("Try in chat"), "message-square")
        self.more = icon_button("ellipsis", self.tr("More"))
        self._lay_out()
        self._connect()
        theme.changed.connect(self._rescale)
        self._rescale()
        self.refresh()

    def refresh(self) -> None:
        if not shiboken6.isValid(self._document.stack):
            return  # it says that it becomes empty while it goes
        self.title.setText(self._document.scene.title or self.tr("Untitled scene"))
        stack = self._document.stack
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self._explain()

    def show_saved(self, saved: bool) -> None:
        self.state.setText(self.tr("saved") if saved else self.tr("saving…"))

    def offer_cards(
        self, at: QPoint | None = None, place: tuple[float, float] | None = None
    ) -> QMenu:
        """The types of fields that can be added, at a ``place`` of the graph."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, type in TYPES.items():
            action = menu.addAction(icon(ICONS[name]), words(type.label))
            action.triggered.connect(lambda _, name=name: self.add_wanted.emit(name, place))
        menu.popup(at or self.add.mapToGlobal(self.add.rect().bottomLeft()))
        return menu

    def _lay_out(self) -> None:
        words = row(self.title, self.state, None, gap=12)
        tools = row(self.undo, self.redo, 4, self.add, self.try_out, self.more, gap=6)
        inner = row(words, tools, gap=12, margins=(20, 0, 14, 0))
        inner.setStretch(0, 1)
        self._bar = pane("header", inner)
        self.setLayout(column(self._bar, gap=0))

    def _connect(self) -> None:
        stack = self._document.stack
        self.undo.clicked.connect(stack.undo)
        self.redo.clicked.connect(stack.redo)
        self.add.clicked.connect(lambda: self.offer_cards())
        self.try_out.clicked.connect(self.try_wanted)
        self.more.clicked.connect(self._open_menu)
        stack.indexChanged.connect(self.refresh)
        self._document.changed.connect(self.refresh)

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _explain(self) -> None:
        stack, key = self._document.stack, QKeySequence.StandardKey
        undo = self.tr("Undo: {step}").format(step=stack.undoText())
        redo = self.tr("Redo: {step}").format(step=stack.redoText())
        for button, step, plain, keys in (
            (self.undo, undo, self.tr("Undo"), key.Undo),
            (self.redo, redo, self.tr("Redo"), key.Redo),
        ):
            shown = step if button.isEnabled() else plain
            button.setAccessibleName(shown)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(plain_tooltip(f"{shown} ({native})"))

    def _rescale(self) -> None:
        self._bar.setFixedHeight(size("header"))
