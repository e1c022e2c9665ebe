"""Word documents: mammoth makes HTML of them, without their pictures."""

import io

import defusedxml
import mammoth

from adapters.notes.apart import RefusedError, html

defusedxml.defuse_stdlib()  # mammoth parses with the standard library, which unfolds entities

_LONGEST = 32 * 2**20  # characters of HTML


def parsed(data: bytes) -> tuple[str, str]:
    done = mammoth.convert_to_html(io.BytesIO(data), convert_image=_no_picture)
    if len(done.value) > _LONGEST:
        raise RefusedError("length")
    return html.title_and_text(done.value)


def _no_picture(_image: object) -> list[object]:
    return []
