"""The dashed area that takes notes: a folder or a zip. A click or Enter chooses one instead."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QSizePolicy, QWidget

from adapters.notes.archives import is_archive
from adapters.voice.exchange.recognise import SUFFIXES, looks_like_voice
from adapters.voice.validate import CONFIG
from gui import background
from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px, theme


def dropped(data: QMimeData) -> Path | None:
    """The one file or folder of this computer that is dragged, or None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def may_be_notes(path: Path) -> bool:
    return path.is_dir() or is_archive(path)


def may_be_voice(path: Path) -> bool:
    """By its name alone: what a zip holds is looked at once it was dropped."""
    return path.is_dir() or (
        path.is_file() and (path.suffix.lower() in SUFFIXES or path.name == CONFIG)
    )


def choose_folder(parent: QWidget, title: str, start: Path | None = None) -> Path | None:
    """Ask for a folder; None when the owner thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start or Path.home()))
    return Path(chosen) if chosen else None


def choose_archive(parent: QWidget, title: str) -> Path | None:
    """Ask for a zip of notes; None when the owner thinks better of it."""
    chosen = QFileDialog.getOpenFileName(parent, title, str(Path.home()), "*.zip *.ZIP")[0]
    return Path(chosen) if chosen else None


class DropArea(QAbstractButton):
    """Emits ``folder_given`` with the Path of notes that were dropped or chosen.

    Where it ``takes_voices``, it emits ``voice_given`` for one that was dropped.
    """

    folder_given = Signal(object)
    voice_given = Signal(object)

    def __init__(
        self,
        text: str,
        height: int = 96,
        parent: QWidget | None = None,
        *,
        takes_voices: bool = False,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._takes_voices = takes_voices
        self._over = False
        self.setText(text)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(self._height))

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Choose a folder of notes"))
        if folder is not None:
            self.folder_given.emit(folder)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._taken(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._mark(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt calls it
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(False)
        path = self._taken(event.mimeData())
        if path is not None:
            # The owner's files are read, never moved, whatever the file manager proposes.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._give(path)

    def _taken(self, data: QMimeData) -> Path | None:
        path = dropped(data)
        if path is None:
            return None
        meant = may_be_notes(path) or (self._takes_voices and may_be_voice(path))
        return path if meant else None

    def _give(self, path: Path) -> None:
        """As what it is; a zip may hold either, and its list is read off the window's thread."""
        if not self._takes_voices:
            self.folder_given.emit(path)
            return
        background.run(
            lambda: looks_like_voice(path), lambda voice: self._tell(path, voice), owner=self
        )

    def _tell(self, path: Path, is_voice: bool) -> None:
        if is_voice:
            self.voice_given.emit(path)
        elif may_be_notes(path):
            self.folder_given.emit(path)

    def _mark(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        kind = font("body")
        painter.setFont(kind)
        side = px(18)
        words = painter.fontMetrics()
        room = self.width() - side - 34
        text = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        wide = words.horizontalAdvance(text)
        left = max(12.0, (self.width() - wide - side - 10) / 2)
        ink = colour("accent" if self._over else "text_2")
        draw(painter, "folder", ink, left, (self.height() - side) / 2, side)
        painter.setPen(ink)
        box = QRectF(left + side + 10, 0, self.width() - left - side - 20, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_frame(self, painter: QPainter) -> None:
        lively = self._over or self.hasFocus()
        pen = QPen(colour("focus" if lively else "line_strong"), 2 if lively else 1)
        if not self.hasFocus():
            pen.setDashPattern([4 / pen.widthF(), 3 / pen.widthF()])
        painter.setPen(pen)
        fill = "accent_soft" if self._over else "hover" if self.underMouse() else None
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
