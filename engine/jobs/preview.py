"""What would be learned from a folder, said before anything is trained."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path

from adapters.notes.asking import question_for
from adapters.notes.decisions import Decided
from adapters.notes.index import rows
from adapters.notes.index.database import opened
from adapters.voice import budget
from engine.jobs.decided_notes import decided_notes
from engine.jobs.estimates import Amount, Estimator, shape_of
from engine.jobs.measured_notes import Counts, Learner, counted, learner
from engine.jobs.shared import Shared
from engine.messages import (
    MaskedPlace,
    NoteFile,
    NotesPreview,
    PreviewNotes,
    Speaker,
    Update,
)


def preview(shared: Shared, command: PreviewNotes) -> Generator[Update, None, NotesPreview]:
    """Decide as training would. Tokens are known once there is a converted model."""
    folder = Path(command.folder)
    with opened(shared.places.notes_index) as index:
        found = yield from decided_notes(index, shared.catalog, folder)
        prompt = question_for(index, folder)
        speakers = tuple(Speaker(*one) for one in rows.speakers(index, folder))
        model, counts = learner(shared), None
        if model is not None:
            length = command.options.max_length
            counts = yield from counted(index, folder, found, model, length)
    seen = NotesPreview(
        command.folder,
        tuple(_file(one, counts) for one in found.notes),
        *(0, 0, None, None),
        speakers=speakers,
        owner=tuple(sorted(found.owner)),
        prompt=prompt,
    )
    if model is None or counts is None:
        return seen
    return _estimated(shared, command, seen, found.notes, model, counts)


def _estimated(
    shared: Shared,
    command: PreviewNotes,
    seen: NotesPreview,
    decided: Sequence[Decided],
    model: Learner,
    counts: Counts,
) -> NotesPreview:
    options = budget.settled(command.options, model.parameters)
    amount = Amount(
        sum(counts[one.note.id].trained for one in decided if one.use == "learn"),
        sum(counts[one.note.id].trained for one in decided if one.use == "held_out"),
    )
    shape = shape_of(model.folder)
    estimator = Estimator(shared.catalog, model.row.fingerprint or "", model.parameters, shape)
    return replace(
        seen,
        tokens=amount.learn,
        steps=budget.steps(amount.learn, options) if amount.learn else 0,
        seconds=estimator.seconds(amount, options),
        peak_bytes=estimator.peak_bytes(options),
        sizes=estimator.sizes(amount, command.options),
    )


def _file(one: Decided, counts: Counts | None) -> NoteFile:
    note = one.note
    return NoteFile(
        path=note.path,
        bytes=note.size,
        tokens=counts[note.id].tokens if counts and one.usable else None,
        use=one.use,
        reason=one.reason,
        masked=tuple(MaskedPlace(secret.kind, secret.form) for secret in note.secrets),
        unmasked=one.unmasked,
        by_owner=one.by_owner,
        usable=one.usable,
    )
