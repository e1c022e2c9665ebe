"""Colours for code, by pygments, line by line for a QSyntaxHighlighter.

The whole text is read at once, since a string may run over many lines. While code is
still being written it is read again only when it has grown by a quarter, so that a long
block stays linear.
"""

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType
from pygments.util import ClassNotFound
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from gui import background
from gui.theme.tokens import colour

# Lexers of these are known to be linear; a reply may name any language it likes.
LANGUAGES = frozenset(
    "bash c c++ cpp csharp cs css diff dockerfile go golang haskell html ini java javascript js "  # noqa: SIM905 - a list of 45 lines says no more
    "json jsx kotlin lua makefile php powershell py py3 python python3 r rb ruby rs rust scala "
    "sh shell sql swift toml ts tsx typescript xml yaml yml zsh".split()
)
MOST = 20_000
KEPT = 128
MOST_LINE = 500
Span = tuple[int, int, str]  # first character, length, colour token
Spans = tuple[tuple[Span, ...], ...]  # of each line
_KINDS: tuple[tuple[_TokenType, str], ...] = (
    (Comment, "code_com"),
    (String, "code_str"),
    (Number, "code_num"),
    (Keyword, "code_kw"),
    (Operator.Word, "code_kw"),
    (Name.Function, "code_fn"),
    (Name.Class, "code_fn"),
    (Name.Decorator, "code_fn"),
    (Name.Builtin, "code_fn"),
)


def _is(token: _TokenType, kind: _TokenType) -> bool:
    return token[: len(kind)] == kind


def _kind(token: _TokenType) -> str | None:
    return next((name for kind, name in _KINDS if _is(token, kind)), None)


def spans(language: str, source: str) -> Spans:
    """The coloured stretches of each line; none for a language or a text out of bounds."""
    lines = source.split("\n")
    if len(source) > MOST or max(map(len, lines)) > MOST_LINE:
        return ()
    if language.lower() not in LANGUAGES:
        return ()
    try:
        lexer = get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return ()
    return _by_line(list(lexer.get_tokens(source)), len(lines))


def _by_line(tokens: list[tuple[_TokenType, str]], lines: int) -> Spans:
    found: list[list[Span]] = [[] for _ in range(lines)]
    line = column = 0
    followers = [text for _, text in tokens[1:]] + [""]
    for (token, text), follower in zip(tokens, followers, strict=True):
        name = _kind(token)
        if name is None and _is(token, Name) and follower.startswith("("):
            name = "code_fn"  # a call
        for number, part in enumerate(text.split("\n")):
            if number:
                line, column = line + 1, 0
            if name and part and line < lines:
                found[line].append((column, len(part), name))
            column += len(part)
    return tuple(map(tuple, found))


# What was read lately, so that code scrolled into view again has its colours at once.
_known: dict[tuple[str, str], Spans] = {}


def _remember(key: tuple[str, str]) -> Spans:
    """Read code on a pool thread: a lexer takes up to a tenth of a second at its first use."""
    found = _known[key] = spans(*key)
    while len(_known) > KEPT:
        _known.pop(next(iter(_known)))
    return found


class CodeHighlighter(QSyntaxHighlighter):
    """Colours a document in one language."""

    def __init__(self, document: QTextDocument, language: str) -> None:
        super().__init__(document)
        self._language = language
        self._spans: Spans = ()
        self._read = 0

    def grow(self, source: str, *, whole: bool) -> None:
        """Take the present text; ``whole`` when no more will come."""
        if not whole and len(source) < self._read * 1.25:
            return
        self._read = len(source)
        key = (self._language, source)
        if key in _known:
            self._colour(_known[key])
        else:
            background.run(lambda: _remember(key), self._colour, owner=self)

    def _colour(self, found: Spans) -> None:
        self._spans = found
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: ARG002 - Qt calls it
        number = self.currentBlock().blockNumber()
        if number >= len(self._spans):
            return
        for start, length, name in self._spans[number]:
            ink = QTextCharFormat()
            ink.setForeground(colour(name))
            self.setFormat(start, length, ink)
