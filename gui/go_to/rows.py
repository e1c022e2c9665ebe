"""The lines of the list, and how one is painted."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.go_to.goal import Goal
from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.dot import paint_dot

HEIGHT, ICON, DOT, PAD = 34, 16, 10, 10
Index = QModelIndex | QPersistentModelIndex
GoalRole = Qt.ItemDataRole.UserRole + 1


class GoalRows(QAbstractListModel):
    """The goals that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.goals: list[Goal] = []

    def show(self, goals: list[Goal]) -> None:
        self.beginResetModel()
        self.goals = goals
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.goals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        goal = self.goals[index.row()]
        if role == GoalRole:
            return goal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (goal.text, goal.kind)))
        return None


class GoalDelegate(QStyledItemDelegate):
    """Icon or dot, the text, and on the right what kind it is. All of it is plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        goal: Goal = index.data(GoalRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        self._paint_mark(painter, box, goal)
        left = box.x() + 2 * PAD + px(ICON)
        right = self._paint_kind(painter, box, goal.kind)
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        cut = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(goal.text, cut, int(right - left))
        place = QRectF(left, box.y(), right - left, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRectF, goal: Goal) -> None:
        middle = box.x() + PAD + px(ICON) / 2
        if goal.colour is None:
            side = px(ICON)
            top = box.center().y() - side / 2
            draw(painter, goal.icon, colour("text_2"), middle - side / 2, top, side)
            return
        dot = px(DOT)
        place = QRectF(middle - dot / 2, box.center().y() - dot / 2, dot, dot)
        paint_dot(painter, place, goal.colour)

    def _paint_kind(self, painter: QPainter, box: QRectF, kind: str) -> float:
        """Where the room for the text ends."""
        painter.setFont(font("small"))
        painter.setPen(colour("text_3"))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -PAD, 0), side, kind)
        return box.right() - 2 * PAD - painter.fontMetrics().horizontalAdvance(kind)
