"""Shows a text run: read-only, selectable, as tall as its text, and it opens nothing."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from gui.chat.markdown import styles
from gui.chat.markdown.parser import clean, is_web_address
from gui.chat.markdown.pieces import Plain, Prose
from gui.chat.markdown.prose import ProseWriter
from gui.theme.tokens import colour, px

SAFE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
WITH_LINKS = SAFE | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class ProseView(QTextBrowser):
    """A QTextBrowser without its browser: no resource is loaded, no link is followed.

    ``link_chosen`` carries an http or https address that the reader chose.
    """

    link_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prose")
        self.setAccessibleName(self.tr("Text of the message"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(SAFE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(px(styles.INDENT))
        self.anchorClicked.connect(self._choose)
        self._caret = False
        self._links = 0
        self._laid_out = (0, 0)  # the width and height that hold now
        self.size_used = 0  # characters of source shown here

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt calls it
        """Nothing is ever loaded, whatever the document may ask for."""
        return None

    def add(self, piece: Prose | Plain) -> None:
        writer = ProseWriter(self.document())
        if isinstance(piece, Prose):
            writer.markdown(piece.source)
        else:
            writer.plain(clean(piece.source))
        self._links += writer.links
        self._laid_out = (0, 0)
        self.size_used += len(piece.source)

    def replace(self, piece: Prose | Plain) -> None:
        """Show another text in place of the present one."""
        self.document().clear()
        self.size_used = self._links = 0
        self.add(piece)

    def natural_width(self, most: int) -> int:
        self._laid_out = (0, 0)
        self.document().setTextWidth(most)
        return ceil(self.document().idealWidth())

    def set_caret(self, shown: bool) -> None:
        """A bar behind the last letter, while it is being written."""
        self._caret = shown
        self.viewport().update()

    def lay_out(self, width: int) -> int:
        """Take a width; returns the height that the text then needs."""
        if self._laid_out[0] != width:
            self.document().setTextWidth(width)
            height = ceil(self.document().size().height())
            self.resize(width, height)
            self._laid_out = (width, height)
        return self._laid_out[1]

    def is_full(self, characters: int, blocks: int) -> bool:
        """Whether the next piece should go into another view: Qt's layout of one is not lazy."""
        return self.size_used > characters or self.document().blockCount() > blocks

    def set_reachable(self, reachable: bool) -> None:
        """Whether Tab stops here: only in the current message, and only for its links."""
        links = reachable and self._links > 0
        self.setTextInteractionFlags(WITH_LINKS if links else SAFE)
        policy = Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def stops(self) -> list[QWidget]:
        """What Tab reaches: the view itself, for its links; Tab then goes from link to link."""
        return [self] if self._links else []

    def _choose(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if is_web_address(address):
            self.link_chosen.emit(address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move between messages belong to the message, not to its text."""
        ours = event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.SelectAll
        )
        links = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ours or (links and self.textCursor().hasSelection()):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the thread scrolls, not the text

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            forward = event.reason() == Qt.FocusReason.TabFocusReason
            super().focusNextPrevChild(forward)  # to its first link, or its last

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True  # QTextBrowser would show the address as rich text
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_lines(painter)
        if self._caret:
            self._paint_caret(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_caret(self, painter: QPainter) -> None:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        box = self.cursorRect(cursor).adjusted(0, 3, 0, -3)
        painter.fillRect(box.x() + 2, box.y(), 2, box.height(), colour("text"))

    def _paint_lines(self, painter: QPainter) -> None:
        """The bar beside a quotation and the line across the column."""
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            kind = block.blockFormat()
            box = layout.blockBoundingRect(block)
            if kind.intProperty(QTextFormat.Property.BlockQuoteLevel):
                painter.fillRect(0, int(box.y()), 3, ceil(box.height()), colour("line_strong"))
            elif kind.boolProperty(styles.RULE):
                painter.fillRect(0, int(box.center().y()), self.width(), 1, colour("line_strong"))
            block = block.next()
