"""Write markdown tokens into a QTextDocument with a cursor, never as HTML.

Nothing that a reply holds can become a resource that Qt would open: only text, blocks,
lists, tables and anchors to checked addresses are ever inserted (faults 1 to 5).
"""

from collections.abc import Callable, Sequence

from markdown_it.token import Token
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from gui.chat.markdown import styles
from gui.chat.markdown.parser import literal, parse

LINE = "\u2028"
# A wider table is no table that anyone meant.
MOST_COLUMNS = 16
_MARKS: dict[str, Callable[[QTextCharFormat], None]] = {
    "strong": styles.strong,
    "em": styles.emphasis,
    "s": styles.struck,
}
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


class _List:
    """A list that is being written; Qt's own list is made with its first item."""

    def __init__(self, depth: int, start: int | None) -> None:
        self.format = QTextListFormat()
        self.format.setIndent(depth)
        if start is None:
            self.format.setStyle(_BULLETS[min(depth, len(_BULLETS)) - 1])
        else:
            self.format.setStyle(QTextListFormat.Style.ListDecimal)
            self.format.setStart(start)
        self.made: QTextList | None = None
        self.item_begun = False


class ProseWriter:
    """Appends to the end of one document."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = document.isEmpty() and document.blockCount() == 1
        self._lists: list[_List] = []
        self._quoted = 0
        self._base = styles.text()
        self._block = styles.block()
        self._table: QTextTable | None = None
        self._cell = [-1, -1]
        self.links = 0  # written so far

    def markdown(self, source: str) -> None:
        tokens = parse(source)
        if _widest_table(tokens) > MOST_COLUMNS:
            tokens = literal(source)
        self._cursor.beginEditBlock()
        for number, token in enumerate(tokens):
            self._write(token, tokens[number:])
        self._cursor.endEditBlock()

    def plain(self, text: str) -> None:
        """Text as it is, line by line."""
        self._cursor.beginEditBlock()
        for line in text.split("\n"):
            self._new_block(styles.block(gap=0))
            self._cursor.insertText(line, self._base)
        self._cursor.endEditBlock()

    def _write(self, token: Token, rest: Sequence[Token]) -> None:
        if token.type == "table_open":
            self._open_table(rest)
            return
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            handler(self, token)

    # --- blocks -------------------------------------------------------------------------

    def _new_block(self, block: QTextBlockFormat | None = None) -> None:
        """Begin a block; inside of a list item, the item's first or a further one."""
        made = self._block if block is None else block
        if self._fresh:
            self._cursor.setBlockFormat(made)
            self._cursor.setBlockCharFormat(self._base)
            self._fresh = False
        else:
            self._cursor.insertBlock(made, self._base)
        if self._lists and self._table is None:
            self._join_list(self._lists[-1])

    def _join_list(self, entry: _List) -> None:
        if entry.item_begun:
            return
        entry.item_begun = True
        if entry.made is None:
            entry.made = self._cursor.createList(entry.format)
        else:
            entry.made.add(self._cursor.block())

    def _paragraph(self, token: Token) -> None:  # noqa: ARG002 - called from the table
        self._base = styles.text(tone="text_2" if self._quoted else "text")
        if not self._lists:
            self._block = styles.block(quoted=self._quoted)
        elif not self._lists[-1].item_begun:
            self._block = styles.block(gap=styles.ITEM_GAP, quoted=self._quoted)
        else:
            depth = len(self._lists)
            self._block = styles.block(gap=styles.ITEM_GAP, indent=depth, quoted=self._quoted)
        self._new_block()

    def _heading(self, token: Token) -> None:
        level = int(token.tag[1])
        self._base = styles.heading(level)
        self._new_block(styles.heading_block(level, self._quoted))

    def _open_quote(self, token: Token) -> None:  # noqa: ARG002
        self._quoted += 1

    def _close_quote(self, token: Token) -> None:  # noqa: ARG002
        self._quoted -= 1

    def _open_list(self, token: Token) -> None:
        start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        if not self._lists and not self._fresh and self._table is None:
            before = self._cursor.blockFormat()
            before.setBottomMargin(min(before.bottomMargin(), styles.BEFORE_LIST))
            self._cursor.setBlockFormat(before)
        self._lists.append(_List(len(self._lists) + 1, start))

    def _close_list(self, token: Token) -> None:  # noqa: ARG002
        self._lists.pop()
        if not self._lists and self._table is None and not self._fresh:
            last = self._cursor.blockFormat()
            last.setBottomMargin(styles.GAP)
            self._cursor.setBlockFormat(last)

    def _open_item(self, token: Token) -> None:  # noqa: ARG002
        self._lists[-1].item_begun = False

    def _rule(self, token: Token) -> None:  # noqa: ARG002
        self._new_block(styles.rule())

    def _code_block(self, token: Token) -> None:
        self._begin_table(1, 1, code=True)
        self._cursor.setBlockFormat(styles.block("code", gap=0))
        made = styles.text()
        styles.code(made)
        self._cursor.insertText(token.content.rstrip("\n").replace("\n", LINE), made)
        self._end_table(token)

    # --- tables -------------------------------------------------------------------------

    def _open_table(self, rest: Sequence[Token]) -> None:
        rows, columns = _table_size(rest)
        self._begin_table(rows, columns, code=False)
        self._cell = [-1, -1]

    def _begin_table(self, rows: int, columns: int, *, code: bool) -> None:
        made = styles.code_table() if code else styles.table()
        made.setTopMargin(0 if self._fresh else styles.GAP)
        self._table = self._cursor.insertTable(rows, columns, made)
        if code:
            self._table.cellAt(0, 0).setFormat(styles.code_cell())
        self._cursor = self._table.cellAt(0, 0).firstCursorPosition()

    def _row(self, token: Token) -> None:  # noqa: ARG002
        self._cell = [self._cell[0] + 1, -1]

    def _open_cell(self, token: Token) -> None:
        self._cell[1] += 1
        assert self._table is not None
        self._cursor = self._table.cellAt(*self._cell).firstCursorPosition()
        made = styles.block(gap=0)
        alignment = styles.ALIGNMENTS.get(str(token.attrs.get("style", "")))
        if alignment is not None:
            made.setAlignment(alignment)
        self._cursor.setBlockFormat(made)
        self._base = styles.text()
        if token.type == "th_open":
            styles.strong(self._base)

    def _end_table(self, token: Token) -> None:  # noqa: ARG002
        self._table = None
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(styles.vanishing())
        self._cursor.setBlockCharFormat(styles.tiny())
        self._fresh = True

    # --- inside of a line ---------------------------------------------------------------

    def _inline(self, token: Token) -> None:
        stack = [self._base]
        for child in token.children or []:
            self._run(child, stack)

    def _run(self, child: Token, stack: list[QTextCharFormat]) -> None:
        if child.nesting == 1:
            made = QTextCharFormat(stack[-1])
            if child.type == "link_open":
                styles.link(made, str(child.attrs.get("href", "")))
                self.links += 1
            elif (mark := _MARKS.get(child.type.removesuffix("_open"))) is not None:
                mark(made)
            stack.append(made)
        elif child.nesting == -1:
            stack.pop()
        elif child.type in {"softbreak", "hardbreak"}:
            self._cursor.insertText(LINE, stack[-1])
        elif child.type == "code_inline":
            made = QTextCharFormat(stack[-1])
            styles.code(made)
            self._cursor.insertText(child.content, made)
        else:
            self._cursor.insertText(child.content, stack[-1])


