"""Org notes: headings, lists and blocks of source become light markdown.

What Org keeps for itself (properties, plans, comments, tags, keywords) is left out.
"""

import re

import orgparse

_BLOCK = re.compile(r"^\s*#\+(begin|end)_(\w+)[ \t]*(\S*)", re.IGNORECASE)
_TITLE = re.compile(r"^\s*#\+title:[ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_FOR_ORG = re.compile(r"^\s*(?:#\+\S+:|#(?:\s|$)|:[\w-]+:.*$)")
_LINK = re.compile(r"\[\[([^\[\]]+)\](?:\[([^\[\]]+)\])?\]")
_CODE = ("src", "example")
_DEEPEST = 6


def parsed(data: bytes) -> tuple[str, str]:
    source = data.decode("utf-8", errors="replace")
    title = _TITLE.search(source)
    root = orgparse.loads(source)
    parts = [_body(root.get_body(format="raw"))]
    for node in root[1:]:
        level = min(node.level, _DEEPEST)
        parts.append(f"{'#' * level} {_linked(node.get_heading(format='raw')).strip()}")
        parts.append(_body(node.get_body(format="raw")))
    return (title.group(1).strip() if title else ""), "\n\n".join(filter(None, parts))


def _body(source: str) -> str:
    lines: list[str] = []
    code = False
    for line in source.splitlines():
        block = _BLOCK.match(line)
        if block and block.group(2).lower() in _CODE:
            code = block.group(1).lower() == "begin"
            lines.append(f"```{block.group(3) if code else ''}")
        elif code:
            lines.append(line)
        elif not block and not _FOR_ORG.match(line):
            lines.append(_linked(line))
    return "\n".join(lines).strip("\n")


def _linked(line: str) -> str:
    """Of a link its words, or its address where it has none."""
    return _LINK.sub(lambda found: found.group(2) or found.group(1), line)
