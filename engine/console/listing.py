"""``voices``, ``models`` and ``runs``: reading the catalog, also beside an open window."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from adapters.catalog import models, runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model, Run, Voice
from engine import ownership
from engine.console import screen
from engine.model import record
from engine.owner import STARTER_NAME, Makers
from engine.places import Places

Record = dict[str, object]


def list_voices(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every voice that is not in the trash, oldest first."""
    with _reading(places) as catalog:
        found = sorted(voices.everything(catalog), key=lambda voice: voice.id)
    _show(
        "voices",
        [_voice(voice, places) for voice in found],
        arguments.json,
        ("voice", "model", "notes", "perplexity_before", "perplexity_after", "adapter_bytes"),
        "There is no voice yet. Train one: train FOLDER --name NAME",
    )
    return 0


def list_models(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every model of the catalog, oldest first, and the starter where it is set up."""
    with _reading(places) as catalog:
        found = sorted(models.everything(catalog), key=lambda model: model.id)
    rows = [_model(model) for model in found]
    if not any(model.kind == "starter" for model in found):
        rows = [*_starter(places), *rows]
    _show(
        "models",
        rows,
        arguments.json,
        ("model", "kind", "bytes", "context_length", "path"),
        "There is no model. Run the set-up again for the starter model.",
    )
    return 0


def list_runs(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every training run, oldest first."""
    busy = ownership.owner(places) is not None
    with _reading(places) as catalog:
        rows = [
            _run(run, _path_of(run, catalog, places), busy) for run in runs.everything(catalog)
        ]
    _show(
        "runs",
        rows,
        arguments.json,
        ("run", "voice", "state", "step", "steps", "path"),
        "Nothing has been trained yet. Begin with: train FOLDER --name NAME",
    )
    return 0


@contextmanager
def _reading(places: Places) -> Iterator[Catalog]:
    catalog = Catalog.open_reading(places.catalog)
    try:
        yield catalog
    finally:
        catalog.close()


def _voice(voice: Voice, places: Places) -> Record:
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
    cut_off = run.state == "running" and not busy
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


def _show(
    name: str, rows: list[Record], as_json: bool, columns: tuple[str, ...], nothing: str
) -> None:
    if as_json:
        screen.print_json({name: rows})
    elif rows:
        heading = tuple(column.replace("_", " ") for column in columns)
        cells = [tuple(_cell(row[column]) for column in columns) for row in rows]
        print(screen.table([heading, *cells]))
    else:
        print(nothing)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}"
    return "–" if value is None else str(value)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


COMMANDS: dict[str, Callable[[Namespace, Places, Makers], int]] = {
    "voices": list_voices,
    "models": list_models,
    "runs": list_runs,
}
