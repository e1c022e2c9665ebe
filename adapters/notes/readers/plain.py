"""Plain text: the first line is the title where it stands alone and is short."""

from adapters.notes.decoding import text_of
from adapters.notes.readers.titles import of_file_name

_LONGEST_TITLE = 80  # characters


def read(data: bytes, stem: str) -> tuple[str, str]:
    text = text_of(data).strip()
    first, _, rest = text.partition("\n")
    alone = rest.startswith("\n") or set(rest.partition("\n")[0].strip()) in ({"="}, {"-"})
    if alone and len(first) <= _LONGEST_TITLE and not first.rstrip().endswith((".", ",", ";")):
        return first.strip(), rest.lstrip("=-\n ")
    return of_file_name(stem), text
