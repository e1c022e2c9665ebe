"""``train``: a folder of notes becomes a voice, here or in the process that has it open."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from adapters.catalog import runs, voices
from adapters.catalog.records import Run
from adapters.errors import UserError
from adapters.voice.options import LIGHT_TARGETS, RICH_TARGETS, TrainingOptions
from adapters.wording import phrase
from engine.console import screen
from engine.console.desk import Desk, at_desk
from engine.console.work import Stopped, run
from engine.messages import ResumeTraining, RunStarted, Train, Trained, Update
from engine.owner import Makers
from engine.places import Places

TARGETS = {"light": LIGHT_TARGETS, "rich": RICH_TARGETS}


def train(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Train or go on; 0, or raises ``UserError``, or ``Stopped`` once a checkpoint is kept."""

    def begin(desk: Desk) -> int:
        if arguments.resume is not None:
            return work(desk, ResumeTraining(arguments.resume), as_json=arguments.json)
        command = Train(
            folder=str(notes_folder(arguments.folder)),
            name=arguments.name,
            colour=voices.next_colour(desk.catalog),
            options=options(arguments),
        )
        return work(desk, command, as_json=arguments.json)

    return at_desk(places, makers, begin)


def options(arguments: Namespace) -> TrainingOptions:
    """The defaults, with what the command line says otherwise."""
    given = {
        "seed": arguments.seed,
        "checkpoint_every": arguments.checkpoint_every,
        "rank": arguments.rank,
        "alpha": arguments.alpha,
        "targets": _targets(arguments.targets),
        "learning_rate": arguments.learning_rate,
        "epochs": arguments.epochs,
        "max_length": arguments.max_length,
    }
    said = {name: value for name, value in given.items() if value is not None}
    try:
        return replace(TrainingOptions(), **said)
    except ValueError as error:
        raise UserError(
            phrase("errors", "The training cannot begin like this."),
            phrase("errors", "A setting is out of bounds: {setting}.", setting=str(error)),
            phrase("errors", "Change it, or leave it out for the usual value."),
        ) from error


def work(desk: Desk, command: Train | ResumeTraining, *, as_json: bool = False) -> int:
    """Do a training with a progress line; say at its end what came of it."""
    watching = _Watching()
    try:
        trained: Trained = run(desk.begin, command, watching.show)
    except Stopped:
        watching.progress.clear()
        if watching.run is not None:
            _say_kept(runs.get(desk.catalog, watching.run), as_json=as_json)
        raise
    finally:
        watching.progress.clear()
    if as_json:
        screen.print_json(_as_json(trained))
    else:
        print(_in_words(trained), flush=True)
    return 0


class _Watching:
    """Shows the progress and remembers which run it is."""

    def __init__(self) -> None:
        self.progress = screen.Progress()
        self.run: int | None = None

    def show(self, update: Update) -> None:
        if isinstance(update, RunStarted):
            self.run = update.run
        self.progress.show(update)


def notes_folder(given: str) -> Path:
    """The folder in full. Raises ``UserError`` where there is none."""
    folder = Path(given).expanduser()
    if not folder.is_dir():
        raise UserError(
            phrase("errors", "There is no folder “{folder}”.", folder=given),
            phrase("errors", "A voice is trained from a folder of notes."),
            phrase("errors", "Name a folder with .md, .txt or .html files."),
        )
    return folder.resolve()


def _targets(given: str | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    named = tuple(part.strip() for part in given.split(",") if part.strip())
    return TARGETS.get(given, named)


def _as_json(trained: Trained) -> dict[str, object]:
    return {
        "voice": trained.name,
        "path": trained.path,
        "run": trained.run,
        "steps": trained.steps,
        "seconds": trained.seconds,
        "tokens": trained.tokens,
        "perplexity_before": trained.perplexity_before,
        "perplexity_after": trained.perplexity_after,
        "held_out_documents": trained.held_out_documents,
        "adapter_bytes": trained.adapter_bytes,
    }


def _in_words(trained: Trained) -> str:
    lines = [
        f"“{trained.name}” is trained: {trained.steps} steps, {trained.tokens} tokens,"
        f" {screen.duration(trained.seconds)}.",
    ]
    before, after = trained.perplexity_before, trained.perplexity_after
    if before and after:
        lines.append(
            f"Perplexity on {trained.held_out_documents} notes held out:"
            f" {before:.1f} before, {after:.1f} after ({after / before - 1:+.0%})."
        )
    lines.append(f"{trained.path} ({screen.size(trained.adapter_bytes)})")
    lines.append(f'Talk to it: ask --voice "{trained.name}" "..."')
    return "\n".join(lines)


def _say_kept(kept: Run, *, as_json: bool) -> None:
    """What a training that was stopped has kept; there is no voice yet."""
    if as_json:
        screen.print_json(
            {
                "voice": None,
                "path": None,
                "run": kept.id,
                "steps": kept.step,
                "seconds": kept.seconds,
                "tokens": kept.tokens,
                "perplexity_before": kept.perplexity_before,
                "perplexity_after": None,
                "held_out_documents": kept.held_out_documents,
                "adapter_bytes": None,
            }
        )
    print(
        f"Paused at step {kept.step} of {kept.steps}; nothing is lost."
        f" Go on with: train --resume {kept.id}",
        file=sys.stderr,
    )
