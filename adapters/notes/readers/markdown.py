"""Markdown with or without YAML front matter, of which only the title is used."""

import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from adapters import plain_yaml
from adapters.notes.decoding import text_of
from adapters.notes.readers import obsidian
from adapters.notes.readers.titles import of_file_name, with_heading

_FRONT = re.compile(r"\A---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")
_LARGEST_FRONT = 16_384  # characters; what is longer is text between two rules


class _Yaml(YAMLHandler):  # type: ignore[misc]
    def load(self, fm: str, **_: object) -> Any:
        return plain_yaml.load(fm)


def read(data: bytes, stem: str) -> tuple[str, str]:
    title, text = _without_front(text_of(data))
    heading, text = with_heading(obsidian.readable(text))
    return title or heading or of_file_name(stem), text


def _without_front(text: str) -> tuple[str, str]:
    """The title that the front matter names, or "", and the text after it."""
    found = _FRONT.match(text, 0, _LARGEST_FRONT)
    if not found:
        return "", text
    try:
        values, _ = frontmatter.parse(found.group(), handler=_Yaml())
    except Exception:  # yaml's own constructors raise whatever an odd value leads them to
        return "", text[found.end() :]
    if not values and ":" not in found.group():
        return "", text  # a paragraph between two rules, which is the owner's text
    title = values.get("title")
    return (title.strip() if isinstance(title, str) else ""), text[found.end() :]
