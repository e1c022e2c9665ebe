"""``train``: a folder of notes becomes a voice, here or in the process that has it open."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run
from adapters.errors import UserError
from adapters.notes.archives import is_archive
from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase, phrase
from engine.console import screen, verdict
from engine.console.asking import voice_named
from engine.console.desk import Desk, at_desk
from engine.console.troubles import Troubles
from engine.console.work import Stopped, run
from engine.messages import (
    ResumeTraining,
    RunQueued,
    RunStarted,
    Train,
    Trained,
    TrainOn,
    Update,
)
from engine.next_version import options_for, run_before
from engine.owner import Makers
from engine.places import Places
from engine.verdict.measurements import Measurements


def train(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Train or go on; 0, or raises ``UserError``, or ``Stopped`` once a checkpoint is kept."""

    def begin(desk: Desk) -> int:
        if arguments.resume is not None:
            return work(desk, ResumeTraining(arguments.resume), as_json=arguments.json)
        if arguments.on:
            return work(desk, _train_on(desk, arguments), as_json=arguments.json)
        command = Train(
            folder=str(notes_folder(arguments.folder)),
            name=arguments.name,
            colour=voices.next_colour(desk.catalog),
            options=options(arguments, TrainingOptions()),
            prompt=(arguments.prompt or "").strip(),
        )
        return work(desk, command, as_json=arguments.json)

    return at_desk(places, makers, begin)


def _train_on(desk: Desk, arguments: Namespace) -> TrainOn:
    voice = voice_named(desk.catalog, arguments.name)
    before = run_before(desk.catalog, voice)
    folder = notes_folder(arguments.folder or (before.folder if before else ""))
    return TrainOn(voice.id, str(folder), options(arguments, options_for(voice, before)))


def options(arguments: Namespace, usual: TrainingOptions) -> TrainingOptions:
    """The usual ones, with what the command line says otherwise."""
    given = {
        "seed": arguments.seed,
        "checkpoint_every": arguments.checkpoint_every,
        "rank": arguments.rank,
        "alpha": arguments.alpha,
        "targets": _targets(arguments.targets),
        "learning_rate": arguments.learning_rate,
        "epochs": arguments.epochs,
        "max_length": arguments.max_length,
        "evenness": 1.0 if arguments.cover_rare_themes else None,
        "loss_evenness": 1.0 if arguments.weigh_rare_themes else None,
    }
    said = {name: value for name, value in given.items() if value is not None}
    try:
        chosen = replace(usual, **said)
        return chosen if arguments.size is None else chosen.of_size(arguments.size)
    except ValueError as error:
        raise UserError(
            phrase("errors", "The training cannot begin like this."),
            phrase("errors", "A setting is out of bounds: {setting}.", setting=str(error)),
            phrase("errors", "Change it, or leave it out for the usual value."),
        ) from error


def work(desk: Desk, command: Train | TrainOn | ResumeTraining, *, as_json: bool = False) -> int:
    """Do a training with a progress line; say at its end what came of it."""
    watching = Watching(desk.catalog)
    try:
        trained: Trained = run(desk.begin, command, watching.show)
    except Stopped:
        watching.progress.clear()
        if watching.run is not None:
            say_kept(desk.catalog, watching.run, as_json=as_json)
        raise
    finally:
        watching.progress.clear()
    found = measured(desk.catalog, trained.run)
    if as_json:
        screen.print_json(told(trained) | {"verdict": verdict.as_json(found)})
    else:
        for sentence in in_words(trained, found):
            screen.say(sentence)
    return 0


class Watching:
    """Shows the progress and remembers which run it is."""

    def __init__(self, catalog: Catalog) -> None:
        self.progress = screen.Progress()
        self.troubles = Troubles(catalog)
        self.run: int | None = None

    def show(self, update: Update) -> None:
        if isinstance(update, RunQueued | RunStarted):
            self.run = update.run
        if isinstance(update, RunQueued) and update.stage is not None:
            # A line that stays, also in a log: it may be true for hours.
            screen.complain(update.stage)
        else:
            self.progress.show(update)
        for sentence in self.troubles.look(update):
            self.progress.clear()
            screen.complain(sentence)


def notes_folder(given: str) -> Path:
    """The folder, or zip archive, in full. Raises ``UserError`` where there is none."""
    folder = Path(given).expanduser()
    if not (folder.is_dir() or is_archive(folder)):
        raise UserError(
            phrase("errors", "There is no folder “{folder}”.", folder=given),
            phrase("errors", "A voice is trained from a folder of notes."),
            phrase(
                "errors", "Name a folder with notes: texts, documents, books or exported chats."
            ),
        )
    return folder.resolve()


def _targets(given: str | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    return tuple(part.strip() for part in given.split(",") if part.strip())


def told(trained: Trained) -> dict[str, object]:
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


def measured(catalog: Catalog, run: int) -> Measurements:
    """What is known of the voice that a run has made; nothing where it has made none."""
    made = runs.get(catalog, run).version
    if made is None:
        return Measurements()
    return verdict.measured_of(catalog, voices.version(catalog, made))


def in_words(trained: Trained, measured: Measurements) -> Iterator[Phrase]:
    yield phrase(
        "console",
        "“{name}” is trained: {steps} steps, {tokens} tokens, {time}.",
        name=trained.name,
        steps=trained.steps,
        tokens=trained.tokens,
        time=screen.duration(trained.seconds),
    )
    yield from verdict.sentences(measured)
    size = screen.size(trained.adapter_bytes)
    yield phrase("console", "It lies in {path} ({size}).", path=trained.path, size=size)
    yield phrase("console", 'Talk to it: ask --voice "{name}" "..."', name=trained.name)


def say_kept(catalog: Catalog, run: int, *, as_json: bool) -> None:
    """What a training that was stopped has kept."""
    kept = runs.get(catalog, run)
    if as_json:
        screen.print_json(kept_as_json(catalog, run))
    screen.complain(_kept_in_words(kept))


def kept_as_json(catalog: Catalog, run: int) -> dict[str, object]:
    """Once there is a voice, only its verdict was cut short."""
    kept = runs.get(catalog, run)
    made = None if kept.version is None else voices.version(catalog, kept.version)
    return {
        "voice": kept.name if made else None,
        "path": None,
        "run": kept.id,
        "steps": kept.step,
        "seconds": kept.seconds,
        "tokens": kept.tokens,
        "perplexity_before": kept.perplexity_before,
        "perplexity_after": kept.perplexity_after if made else None,
        "held_out_documents": kept.held_out_documents,
        "adapter_bytes": made.bytes if made else None,
        "verdict": verdict.as_json(verdict.measured_of(catalog, made)) if made else None,
    }


def _kept_in_words(kept: Run) -> Phrase:
    if kept.version is not None:
        return phrase(
            "console",
            "“{name}” is trained and kept; its verdict was not measured to the end.",
            name=kept.name,
        )
    if not kept.step:
        return phrase(
            "console",
            "Stopped before its first step. Begin it with: train --resume {run}",
            run=kept.id,
        )
    return phrase(
        "console",
        "Paused at step {step} of {steps}; nothing is lost. Go on with: train --resume {run}",
        step=kept.step,
        steps=kept.steps,
        run=kept.id,
    )
