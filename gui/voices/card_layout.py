"""Where things lie on a voice card, in pixels at the owner's text size."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize

from gui.theme.tokens import px

GAP = 12
WIDTH, HEIGHT = 230, 158  # the narrowest card, and the height of every card
PAD = 14


def columns(width: int) -> int:
    """How many cards lie side by side in a view of this width."""
    return max(1, (width + GAP) // (px(WIDTH) + GAP))


def cell(width: int) -> QSize:
    """The grid of a view: cards share its width; each cell begins and ends with a gap."""
    return QSize((width + GAP) // columns(width), px(HEIGHT) + GAP)


@dataclass(frozen=True)
class CardLayout:
    """The parts of one card whose cell is ``box``."""

    box: QRectF

    @property
    def card(self) -> QRectF:
        return self.box.adjusted(GAP, 0, 0, -GAP)

    @property
    def inner(self) -> QRectF:
        return self.card.adjusted(PAD, 0, -PAD, 0)

    def line(self, top: float, height: float = 17) -> QRectF:
        """A line of text whose top lies ``top`` below the card's."""
        inner = self.inner
        return QRectF(inner.left(), self.card.top() + px(top), inner.width(), px(height))

    @property
    def dot(self) -> QRectF:
        line = self.line(11, 22)
        side = px(12)
        return QRectF(line.left(), line.center().y() - side / 2, side, side)

    @property
    def menu(self) -> QRectF:
        """The three dots, a target of 28 by 28."""
        line, side = self.line(11, 22), px(28)
        return QRectF(line.right() - side + px(7), line.center().y() - side / 2, side, side)

    @property
    def name(self) -> QRectF:
        return self.line(11, 22).adjusted(px(20), 0, -px(28), 0)

    def part(self, row: int) -> QRectF:
        """A voice of a blend."""
        return self.line(38 + 20 * row)

    def curve_beside(self, room: float) -> QRectF:
        """The sparkline, where words at its right take ``room``."""
        line = self.line(75, 32)
        width = max(px(40), min(px(100), line.width() - room))
        return QRectF(line.left(), line.top(), width, line.height())

    @property
    def used(self) -> QRectF:
        return self.line(90, 17)

    @property
    def verdict(self) -> QRectF:
        return self.line(113, 34)

    @property
    def bar(self) -> QRectF:
        return self.line(84, 6)

    @property
    def state(self) -> QRectF:
        return self.line(129, 17)
