"""From far away small words are no longer painted: nobody could read them, and they cost most."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

FAR = 0.5  # of life size


def is_far(option: QStyleOptionGraphicsItem, painter: QPainter) -> bool:
    ratio = painter.device().devicePixelRatioF()
    return option.levelOfDetailFromTransform(painter.worldTransform()) / ratio < FAR
