"""The chunks of a PNG picture in which cards are kept: tEXt, base64 of JSON."""

import base64
import binascii
import struct
import zlib
from collections.abc import Iterable, Iterator

from adapters.wording import phrase
from engine.scene.format.refusal import UnreadableError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST = 64 * 2**20  # bytes of a picture with its card
_KEYWORDS = (b"ccv3", b"chara")  # the newer one counts where both are there
_SIDE = (400, 600)  # of the plain picture, as SillyTavern shows them
_COLOUR = bytes((0x2B, 0x5D, 0x5A))

Chunk = tuple[bytes, bytes]  # its type and its contents


def card_in(data: bytes) -> bytes:
    """The JSON of the card in a picture. Raises ``UnreadableError``."""
    texts = dict(_texts(_chunks(data)))
    found = next((texts[keyword] for keyword in _KEYWORDS if keyword in texts), None)
    if found is None:
        raise UnreadableError(phrase("scene", "The picture holds no character card."))
    try:
        return base64.b64decode(b"".join(found.split()), validate=True)
    except binascii.Error as error:
        raise UnreadableError(phrase("scene", "The card in the picture is damaged.")) from error


def with_card(card: bytes, picture: bytes | None = None, newer: bool = False) -> bytes:
    """A picture (a plain one where none is given) that holds this card and no other.

    ``newer`` says that it is of version 3, which has a place of its own beside the older one.
    Raises ``UnreadableError`` for what is no picture.
    """
    chunks = [one for one in _chunks(picture or plain_picture()) if not _is_card(one)]
    keywords = (b"chara", b"ccv3") if newer else (b"chara",)
    text = base64.b64encode(card)
    added = [(b"tEXt", keyword + b"\0" + text) for keyword in keywords]
    return _picture([*chunks[:-1], *added, chunks[-1]])


def plain_picture() -> bytes:
    """One colour, for a card without a portrait."""
    width, height = _SIDE
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits of red, green, blue
    rows = (b"\0" + _COLOUR * width) * height
    return _picture([(b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")])


def _chunks(data: bytes) -> list[Chunk]:
    if not data.startswith(SIGNATURE):
        raise UnreadableError(phrase("scene", "It is no PNG picture."))
    chunks: list[Chunk] = []
    at = len(SIGNATURE)
    while not chunks or chunks[-1][0] != b"IEND":
        if at + 12 > len(data):
            raise UnreadableError(phrase("scene", "The picture is cut off."))
        (length,) = struct.unpack_from(">I", data, at)
        kind, contents = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if at + 12 + length > len(data):
            raise UnreadableError(phrase("scene", "The picture is cut off."))
        (crc,) = struct.unpack_from(">I", data, at + 8 + length)
        if crc != zlib.crc32(kind + contents):
            raise UnreadableError(phrase("scene", "The picture is damaged."))
        chunks.append((kind, contents))
        at += 12 + length
    return chunks


def _texts(chunks: Iterable[Chunk]) -> Iterator[tuple[bytes, bytes]]:
    for kind, contents in chunks:
        if kind == b"tEXt":
            keyword, _, text = contents.partition(b"\0")
            yield keyword, text


def _is_card(chunk: Chunk) -> bool:
    return any(keyword in _KEYWORDS for keyword, _ in _texts([chunk]))


def _picture(chunks: Iterable[Chunk]) -> bytes:
    written = (
        struct.pack(">I", len(contents))
        + kind
        + contents
        + struct.pack(">I", zlib.crc32(kind + contents))
        for kind, contents in chunks
    )
    return SIGNATURE + b"".join(written)
