"""The outline: the whole document by keyboard and for a screen reader."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView

from engine.scene.model import Field
from gui.scenes.document import SceneDocument
from gui.scenes.outline.delegate import OutlineDelegate
from gui.scenes.outline.model import NAME, TOKENS, OutlineModel
from gui.scenes.shelf import Entry
from gui.theme.icons import draw
from gui.theme.tokens import colour, px, theme

INDENT, CHEVRON = 16, 15
_MOVES = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "out",
    Qt.Key.Key_Right: "in",
}


class Outline(QTreeView):
    """One Tab stop. ``wanted`` carries what a key asks for: "delete", "copy", "up", ..."""

    wanted = Signal(str)
    scene_chosen = Signal(int)
    opened = Signal()  # Enter or a double click on a field

    def __init__(
        self, outline: OutlineModel, delegate: OutlineDelegate, document: SceneDocument
    ) -> None:
        super().__init__()
        self.outline, self._document = outline, document
        self._following = False
        self.setAccessibleName(self.tr("Scenes and their fields"))
        self.setModel(outline)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self._set_up()
        outline.layoutChanged.connect(self._follow)
        document.selected.connect(self._follow)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._open_scene)
        self.expanded.connect(self._open_scene)
        theme.changed.connect(self._rescale)
        self._rescale()

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        # drawRow paints the ground of the whole row; the style would paint over a part of it.
        self.setStyleSheet("QTreeView { selection-background-color: transparent; }")
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(10)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(TOKENS, QHeaderView.ResizeMode.Fixed)

    def current(self) -> Entry | Field | None:
        return self.outline.row(self.currentIndex())

    def edit_title(self) -> None:
        index = self.currentIndex().siblingAtColumn(NAME)
        if index.isValid():
            self.edit(index)

    def show_scene(self, id: int | None) -> None:
        """Open the branch of the scene that the document holds now, and choose it."""
        index = self.outline.index_of_scene(id)
        self.collapseAll()
        self.expand(index)
        self.setCurrentIndex(index)

    # --- the choice -------------------------------------------------------------------------

    def selectionChanged(self, selected: object, deselected: object) -> None:  # noqa: N802 - Qt calls it
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self.viewport().update()
        if self._following:
            return
        rows = [self.outline.row(index) for index in self.selectionModel().selectedRows()]
        self._following = True  # what the document says next is what is shown already
        self._document.select(*(row.id for row in rows if isinstance(row, Field)))
        self._following = False

    def _follow(self) -> None:
        """Show what was chosen elsewhere."""
        if self._following:
            return
        chosen = [self.outline.index_of(id) for id in self._document.selection]
        shown = self.selectionModel().selectedRows()
        chosen = [index for index in chosen if index.isValid()]
        numbers = {index.internalId() for index in chosen}
        if numbers == {index.internalId() for index in shown if self._is_field(index)}:
            return
        self._following = True
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for index in chosen:
            self.selectionModel().select(index, flag.Select | flag.Rows)
        if chosen:
            self.selectionModel().setCurrentIndex(chosen[-1], flag.NoUpdate)
            self.scrollTo(chosen[-1])
        self._following = False

    def _is_field(self, index: QModelIndex) -> bool:
        return isinstance(self.outline.row(index), Field)

    def _open(self, index: QModelIndex) -> None:
        row = self.outline.row(index)
        if isinstance(row, Field):
            self.opened.emit()
        elif row is not None and row.id == self.outline.open_scene:
            self.setExpanded(index, not self.isExpanded(index))
        elif row is not None:
            self.scene_chosen.emit(row.id)

    def _open_scene(self, index: QModelIndex) -> None:
        """A click on a scene, or its arrow, opens it."""
        row = self.outline.row(index)
        if isinstance(row, Entry) and row.id != self.outline.open_scene:
            self.scene_chosen.emit(row.id)

    # --- keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the editor in a row leaves of a key comes here as well.
        editing = self.state() == QAbstractItemView.State.EditingState
        asked = "" if editing else self._asked(event)
        if asked == "open":
            self._open(self.currentIndex())
        elif asked:
            self.wanted.emit(asked)
        else:
            super().keyPressEvent(event)

    def _asked(self, event: QKeyEvent) -> str:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return _MOVES.get(Qt.Key(event.key()), "")
        for standard, name in _STANDARD.items():
            if event.matches(standard):
                return name
        return _KEYS.get(Qt.Key(event.key()), "")

    # --- painting ---------------------------------------------------------------------------

    def drawRow(  # noqa: N802 - Qt calls it
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground under the whole row, then its columns."""
        row = QModelIndex(index).siblingAtColumn(NAME)  # type: ignore[arg-type]
        chosen = self.selectionModel().isSelected(row)
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or row == self._under_mouse():
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus() and row == self.currentIndex().siblingAtColumn(NAME):
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        painter.restore()
        super().drawRow(painter, option, index)

    def _under_mouse(self) -> QModelIndex:
        if not self.underMouse():
            return QModelIndex()
        place = self.viewport().mapFromGlobal(QCursor.pos())
        return self.indexAt(place).siblingAtColumn(NAME)

    def drawBranches(  # noqa: N802 - Qt calls it
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self.outline.hasChildren(index):
            side = px(CHEVRON)
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            x = rect.right() - self.indentation() + (self.indentation() - side) / 2
            draw(painter, name, colour("text_2"), x, rect.center().y() - side / 2 + 1, side)

    def _rescale(self) -> None:
        self.setIndentation(px(INDENT))
        self.header().resizeSection(TOKENS, px(42))
        self.doItemsLayout()


_STANDARD = {
    QKeySequence.StandardKey.Copy: "copy",
    QKeySequence.StandardKey.Cut: "cut",
    QKeySequence.StandardKey.Paste: "paste",
}
_KEYS = {
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}
