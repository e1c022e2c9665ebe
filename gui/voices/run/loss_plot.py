"""The loss of a run, drawn with pyqtgraph in the theme's colours.

Every step is a thin line, the smoothed loss a thick one in the voice's colour, held-out
notes are rings, of which the best is filled: its state is kept.
"""

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from gui import figures
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, theme, voice_colour
from gui.voices.curve import Curve, envelope, loss_range, loss_ticks, smoothed, step_ticks


class LossPlot(pg.PlotWidget):  # type: ignore[misc] # pyqtgraph has no types
    """A picture only: nothing in it is dragged, zoomed or clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = "slate"
        self._curve, self._steps = Curve(), 0
        self._be_still()
        self._each = self.plot(antialias=True)
        self._smooth = self.plot(antialias=True)
        self._rings = pg.ScatterPlotItem(pxMode=True)
        self.addItem(self._rings)
        self._mark = pg.InfiniteLine(angle=90)
        self._mark.hide()
        self.addItem(self._mark, ignoreBounds=True)
        self._grid: list[pg.InfiniteLine] = []
        self._dressed: object = None  # the ticks that the axes wear
        theme.changed.connect(self._dress_anew)
        self._redraw()

    def show_curve(self, curve: Curve, steps: int, voice: str) -> None:
        """``steps`` is the length of the whole run, so that the rest of the way is seen."""
        self._curve, self._steps, self._voice = curve, steps, voice
        self._redraw()

    def mark_step(self, step: int | None) -> None:
        """A dashed line at a step; None takes it away."""
        self._mark.setVisible(step is not None)
        if step is not None:
            self._mark.setValue(step)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(160))

    def _be_still(self) -> None:
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseEnabled(False, False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.getPlotItem().getViewBox().setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setStyle(
                tickLength=0, tickAlpha=0, tickTextOffset=px(8), hideOverlappingLabels=False
            )
        self.getAxis("left").setWidth(px(36))
        # The last label is centred under the last step: it needs room beyond it.
        self.getPlotItem().layout.setContentsMargins(0, 0, px(14), 0)

    def _dress_anew(self) -> None:
        self._dressed = None
        self._redraw()

    def _redraw(self) -> None:
        self.setBackground(colour("raised"))
        ink = voice_colour(self._voice)
        points, held_out = self._curve.points(), self._curve.held_out_points()
        self._each.setData(*_xy(envelope(points)), pen=_faint(ink))
        self._smooth.setData(*_xy(envelope(smoothed(points), 300)), pen=_pen(ink, 2))
        best = self._curve.best()
        inside = [pg.mkBrush(ink if point == best else colour("raised")) for point in held_out]
        self._rings.setData(
            *_xy(held_out), size=px(9), pen=_pen(colour("text"), 1.5), brush=inside
        )
        self._mark.setPen(_dashed(colour("text_2")))
        low, high = loss_range(points, held_out)
        last = max(self._steps, points[-1][0] if points else 0, 1)
        self.setXRange(-0.012 * last, last * 1.012, padding=0)
        self.setYRange(low, high, padding=0)
        ticks = (loss_ticks(low, high), step_ticks(last))
        if ticks != self._dressed:
            self._dressed = ticks
            self._dress_axes(*ticks)

    def _dress_axes(self, losses: list[float], steps: list[int]) -> None:
        places = 2 if len(losses) > 1 and losses[1] - losses[0] < 0.1 else 1
        left = [(value, figures.decimal(value, places)) for value in losses]
        bottom = [(step, figures.whole(step)) for step in steps]
        bottom[0] = (0, self.tr("step {number}").format(number=figures.whole(0)))
        for side, ticks in (("left", left), ("bottom", bottom)):
            axis = self.getAxis(side)
            axis.setTicks([ticks])
            axis.setTickFont(font("caption"))
            axis.setTextPen(_pen(colour("text_2"), 1))
            axis.setPen(QPen(Qt.PenStyle.NoPen))
        for line in self._grid:
            self.removeItem(line)
        self._grid = [
            pg.InfiniteLine(value, angle=0, pen=_pen(colour("line"), 1)) for value in losses
        ]
        for line in self._grid:
            line.setZValue(-10)
            self.addItem(line, ignoreBounds=True)


def _xy(points: list[tuple[int, float]]) -> tuple[list[int], list[float]]:
    return [step for step, _ in points], [loss for _, loss in points]


def _pen(ink: QColor, width: float) -> QPen:
    pen = QPen(ink, width)
    pen.setCosmetic(True)  # in pixels, whatever the scale of the axes
    return pen


def _dashed(ink: QColor) -> QPen:
    pen = _pen(ink, 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _faint(ink: QColor) -> QPen:
    faint = QColor(ink)
    faint.setAlphaF(0.45)
    return _pen(faint, 1)
