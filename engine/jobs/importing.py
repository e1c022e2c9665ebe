"""A voice comes from elsewhere: looked at with suspicion, matched with a base, taken in whole."""

import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.catalog import voices
from adapters.catalog.history import History, KeptVersion, take_in
from adapters.catalog.tables import now
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.exchange import archive_read, peft_read
from adapters.voice.exchange.base import Base
from adapters.voice.exchange.gguf_read import GgufAdapter
from adapters.voice.exchange.matching import Match, match
from adapters.voice.exchange.recognise import Form, form_of
from adapters.voice.exchange.refusal import not_kept, refused
from adapters.voice.exchange.told import Told, one_line
from adapters.voice.weights import VoiceWeights
from adapters.wording import phrase
from engine.jobs.shared import Shared
from engine.messages import ImportVoice, Preparing, Update, VoiceImported
from engine.model import shape

Adapter = peft_read.PeftAdapter | GgufAdapter


@dataclass(frozen=True)
class _Found:
    """The base here that a voice belongs to, if there is one, and its row."""

    match: Match
    model: int


def import_voice(shared: Shared, command: ImportVoice) -> Generator[Update, None, VoiceImported]:
    """Take a voice in, or nothing at all. Raises ``UserError`` with the reason."""
    yield Preparing(phrase("progress", "Looking at the voice"))
    given = Path(command.path).expanduser().absolute()
    name = one_line(command.name or "")
    try:
        form, path = form_of(given)
        with _aside(shared) as aside:
            if form == Form.ARCHIVE:
                return _archive(shared, path, aside, name)
            adapter = _adapter(form, path, aside)
            yield Preparing(phrase("progress", "Looking for the model it was made for"))
            return _single(shared, given, adapter, name)
    except OSError as error:
        raise not_kept(given, error) from error


def _adapter(form: Form, path: Path, aside: Path) -> Adapter:
    if form == Form.GGUF:
        return GgufAdapter(path)
    return (
        peft_read.from_zip(path, aside) if form == Form.PEFT_ZIP else peft_read.from_folder(path)
    )


def _single(shared: Shared, given: Path, adapter: Adapter, name: str) -> VoiceImported:
    """One adapter becomes a voice with one version."""
    told = adapter.told
    weights: VoiceWeights | None = None

    def fits(base: Base) -> bool:
        return adapter.weights_on(base) is not None

    found = _match(shared, told, fits)
    if found.match.base is not None:
        weights = adapter.weights_on(found.match.base)
    elif told.fingerprint and isinstance(adapter, peft_read.PeftAdapter):
        weights = adapter.weights  # of another base: kept, and listed with the reason
    if weights is None:
        raise _homeless(given, found.match)
    history = _first_history(shared, name or told.name or given.stem, told, found.match)
    folder = _free_folder(shared)
    saved = files.save(weights, folder, told.base_name, told.as_metadata())
    kept = KeptVersion(
        folder.name, saved.sha256, saved.bytes, weights.largest_rank, weights.targets
    )
    return _taken_in(shared, given, history, {1: kept}, found)


def _archive(shared: Shared, path: Path, aside: Path, name: str) -> VoiceImported:
    """All versions, each under its own hash."""
    unpacked = archive_read.read_archive(path, aside)

    def fits(base: Base) -> bool:
        return all(base.has(version.layers) for version in unpacked.versions.values())

    history = unpacked.manifest.history
    told = unpacked.manifest.told
    found = _match(shared, told, fits)
    if found.match.base is None and not told.fingerprint:
        raise _homeless(path, found.match)
    _settle_base(history["card"], found.match)
    history["card"]["name"] = name or history["card"]["name"]
    kept = {}
    for number, version in unpacked.versions.items():
        folder = _free_folder(shared)
        size = sum(file.stat().st_size for file in version.folder.iterdir())
        files.sync_folder(version.folder)
        version.folder.rename(folder)
        files.sync_folder(folder.parent)
        kept[number] = KeptVersion(
            folder.name, version.sha256, size, version.rank, version.targets
        )
    return _taken_in(shared, path, history, kept, found)


def _match(shared: Shared, told: Told, fits: Callable[[Base], bool]) -> _Found:
    rows = {base.fingerprint: (model, base) for model, base in shape.bases(shared.catalog)}
    found = match(told, (base for _, base in rows.values()), fits)
    return _Found(found, rows[found.base.fingerprint][0].id if found.base else 0)


def _first_history(shared: Shared, name: str, told: Told, found: Match) -> History:
    moment = now().isoformat()
    card: dict[str, Any] = {
        "name": name,
        "colour": voices.next_colour(shared.catalog),
        "description": "",
        "model_name": told.base_name,
        "model_fingerprint": told.fingerprint,
        "created": moment,
    }
    _settle_base(card, found)
    return {
        "card": card,
        "current": 1,
        "versions": [{"number": 1, "notes": 0, "created": moment, "learned": []}],
    }


def _settle_base(card: dict[str, Any], found: Match) -> None:
    """The base that it was matched with, or the one that it was made for."""
    if found.base is not None:
        card["model_name"], card["model_fingerprint"] = found.base.name, found.base.fingerprint


def _taken_in(
    shared: Shared, given: Path, history: History, kept: dict[int, KeptVersion], found: _Found
) -> VoiceImported:
    """The files are there already: the rows that name them. Without rows, no files stay."""
    try:
        voice = take_in(shared.catalog, history, kept, found.model)
    except BaseException as error:
        for version in kept.values():
            shutil.rmtree(shared.places.voices / version.path, ignore_errors=True)
        if isinstance(error, (ValueError, OverflowError)):
            raise refused(given, phrase("errors", "Its list of contents is damaged.")) from error
        raise
    return VoiceImported(
        voice=voice.id,
        name=voice.name,
        path=str(shared.places.voices / voice.version.path),
        model=voice.model_name,
        usable=found.match.base is not None,
        assumed=found.match.assumed,
        versions=len(kept),
        adapter_bytes=voice.version.bytes,
    )


@contextmanager
def _aside(shared: Shared) -> Iterator[Path]:
    """A folder for what is unpacked, on the disk of the voices; the start sweeps one away."""
    shared.places.voices.mkdir(parents=True, exist_ok=True)
    folder = _free_folder(shared, ".import-{}.part-0")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_folder(shared: Shared, pattern: str = "import-{}") -> Path:
    number = 1
    while (folder := shared.places.voices / pattern.format(number)).exists():
        number += 1
    return folder


def _homeless(path: Path, found: Match) -> UserError:
    assert found.assumed is not None
    return refused(
        path,
        found.assumed,
        phrase("errors", "Add its model and load it once, then import the voice again."),
    )
