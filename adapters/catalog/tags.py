"""The owner's own words for voices, to find them by."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold
from adapters.catalog.tables import VoiceTagRow

LONGEST = 40  # letters of a tag
MOST = 12  # tags of a voice


def put(catalog: Catalog, voice: int, tags: Iterable[str]) -> None:
    """Replace the tags of a voice; those that differ only in case are one."""
    kept: dict[str, str] = {}
    for tag in tags:
        shown = " ".join(tag.split())[:LONGEST].strip()
        if shown and len(kept) < MOST:
            kept.setdefault(fold(shown), shown)
    with catalog.session() as session:
        session.execute(delete(VoiceTagRow).where(VoiceTagRow.voice == voice))
        session.add_all(
            VoiceTagRow(voice=voice, tag_key=key, tag=tag) for key, tag in kept.items()
        )


def of_voices(catalog: Catalog) -> dict[int, tuple[str, ...]]:
    """The tags of each voice that has any, by the alphabet."""
    query = select(VoiceTagRow.voice, VoiceTagRow.tag)
    found: dict[int, tuple[str, ...]] = {}
    with catalog.reading() as session:
        for voice, tag in session.execute(query.order_by(VoiceTagRow.voice, VoiceTagRow.tag_key)):
            found[voice] = (*found.get(voice, ()), tag)
    return found
