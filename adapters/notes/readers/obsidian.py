"""What Obsidian adds to Markdown, made words again.

Links become what they show; embeds, comments, lines of tags and the marks of blocks go; a
callout becomes a quotation with its title. Code stays as it is, and so do task boxes.
"""

import re

_CODE = re.compile(
    r"(^[ \t]*(?:```|~~~).*?(?:^[ \t]*(?:```|~~~)[ \t]*$|\Z)|`[^`\n]+`)", re.M | re.S
)
_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
_EMBED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_LINK = re.compile(r"\[\[([^\[\]\n|]+)(?:\|([^\[\]\n]+))?\]\]")
_CALLOUT = re.compile(r"^([ \t]*>[ \t>]*)\[!(\w+)\][+-]?[ \t]*(.*)$", re.MULTILINE)
_TAGS = re.compile(r"^[ \t]*#[^\s#]+(?:[ \t]+#[^\s#]+)*[ \t]*(?:\n|\Z)", re.MULTILINE)
_BLOCK_MARK = re.compile(r"[ \t]+\^[\w-]+[ \t]*$", re.MULTILINE)


def readable(text: str) -> str:
    """The text as Obsidian shows it, but for pictures and notes shown inside of it."""
    pieces = _CODE.split(text)  # prose and code by turns
    pieces[::2] = map(_prose, pieces[::2])
    return "".join(pieces)


def _prose(text: str) -> str:
    text = _EMBED.sub("", _COMMENT.sub("", text))
    text = _LINK.sub(lambda found: found[2] or _shown(found[1]), text)
    text = _CALLOUT.sub(lambda found: found[1] + (found[3] or found[2].capitalize()), text)
    return _BLOCK_MARK.sub("", _TAGS.sub("", text))


def _shown(target: str) -> str:
    """``folder/Note#Part`` is about the note, ``#Part`` about a part of this one."""
    note, _, part = target.partition("#")
    return note.rpartition("/")[2].strip() or part.lstrip("^").strip()
