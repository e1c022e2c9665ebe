"""The head of the table: a click or the keyboard sorts by a column."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.theme.tokens import colour


class SortHeader(QHeaderView):
    """One Tab stop: Left and Right choose a column, Space or Enter sorts by it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Columns"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is not None:
            self._go(max(0, min(self.count() - 1, self._at + move)))
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sort()
        else:
            super().keyPressEvent(event)

    def _go(self, section: int) -> None:
        self._at = section
        self._tell()
        self.viewport().update()

    def _sort(self) -> None:
        ascending = Qt.SortOrder.AscendingOrder
        same = self.sortIndicatorSection() == self._at
        turned = same and self.sortIndicatorOrder() == ascending
        order = Qt.SortOrder.DescendingOrder if turned else ascending
        self._table.sortByColumn(self._at, order)

    def _tell(self) -> None:
        column = self.model().headerData(self._at, Qt.Orientation.Horizontal)
        self.setAccessibleDescription(self.tr("Sort by {column}").format(column=column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt calls it
        super().paintSection(painter, rect, logicalIndex)
        if self.hasFocus() and logicalIndex == self._at:
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 3, -2, -4), 5, 5)
