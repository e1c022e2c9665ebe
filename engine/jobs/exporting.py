"""A voice leaves: as PEFT for other programs, as GGUF for llama.cpp, or whole as an archive."""

from collections.abc import Callable, Generator
from pathlib import Path

from adapters.catalog import voices
from adapters.catalog.history import history_of
from adapters.catalog.records import Voice
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.exchange import archive_write, gguf_write, peft_write
from adapters.voice.exchange.base import Base
from adapters.voice.exchange.recognise import Form
from adapters.voice.exchange.refusal import not_written
from adapters.voice.exchange.told import Told
from adapters.voice.exchange.whole import new_path
from adapters.voice.weights import VoiceWeights
from adapters.wording import phrase
from engine.jobs.choice import card_of
from engine.jobs.shared import Shared
from engine.messages import ExportVoice, Preparing, Update, VoiceExported
from engine.model import shape


def export(shared: Shared, command: ExportVoice) -> Generator[Update, None, VoiceExported]:
    """Write the current version, or all of them into an archive. Raises ``UserError``."""
    yield Preparing(phrase("progress", "Writing the voice"))
    card = card_of(shared.catalog, command.voice)
    path = Path(command.path).expanduser().absolute()
    _check_place(path, command.replace)
    try:
        WRITERS[Form(command.form)](shared, card, path)
    except OSError as error:
        raise not_written(path, error) from error
    return VoiceExported(card.id, card.name, str(path), _size(path))


def _to_folder(shared: Shared, card: Voice, path: Path) -> None:
    peft_write.to_folder(_weights(shared, card), path, _told(card))


def _to_zip(shared: Shared, card: Voice, path: Path) -> None:
    peft_write.to_zip(_weights(shared, card), path, _told(card))


def _to_gguf(shared: Shared, card: Voice, path: Path) -> None:
    with new_path(path) as aside:
        gguf_write.write_gguf(_weights(shared, card), aside, _base(shared, card), _told(card))


def _to_archive(shared: Shared, card: Voice, path: Path) -> None:
    """Each version is checked against its hash before it is passed on."""
    folders = {}
    for version in reversed(voices.versions(shared.catalog, card.id)):
        folders[version.number] = shared.places.voices / version.path
        files.load(folders[version.number], version.sha256)
    archive_write.write_archive(path, history_of(shared.catalog, card.id), folders)


WRITERS: dict[Form, Callable[[Shared, Voice, Path], None]] = {
    Form.PEFT: _to_folder,
    Form.PEFT_ZIP: _to_zip,
    Form.GGUF: _to_gguf,
    Form.ARCHIVE: _to_archive,
}


def _weights(shared: Shared, card: Voice) -> VoiceWeights:
    return files.load(shared.places.voices / card.version.path, card.version.sha256)


def _told(card: Voice) -> Told:
    return Told(card.name, card.model_name, card.model_fingerprint)


def _base(shared: Shared, card: Voice) -> Base:
    for _, base in shape.bases(shared.catalog):
        if base.fingerprint == card.model_fingerprint:
            return base
    raise UserError(
        phrase("errors", "The voice “{name}” cannot be written as GGUF.", name=card.name),
        phrase(
            "errors",
            "Its layers are named after its model, and “{model}” is not here.",
            model=card.model_name,
        ),
        phrase("errors", "Add that model and load it once, or choose PEFT."),
    )


def _check_place(path: Path, replace: bool) -> None:
    """What is there stays, unless the owner has said otherwise; a folder stays in any case."""
    if path.is_dir() or (path.exists() and not replace):
        raise UserError(
            phrase("errors", "The voice was not written to “{name}”.", name=path.name),
            phrase("errors", "There is something of that name already."),
            phrase("errors", "Choose another name."),
        )
    if not path.parent.is_dir():
        raise UserError(
            phrase("errors", "The voice was not written to “{name}”.", name=path.name),
            phrase("errors", "There is no folder “{folder}”.", folder=str(path.parent)),
            phrase("errors", "Choose another place."),
        )


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(file.stat().st_size for file in path.iterdir())
    return path.stat().st_size
