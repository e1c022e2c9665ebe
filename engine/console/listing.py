"""``voices``, ``models`` and ``runs``: reading the catalog, also beside an open window."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from adapters.catalog import models, runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model, Run, Voice
from adapters.wording import Phrase, phrase
from engine import ownership
from engine.console import screen, verdict
from engine.console.words import decimal, words
from engine.model import record
from engine.owner import STARTER_NAME, Makers
from engine.places import Places

Record = dict[str, object]

HEADINGS = {
    "chat": phrase("console", "chat"),
    "title": phrase("console", "title"),
    "voice": phrase("console", "voice"),
    "version": phrase("console", "version"),
    "current": phrase("console", "current"),
    "model": phrase("console", "model"),
    "notes": phrase("console", "notes"),
    "perplexity_before": phrase("console", "perplexity before"),
    "perplexity_after": phrase("console", "perplexity after"),
    "adapter_bytes": phrase("console", "bytes of the adapter"),
    "kind": phrase("console", "kind"),
    "bytes": phrase("console", "bytes"),
    "context_length": phrase("console", "context length"),
    "path": phrase("console", "path"),
    "run": phrase("console", "run"),
    "state": phrase("console", "state"),
    "step": phrase("console", "step"),
    "steps": phrase("console", "steps"),
}
# Of the columns "state" and "kind".
VALUES = {
    "queued": phrase("console", "waiting"),
    "running": phrase("console", "running"),
    "paused": phrase("console", "paused"),
    "interrupted": phrase("console", "interrupted"),
    "finished": phrase("console", "finished"),
    "failed": phrase("console", "failed"),
    "starter": phrase("console", "starter"),
    "folder": phrase("console", "folder"),
    "gguf": phrase("console", "GGUF file"),
}


def list_voices(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every voice that is not in the trash, oldest first."""
    with reading(places) as catalog:
        found = sorted(voices.everything(catalog), key=lambda voice: voice.id)
        rows = [_voice(voice, places, catalog) for voice in found]
    show(
        "voices",
        rows,
        arguments.json,
        ("voice", "model", "notes", "perplexity_before", "perplexity_after", "adapter_bytes"),
        phrase("console", "There is no voice yet. Train one: train FOLDER --name NAME"),
    )
    return 0


def list_models(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every model of the catalog, oldest first, and the starter where it is set up."""
    with reading(places) as catalog:
        found = sorted(models.everything(catalog), key=lambda model: model.id)
    rows = [_model(model) for model in found]
    if not any(model.kind == "starter" for model in found):
        rows = [*_starter(places), *rows]
    show(
        "models",
        rows,
        arguments.json,
        ("model", "kind", "bytes", "context_length", "path"),
        phrase("console", "There is no model. Run the set-up again for the starter model."),
    )
    return 0


def list_runs(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every training run, oldest first."""
    busy = ownership.owner(places) is not None
    with reading(places) as catalog:
        rows = [
            _run(run, _path_of(run, catalog, places), busy) for run in runs.everything(catalog)
        ]
    show(
        "runs",
        rows,
        arguments.json,
        ("run", "voice", "state", "step", "steps", "path"),
        phrase("console", "Nothing has been trained yet. Begin with: train FOLDER --name NAME"),
    )
    return 0


@contextmanager
def reading(places: Places) -> Iterator[Catalog]:
    """The catalog as it is now, whoever owns it."""
    catalog = Catalog.open_reading(places.catalog)
    try:
        yield catalog
    finally:
        catalog.close()


def _voice(voice: Voice, places: Places, catalog: Catalog) -> Record:
    version = voice.version
    return {
        "voice": voice.name,
        "version": version.number,
        "model": voice.model_name,
        "path": str(places.voices / version.path),
        "rank": version.rank,
        "targets": list(version.targets),
        "notes": version.notes,
        "perplexity_before": version.perplexity_before,
        "perplexity_after": version.perplexity_after,
        "adapter_bytes": version.bytes,
        "run": version.run,
        "created": _moment(voice.created),
        "verdict": verdict.as_json(verdict.measured_of(catalog, version)),
    }


def _model(model: Model) -> Record:
    return {
        "model": model.name,
        "kind": model.kind,
        "path": model.path,
        "nf4_path": model.nf4_path,
        "fingerprint": model.fingerprint,
        "bytes": model.bytes,
        "context_length": model.context_length,
        "last_used": _moment(model.last_used),
    }


def _starter(places: Places) -> list[Record]:
    """The starter model before any process has put it into this catalog."""
    made = record.read(places.starter_nf4)
    if made is None:
        return []
    return [
        {
            "model": STARTER_NAME,
            "kind": "starter",
            "path": str(places.starter_gguf),
            "nf4_path": str(places.starter_nf4),
            "fingerprint": made.fingerprint,
            "bytes": sum(file.stat().st_size for file in places.starter_nf4.iterdir()),
            "context_length": made.context_length,
            "last_used": None,
        }
    ]


def _run(run: Run, path: Path, busy: bool) -> Record:
    """``busy``: a process is there that may really be running what is marked so."""
    cut_off = run.state in ("queued", "running") and not busy
    return {
        "run": run.id,
        "voice": run.name,
        "state": "interrupted" if cut_off else run.state,
        "step": run.step,
        "steps": run.steps,
        "path": str(path),
    }


def _path_of(run: Run, catalog: Catalog, places: Places) -> Path:
    """The voice that a run has made, else its checkpoints."""
    if run.version is None:
        return places.checkpoints / str(run.id)
    return places.voices / voices.version(catalog, run.version).path


def show(
    name: str,
    rows: list[Record],
    as_json: bool,
    columns: tuple[str, ...],
    nothing: Phrase | None = None,
) -> None:
    """As one object for programs, else ``columns`` as a table, or that there is ``nothing``."""
    if as_json:
        screen.print_json({name: rows})
    elif rows:
        heading = tuple(words(HEADINGS[column]) for column in columns)
        cells = [tuple(_cell(column, row[column]) for column in columns) for row in rows]
        print(screen.table([heading, *cells]))
    elif nothing:
        screen.say(nothing)


def _cell(column: str, value: object) -> str:
    if isinstance(value, float):
        return decimal(value)
    if column in ("state", "kind"):
        return words(VALUES[str(value)])
    if isinstance(value, bool):
        return "●" if value else ""
    return "–" if value is None else str(value)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


COMMANDS: dict[str, Callable[[Namespace, Places, Makers], int]] = {
    "voices": list_voices,
    "models": list_models,
    "runs": list_runs,
}
