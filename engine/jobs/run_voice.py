"""What a run leaves behind: a voice, and how fast it went."""

from pathlib import Path

from adapters.catalog import runs, voices
from adapters.catalog.records import Voice
from adapters.voice import files
from adapters.voice.weights import from_tensors
from engine.jobs import pace, run_sources
from engine.jobs.estimates import shape_of
from engine.jobs.run import Work
from engine.jobs.run_notes import tokens_of
from engine.memory import planner
from engine.messages import Trained


def keep(this: Work) -> Voice:
    """Files first, then the rows that name them."""
    run = runs.get(this.catalog, this.run.id)  # with what was measured
    weights = from_tensors(this.session.adapter, this.options.rank, this.options.alpha)
    saved = files.save(weights, _free_folder(this), this.loaded.row.name)
    sources = run_sources.read(this.folder)
    documents = sum(note.use == "learn" for note in sources) or this.notes.documents
    voice = voices.add_version(
        this.catalog,
        this.run.id,
        this.run.name,
        this.run.colour,
        this.loaded.row.name,
        this.loaded.model.fingerprint,
        saved.path.name,
        saved.sha256,
        saved.bytes,
        this.options.rank,
        weights.targets,
        run.perplexity_before,
        run.perplexity_after,
        documents,
        voice=_still_there(this),
        parent=this.run.base_version,
        learned=sources,
    )
    this.running.kept = True
    _remember_pace(this)
    return voice


def _still_there(this: Work) -> int | None:
    """The voice that learned on; where it was deleted meanwhile a new one is made."""
    number = runs.get(this.catalog, this.run.id).voice
    if number is None or voices.get(this.catalog, number).trashed is not None:
        return None
    return number


def _free_folder(this: Work) -> Path:
    """A folder of its own for this run; a crash may have left one that no row names."""
    number = 1
    while (folder := this.state.places.voices / f"run-{this.run.id}-{number}").exists():
        number += 1
    return folder


def _remember_pace(this: Work) -> None:
    if this.seconds_to_measure:
        measuring = tokens_of(this.notes.held_out) / this.seconds_to_measure
        shape = shape_of(this.loaded.model.folder)
        pace.remember(
            this.catalog,
            this.loaded.model.fingerprint,
            this.pace.tokens_per_second,
            measuring,
            planner.slowness(shape, this.options) if shape else 1.0,
        )


def trained(this: Work, voice: Voice) -> Trained:
    progress, version = this.session.progress, voice.version
    return Trained(
        run=this.run.id,
        voice=voice.id,
        name=voice.name,
        path=str(this.state.places.voices / version.path),
        steps=progress.step,
        seconds=progress.seconds,
        tokens=progress.tokens,
        perplexity_before=version.perplexity_before,
        perplexity_after=version.perplexity_after,
        held_out_documents=this.notes.held_out_documents,
        adapter_bytes=version.bytes,
    )
