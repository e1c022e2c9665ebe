"""Voices for the roles of a folder of scenes: a run for each, its examples made before it begins.

A run that finds its examples beside its checkpoints reads no folder. So from here on these runs
are like any others: queued, paused, resumed, judged.
"""

import json
import shutil
from collections.abc import Generator, Sequence
from pathlib import Path

from adapters.catalog import runs, voices
from adapters.errors import UserError
from adapters.notes.example import Example
from adapters.voice import kept_notes
from adapters.voice.kept_notes import KeptNotes
from adapters.wording import phrase
from engine.handed_on import HandedOn
from engine.jobs.measured_notes import Learner, learner
from engine.jobs.shared import Shared
from engine.messages import (
    CarryOutEach,
    Preparing,
    RunQueued,
    ScenesGathered,
    TaughtRole,
    TrainFromScenes,
    UnusedFile,
    Update,
)
from engine.scene_training.examples import SceneForm, examples
from engine.scene_training.gather import Corpus, gather
from engine.scene_training.played import Played
from engine.scene_training.roles import RoleLines, chosen, in_scene, roles_in
from engine.scene_training.split import split


def train_from_scenes(
    shared: Shared, command: TrainFromScenes
) -> Generator[Update, None, HandedOn]:
    """Queue a run for each role. Raises ``UserError`` where there is nothing to learn."""
    model = _model(shared)
    corpus = yield from _gathered(Path(command.folder))
    roles = chosen(roles_in(corpus.played), command.roles)
    form = SceneForm(model.tokenizer, model.context_length, command.options.max_length)
    queued: list[TaughtRole] = []

    def give_up() -> None:
        for role in queued:
            runs.set_state(shared.catalog, role.run, "paused")

    try:
        for role in roles:
            apart = split([one for one in corpus.played if in_scene(one, role.name)])
            notes = yield from _notes(role, *apart, form)
            prompt = _asked(apart[0], role)
            run = _queue(shared, command, model, role, notes, prompt, len(queued))
            queued.append(TaughtRole(run, role.name, role.lines, role.scenes, len(apart[1])))
        unused = tuple(UnusedFile(one.path, one.reason) for one in corpus.skipped)
        yield ScenesGathered(len(corpus.played), tuple(queued), unused)
        for taught in queued:
            yield RunQueued(taught.run, "")
    except BaseException:
        give_up()
        raise
    return HandedOn(CarryOutEach(tuple(role.run for role in queued)), give_up)


def _gathered(folder: Path) -> Generator[Update, None, Corpus]:
    reading = gather(folder)
    stage = Preparing(phrase("progress", "Reading the scenes"))
    while True:
        try:
            next(reading)
        except StopIteration as end:
            corpus: Corpus = end.value
            return corpus
        yield stage


def _notes(
    role: RoleLines, learn: Sequence[Played], watched: Sequence[Played], form: SceneForm
) -> Generator[Update, None, KeptNotes]:
    """Cut to the length of an example where they are learned, whole where they are held out."""
    whole = SceneForm(form.tokenizer, form.context_length, form.context_length)
    sides: list[list[Example]] = []
    for scenes, cut in ((learn, form), (watched, whole)):
        side: list[Example] = []
        for played in scenes:
            field = in_scene(played, role.name)
            assert field is not None, "only scenes in which the role speaks"
            side += examples(played, field, cut)
            stage = phrase("progress", "Writing the lines of {name} as examples", name=role.name)
            yield Preparing(stage)
        sides.append(side)
    return KeptNotes(sides[0], sides[1], len(learn))


def _queue(
    shared: Shared,
    command: TrainFromScenes,
    model: Learner,
    role: RoleLines,
    notes: KeptNotes,
    prompt: str,
    number: int,
) -> int:
    """The row of one role's run, and its examples beside where its checkpoints will be."""
    first = voices.COLOURS.index(voices.next_colour(shared.catalog))
    run = runs.add(
        shared.catalog,
        name=role.name,
        colour=voices.COLOURS[(first + number) % len(voices.COLOURS)],
        folder=command.folder,
        model=model.row.id,
        model_fingerprint=model.row.fingerprint or "",
        options=json.dumps(command.options.as_dict()),
        seed=command.options.seed,
        prompt=prompt,
    )
    folder = shared.places.checkpoints / str(run.id)
    # A restored backup may give a number out again: nothing of another run is to be resumed.
    shutil.rmtree(folder, ignore_errors=True)
    try:
        kept_notes.write(notes, folder)
    except OSError:
        runs.set_state(shared.catalog, run.id, "failed")
        raise
    return run.id


def _asked(scenes: Sequence[Played], role: RoleLines) -> str:
    """What somebody says to the role, which samples on the way answer."""
    for played in scenes:
        field = in_scene(played, role.name)
        for before, said in zip(played.said, played.said[1:], strict=False):
            if field is not None and said.role == field.id != before.role:
                return before.text
    return ""


def _model(shared: Shared) -> Learner:
    if (model := learner(shared)) is None:
        raise UserError(
            phrase("errors", "There is no model that could learn."),
            phrase("errors", "The model used last has not been made ready yet."),
            phrase("errors", "Load it once, then try again."),
        )
    return model
