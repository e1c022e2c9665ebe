"""Markdown to tokens, with only the rules that can do no harm.

HTML, images and reference definitions are off, so all of them stay literal text. A
link counts as one only when it leads to http or https: everything else that
markdown-it would let through (smb:, ms-msdt:, vscode:, //host) stays as it was written.
"""

from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

NESTING = 20
MOST_BRACKETS = 300
OFF = ["html_block", "html_inline", "image", "reference"]
# Qt uses these as markers inside of its documents.
_UNSAFE = {ord(mark): "\ufffd" for mark in "\x00\ufdd0\ufdd1\ufffc"}


def is_web_address(address: str) -> bool:
    """Whether a link may be offered at all: http or https, with a host."""
    try:
        parts = urlsplit(address.strip())
        return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # a broken IPv6 address, for one
        return False


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": NESTING}
    made = MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).disable(OFF)
    made.validateLink = is_web_address  # type: ignore[method-assign, assignment]
    return made


def parse(source: str) -> list[Token]:
    """The block tokens of a text; each "inline" token has its children.

    markdown-it drops what is nested too deeply, and looks for the end of every bracket
    again and again: such a text is given as it was written.
    """
    if source.count("[") > MOST_BRACKETS:
        return literal(source)
    tokens = _markdown().parse(clean(source))
    return literal(source) if any(token.level >= NESTING - 2 for token in tokens) else tokens


def literal(source: str) -> list[Token]:
    """One paragraph that holds the text itself."""
    text = Token("text", "", 0, content=clean(source))
    return [
        Token("paragraph_open", "p", 1),
        Token("inline", "", 0, children=[text]),
        Token("paragraph_close", "p", -1),
    ]


def clean(text: str) -> str:
    """Text without the characters that mean something to Qt's documents."""
    return text.translate(_UNSAFE)
