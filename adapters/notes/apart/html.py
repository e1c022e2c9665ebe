"""The text of an HTML page as light markdown; nothing of it is laid out, fetched or run."""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

_DROPPED = "script, style, noscript, template, svg, math, iframe, object, head, nav, select"
_BLOCKS = (
    "p, div, section, article, main, header, footer, aside, blockquote, pre, ul, ol, dl, dt, dd,"
    "table, tr, figure, figcaption, hr, form, fieldset, address, details, summary"
)
# Private characters stand for layout while white space is folded.
_GAP, _LINE, _SPACE, _TAB = "\ue000", "\ue001", "\ue002", "\ue003"
_KEPT = str.maketrans({"\n": _LINE, " ": _SPACE, "\t": _TAB})
_FOLDED = re.compile(rf"[ ]*([{_GAP}{_LINE}])[ ]*")


def parsed(data: bytes) -> tuple[str, str]:
    """Of a page in UTF-8."""
    return title_and_text(data.decode("utf-8", errors="replace"))


def title_and_text(page: str) -> tuple[str, str]:
    """The page's title, or "", and its text with blank lines between blocks."""
    page = re.sub(f"[{_GAP}-{_TAB}]", "", page)
    # Without events no element of the page is copied into another.
    tree = LexborHTMLParser(page, options=LexborDocumentOptions.WO_EVENTS)
    title = tree.css_first("title")
    name = " ".join(title.text().split()) if title else ""
    if tree.body is None:
        return name, ""
    _mark_layout(tree)
    return name, _folded(tree.body.text(deep=True))


def _mark_layout(tree: LexborHTMLParser) -> None:
    """Leave marks in the text where blocks begin and end, and keep preformatted lines."""
    for node in tree.css(_DROPPED):
        node.decompose()
    for node in tree.css("pre"):
        node.replace_with(_GAP + node.text(deep=True).strip("\n").translate(_KEPT) + _GAP)
    for node in tree.css("br"):
        node.replace_with(_LINE)
    for level in range(1, 7):
        _surround(tree, f"h{level}", _GAP + "#" * level + " ", _GAP)
    _surround(tree, "li", _LINE + "- ", _LINE)
    _surround(tree, "td, th", "", " ")
    _surround(tree, _BLOCKS, _GAP, _GAP)


def _surround(tree: LexborHTMLParser, selector: str, before: str, after: str) -> None:
    for node in tree.css(selector):
        if before:
            node.insert_before(before)
        node.insert_after(after)


def _folded(text: str) -> str:
    """Fold white space as a browser would, then turn the marks into line ends."""
    text = _FOLDED.sub(r"\1", " ".join(text.split()))
    text = text.replace(_GAP, "\n\n").replace(_LINE, "\n")
    text = text.replace(_SPACE, " ").replace(_TAB, "\t")
    return re.sub(r"\n{3,}", "\n\n", text).strip()
