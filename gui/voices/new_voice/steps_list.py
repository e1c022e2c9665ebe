"""The list of steps on the left: done ones have a tick, the present one is filled."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.dot import Dot
from gui.widgets.error_card import Sign
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row

WIDEST = 250  # pixels: large text leaves the room to the notes


class Step(QAbstractButton):
    """One step; a click goes there where the way is free."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._done = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, current: bool, done: bool, open_: bool) -> None:
        self.setChecked(current)
        self._done = done and not current
        self.setEnabled(open_)
        state = self.tr("done") if self._done else self.tr("this step") if current else ""
        self.setAccessibleName(f"{self._number}. {self.text()}")
        self.setAccessibleDescription(state)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt calls it
        """A click asks to go there; what is checked is the step on screen."""

    def sizeHint(self) -> QSize:
        return QSize(px(171), px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fill = "selected" if self.isChecked() else "hover" if self.underMouse() else None
        if fill and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(box, 6, 6)
        side = px(22)
        self._paint_sign(painter, QRectF(8, (box.height() - side) / 2, side, side))
        painter.setFont(font("body", 600 if self.isChecked() else None))
        ink = "text" if self.isChecked() else "text_2" if self.isEnabled() else "text_3"
        painter.setPen(colour(ink))
        text = box.adjusted(8 + side + 12, 0, -6, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_sign(self, painter: QPainter, box: QRectF) -> None:
        current = self.isChecked()
        edge = "accent" if current or self._done else "control_line"
        painter.setPen(QPen(colour(edge), 1.25))
        painter.setBrush(colour("accent") if current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        if self._done:
            side = px(13)
            x, y = box.center().x() - side / 2, box.center().y() - side / 2
            draw(painter, "check", colour("accent"), x, y, side)
            return
        painter.setFont(font("caption", 600))
        painter.setPen(colour("on_accent" if current else "text_2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepsList(QWidget):
    """``wanted`` carries the number of the step (from 0) that was clicked."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = Dot("rust", 12)
        self._name = ElidedLabel("", "heading")
        names = (
            self.tr("Name and model"),
            self.tr("Folder"),
            self.tr("Preview"),
            self.tr("Train"),
        )
        self.steps = [Step(number, name) for number, name in enumerate(names, start=1)]
        for place, step in enumerate(self.steps):
            step.clicked.connect(lambda _=False, place=place: self.wanted.emit(place))
        self._lay_out()

    def show_voice(self, colour_name: str, name: str) -> None:
        self._dot.set_voice(colour_name)
        self._name.setText(name or self.tr("New voice"))

    def show_step(self, current: int, furthest: int) -> None:
        """``furthest`` is the last step that can be gone to."""
        for place, step in enumerate(self.steps):
            step.show_state(place == current, place < furthest, place <= furthest)

    def _lay_out(self) -> None:
        head = row(8, self._dot, gap=8)
        head.addWidget(self._name, 1)
        promise = label(
            self.tr("Notes stay on this machine. Your files are read, never changed."),
            "small",
            tone=3,
            wrap=True,
        )
        foot = row(7, gap=8)
        foot.addWidget(Sign("lock", "text_3", 15), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(promise, 1)
        self.setLayout(column(head, 16, *self.steps, None, foot, gap=2, margins=(16, 18, 16, 18)))
        self.setFixedWidth(min(px(204), WIDEST))