_HANDLERS: dict[str, Callable[[ProseWriter, Token], None]] = {
    "paragraph_open": ProseWriter._paragraph,
    "heading_open": ProseWriter._heading,
    "inline": ProseWriter._inline,
    "blockquote_open": ProseWriter._open_quote,
    "blockquote_close": ProseWriter._close_quote,
    "bullet_list_open": ProseWriter._open_list,
    "ordered_list_open": ProseWriter._open_list,
    "bullet_list_close": ProseWriter._close_list,
    "ordered_list_close": ProseWriter._close_list,
    "list_item_open": ProseWriter._open_item,
    "hr": ProseWriter._rule,
    "fence": ProseWriter._code_block,
    "code_block": ProseWriter._code_block,
    "tr_open": ProseWriter._row,
    "th_open": ProseWriter._open_cell,
    "td_open": ProseWriter._open_cell,
    "table_close": ProseWriter._end_table,
}


def _table_size(tokens: Sequence[Token]) -> tuple[int, int]:
    """Rows and columns of the table that begins ``tokens``."""
    rows = columns = 0
    for token in tokens:
        rows += token.type == "tr_open"
        columns += token.type == "th_open"
        if token.type == "table_close":
            break
    return rows, columns


def _widest_table(tokens: Sequence[Token]) -> int:
    tables = (tokens[n:] for n, token in enumerate(tokens) if token.type == "table_open")
    return max((_table_size(table)[1] for table in tables), default=0)
