"""The view: zooming, panning, dragging cards, drawing links, and the keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsLineItem, QGraphicsView

from gui.scenes.document import SceneDocument
from gui.scenes.graph.card import Card
from gui.scenes.graph.drag import Drag
from gui.scenes.graph.frame import Frame
from gui.scenes.graph.stage import Stage
from gui.theme.tokens import colour, px

DOTS, STEP, SMALL_STEP = 20, 20, 4
LEAST, MOST, BY = 0.25, 2.0, 1.15
KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(QGraphicsView):
    """``linked`` carries two fields; ``ground_clicked`` a place of the document."""

    linked = Signal(str, str)
    ground_clicked = Signal(QPointF)
    opened = Signal(str)  # a double click on a card, frame or link
    menu_wanted = Signal(object)  # a place on the screen
    delete_wanted = Signal()
    zoomed = Signal(float)
    taken = Signal()  # the owner zooms, scrolls or moves something

    def __init__(self, stage: Stage, document: SceneDocument) -> None:
        super().__init__(stage)
        self.stage, self._document = stage, document
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        # The wheel, the ground in the middle button's hand and the chosen card move it.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("graph")
        self._line: QGraphicsLineItem | None = None
        self._from: str | None = None
        self._pressed: QPointF | None = None  # on a card or frame, which may be dragged from here
        self._drag: Drag | None = None
        self._space = False  # is held: the left button drags the ground
        self._grip: QPointF | None = None  # the ground is dragged from here

    # --- zoom -----------------------------------------------------------------------------

    def zoom(self, factor: float) -> None:
        self.taken.emit()
        self._zoom(factor)

    def _zoom(self, factor: float) -> None:
        now = self.transform().m11()
        factor = max(LEAST, min(MOST, now * factor)) / now
        self.scale(factor, factor)
        self.zoomed.emit(self.transform().m11())

    def fit(self) -> None:
        """Everything on screen, never larger than life."""
        box = self.stage.itemsBoundingRect().adjusted(-24, -24, 24, 24)
        if not box.isEmpty():
            self.fitInView(box, Qt.AspectRatioMode.KeepAspectRatio)
            now = self.transform().m11()
            if not LEAST <= now <= 1.0:
                self._zoom(max(LEAST, min(1.0, now)) / now)
        self.zoomed.emit(self.transform().m11())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(BY if event.angleDelta().y() > 0 else 1 / BY)
            event.accept()
        else:
            self.taken.emit()
            super().wheelEvent(event)

    # --- mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        item = self.itemAt(event.position().toPoint())
        self.taken.emit()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._grip = event.position()
            return
        if left and isinstance(item, Card) and item.is_on_handle(item.mapFromScene(at)):
            self._begin_link(item, at)
            return
        super().mousePressEvent(event)
        self._pressed = at if left and isinstance(item, Card | Frame) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        if self._grip is not None:
            self._scroll(self._grip, event.position())
            self._grip = event.position()
        elif self._line is not None:
            line = self._line.line()
            line.setP2(at)
            self._line.setLine(line)
        elif self._pressed is not None:
            self._carry(self._pressed, at)
        else:
            super().mouseMoveEvent(event)

    def _carry(self, start: QPointF, at: QPointF) -> None:
        zoom = self.transform().m11()
        if self._drag is None:
            ids = self.stage.carried(self._document.selection)
            far = (at - start).manhattanLength() * zoom >= QApplication.startDragDistance()
            if not ids or not far:
                return
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            self._drag = Drag(self.stage, ids, start, seen)
        self._drag.move_to(at, zoom)

    def _scroll(self, before: QPointF, now: QPointF) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(round(across.value() - now.x() + before.x()))
        down.setValue(round(down.value() - now.y() + before.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            return
        if self._line is not None:
            self._end_link(event)
            return
        super().mouseReleaseEvent(event)
        self._put_down()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.itemAt(at) is None:
            self.ground_clicked.emit(self.mapToScene(at))
        elif self._document.selection:
            self.opened.emit(self._document.selection[-1])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _put_down(self) -> None:
        drag, self._drag, self._pressed = self._drag, None, None
        moved = drag.end() if drag is not None else set()
        if moved:
            self.stage.keep_places(self.tr("Move cards"), moved)

    def _let_go(self) -> bool:
        """Give up what is in the hand; False where there is nothing."""
        if self._drag is not None:
            self._drag.cancel()
            self._put_down()
        elif self._line is not None:
            self.stage.removeItem(self._line)
            self._line = None
        else:
            return False
        return True

    def _begin_link(self, card: Card, at: QPointF) -> None:
        self._from = card.field.id
        start = card.mapToScene(card.handle())
        self._line = QGraphicsLineItem(start.x(), start.y(), at.x(), at.y())
        self._line.setPen(QPen(colour("accent"), 1.5, Qt.PenStyle.DashLine))
        self._line.setZValue(3)
        self.stage.addItem(self._line)

    def _end_link(self, event: QMouseEvent) -> None:
        source, line = self._from, self._line
        self._from = self._line = None
        if line is not None:
            self.stage.removeItem(line)
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, Card | Frame) and source is not None and item.field.id != source:
            self.linked.emit(source, item.field.id)

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in KEYS and self._document.selection:
            self._shift(*KEYS[key], SMALL_STEP if fine else STEP)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._document.selection:
            self.opened.emit(self._document.selection[-1])
        elif key == Qt.Key.Key_0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fit()
        elif key == Qt.Key.Key_Space:
            self._hold_space(True)
        elif key != Qt.Key.Key_Escape or not self._let_go():
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_space(False)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc is also a key of the window: while something is in the hand it belongs here.
        # Events come while Qt is still making the view: what is in the hand is asked for last.
        override = event.type() == QEvent.Type.ShortcutOverride
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if override and escape and (self._drag is not None or self._line is not None):
            event.accept()
            return True
        return super().event(event)

    def _hold_space(self, held: bool) -> None:
        self._space = held
        if held:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def _shift(self, x: int, y: int, by: int) -> None:
        cards = self.stage.carried(self._document.selection)
        way = QPointF(px(x * by), px(y * by))
        self.stage.put({id: self.stage.cards[id].pos() + way for id in cards})
        if cards:
            merge = f"keys {' '.join(sorted(cards))}"
            self.stage.keep_places(self.tr("Move cards"), cards, merge)

    # --- ground ---------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:  # noqa: N802
        assert isinstance(rect, QRectF)
        painter.fillRect(rect, colour("canvas"))
        step = px(DOTS)
        if self.transform().m11() < 0.5:
            step *= 4
        painter.setPen(QPen(colour("line"), 1.6))
        left, top = int(rect.left()) // step * step, int(rect.top()) // step * step
        painter.drawPoints(
            [
                QPointF(x, y)
                for x in range(left, int(rect.right()) + step, step)
                for y in range(top, int(rect.bottom()) + step, step)
            ]
        )
