"""Voices whose rows and folders do not belong together, put right at the start."""

import logging
import re
import shutil
from pathlib import Path

from sqlalchemy import func, select

from adapters.catalog.database import Catalog
from adapters.catalog.tables import VoiceRow, VoiceVersionRow
from adapters.wording import Phrase, phrase

log = logging.getLogger(__name__)

# A version by itself, or its voice: files that are missing there harm nobody.
_TRASHED = func.coalesce(VoiceVersionRow.trashed, VoiceRow.trashed).label("trashed")
_UNFINISHED = re.compile(r"\..+\.part-\d+")  # as ``adapters.voice.files`` writes aside


def tidy(catalog: Catalog, voices: Path, aside: Path) -> list[Phrase]:
    """Delete voices that were never written to their end; say what else is amiss.

    A whole voice that no row names (an older backup was restored, or a crash came between
    file and row) is moved to ``aside`` and told this once. Only the owner of the data
    folder may call this, before anything is trained.
    """
    with catalog.reading() as session:
        query = select(VoiceVersionRow.path, VoiceRow.name, _TRASHED).join(
            VoiceRow, VoiceRow.id == VoiceVersionRow.voice
        )
        rows = session.execute(query).all()
    folders = [p for p in voices.iterdir() if p.is_dir()] if voices.is_dir() else []
    there = {folder.name for folder in folders}
    known = {row.path for row in rows}
    missing = [
        _missing(row.name, row.path) for row in rows if row.path not in there and not row.trashed
    ]
    strays = [folder for folder in sorted(folders) if folder.name not in known]
    return missing + [told for folder in strays if (told := _put_right(folder, aside))]


def _put_right(folder: Path, aside: Path) -> Phrase | None:
    if _UNFINISHED.fullmatch(folder.name):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    if folder.name.startswith("."):
        return None  # not ours
    try:
        aside.mkdir(exist_ok=True)
        moved = folder.rename(_free(aside / folder.name))
    except OSError as error:
        log.warning("A voice that no row names could not be put aside: %s", error)
        return None
    return phrase(
        "errors",
        "The catalog does not know this voice, so it was put aside: {path}. Nothing else was "
        "changed; delete the folder if you do not need it.",
        path=str(moved),
    )


def _free(folder: Path) -> Path:
    number = 2
    free = folder
    while free.exists():
        free, number = folder.with_name(f"{folder.name}-{number}"), number + 1
    return free


def _missing(name: str, path: str) -> Phrase:
    return phrase(
        "errors",
        "The files of the voice “{name}” are missing: {path}. Bring them back from a backup of "
        "yours, or delete the voice.",
        name=name,
        path=path,
    )
