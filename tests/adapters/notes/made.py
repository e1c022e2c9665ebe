"""Small real files of the kinds that readers take apart."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from adapters.notes.document import Document, Skipped
from adapters.notes.folder import read

PROSE = "The bean seedlings went out today, a week later than last year, under fleece."

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:'
    'container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/'
    'oebps-package+xml"/></rootfiles></container>'
)


def zipped(entries: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx(body: str, before: str = "") -> bytes:
    """``body`` is WordprocessingML; ``before`` stands between the declaration and the root."""
    document = (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body>'
        "</w:document>"
    )
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": document,
        }
    )


def paragraph(text: str, style: str = "") -> str:
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{own}<w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: str, info: str = "") -> bytes:
    """A PDF of lines of ASCII text; ``info`` is the inside of its dictionary of information."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, page in enumerate(pages):
        drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in page.splitlines())
        content = f"BT /F1 12 Tf 72 720 Td {drawn} ET" if page else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.append(f"<< {info} >>")
    return _numbered(objects)


def _numbered(objects: list[str]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R "
        f"/Size {len(objects) + 1} /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("latin-1")


def epub(
    chapters: Mapping[str, str], title: str = "A Year", more: Mapping[str, str] | None = None
) -> bytes:
    items = "".join(f'<item id="c{n}" href="{name}"/>' for n, name in enumerate(chapters))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata>'
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/book.opf": package,
            **{f"OEBPS/{name}": text for name, text in chapters.items()},
            **(more or {}),
        }
    )


def enex(notes: str, doctype: str = "") -> str:
    own = doctype or (
        '<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export3.dtd">'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{own}\n<en-export>{notes}</en-export>'


def enex_note(title: str, body: str, more: str = "") -> str:
    return (
        f"<note><title>{title}</title><content><![CDATA[<?xml version='1.0'?><!DOCTYPE en-note "
        "SYSTEM 'http://xml.evernote.com/pub/enml2.dtd'><en-note>"
        f"{body}</en-note>]]></content>{more}</note>"
    )


def notes_in(folder: Path) -> Iterator[Document]:
    """The notes of a folder; a file that gives none is a fault of the test."""
    for one in read(folder):
        assert not isinstance(one, Skipped), f"{one.path}: {one.reason}"
        yield one


def skipped_in(folder: Path) -> dict[str, str]:
    """Path to the reason, or to "" for what is taken."""
    return {one.path: str(one.reason) if isinstance(one, Skipped) else "" for one in read(folder)}
