"""The registry of readers: one more kind of note is one more line here."""

from collections.abc import Callable, Mapping

from adapters.notes.readers import hypertext, markdown, plain

# Takes the bytes of a file and its name without the suffix; gives the title and the text;
# raises ``CannotReadError``.
Reader = Callable[[bytes, str], tuple[str, str]]

READERS: Mapping[str, Reader] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": plain.read,
    ".text": plain.read,
    ".html": hypertext.read,
    ".htm": hypertext.read,
    ".xhtml": hypertext.read,
}
