"""Voices leave in each form and come back; those for other bases say so."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
import torch

from adapters.catalog import learned_notes, runs, versions, voices
from adapters.catalog.records import Model, RunStep, Voice
from adapters.catalog.tables import (
    LearnedNoteRow,
    VerdictRow,
    VoiceRow,
    VoiceTagRow,
    VoiceVersionRow,
)
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.options import TrainingOptions
from adapters.voice.weights import LayerWeights, VoiceWeights
from engine.jobs.exporting import export
from engine.jobs.importing import import_voice
from engine.jobs.models import ensure_model
from engine.jobs.state import State
from engine.jobs.voices import put_on
from engine.messages import ExportVoice, ImportVoice, VoiceExported, VoiceImported
from tests.engine.jobs.running import finish
from tests.engine.jobs.voices import make_voice

SUFFIX = {"peft": "", "peft-zip": ".zip", "gguf": ".gguf", "archive": ".timbre-voice"}


def leave(state: State, voice: Voice, form: str, folder: Path) -> Path:
    path = folder / f"out{SUFFIX[form]}"
    written: VoiceExported = finish(export(state, ExportVoice(voice.id, form, str(path))))
    assert (written.path, written.name) == (str(path), voice.name)
    inside = path.iterdir() if path.is_dir() else [path]
    assert written.bytes == sum(file.stat().st_size for file in inside)
    return path


def come(state: State, path: Path, name: str | None = None) -> VoiceImported:
    taken: VoiceImported = finish(import_voice(state, ImportVoice(str(path), name)))
    return taken


@pytest.mark.parametrize("form", SUFFIX)
def test_a_voice_comes_back_as_it_left(
    state: State, tiny: Model, tmp_path: Path, form: str
) -> None:
    voice = make_voice(state, tiny, "Ferns", seed=1)
    path = leave(state, voice, form, tmp_path)
    voices.trash(state.catalog, voice.id)
    taken = come(state, path)
    assert (taken.name, taken.usable, taken.assumed) == ("Ferns", True, None)
    assert (taken.model, taken.versions) == ("Tiny", 1)
    again = voices.get(state.catalog, taken.voice)
    assert again.model_fingerprint == tiny.fingerprint
    assert (again.version.rank, again.version.targets) == (4, ("q_proj", "v_proj"))
    before = files.load(state.places.voices / voice.version.path, voice.version.sha256)
    after = files.load(state.places.voices / again.version.path, again.version.sha256)
    assert before.scale == after.scale
    for layer, pair in before.layers.items():
        assert torch.equal(pair.a, after.layers[layer].a)
        assert torch.equal(pair.b, after.layers[layer].b)
    loaded = finish(ensure_model(state))
    put_on(state, loaded, again.id, 1.0)
    assert [p.name for p in state.places.voices.iterdir() if p.name.startswith(".")] == []


def with_a_past(state: State, model: Model) -> Voice:
    """A voice with two versions, each of a run, and all that is kept of them."""
    voice = None
    for number in (1, 2):
        made = make_voice(state, model, f"Ferns{number}", seed=number)
        options = json.dumps(TrainingOptions(rank=4).as_dict())
        run = runs.add(
            state.catalog, "Ferns", "olive", "/notes", model.id, "f" * 64, options, number
        )
        runs.record(state.catalog, RunStep(run.id, 1, 2.5, 2.6, 1e-3, 900, 3.5))
        voice = voices.add_version(
            state.catalog,
            run.id,
            "Ferns",
            "olive",
            model.name,
            model.fingerprint or "",
            made.version.path,
            made.version.sha256,
            made.version.bytes,
            4,
            made.version.targets,
            20.0,
            15.0 - number,
            40 + number,
            voice=voice.id if voice else None,
            description="short and dry",
        )
        with state.catalog.session() as session:
            session.get_one(VoiceVersionRow, made.version.id).path += "-gone"
            version = voice.version.id
            for path, hash_, use in (("a.md", str(number), "learn"), ("b.md", "9", "held_out")):
                note = LearnedNoteRow(version=version, path=path, sha256=hash_ * 64, use=use)
                session.add(note)
            session.add(VerdictRow(version=version, details='{"n": 1}', created=voice.created))
            if number == 2:
                session.add(VoiceTagRow(voice=voice.id, tag_key="garden", tag="Garden"))
                first = voices.version(state.catalog, version - 2)
                session.get_one(VoiceVersionRow, version).parent = first.id
        voices.trash(state.catalog, made.id)
    assert voice is not None
    return voice


def test_an_archive_holds_card_versions_runs_and_verdicts(
    state: State, tiny: Model, tmp_path: Path
) -> None:
    voice = with_a_past(state, tiny)
    taken = come(state, leave(state, voice, "archive", tmp_path))
    assert (taken.name, taken.versions) == ("Ferns 2", 2)
    again = voices.get(state.catalog, taken.voice)
    assert (again.colour, again.description) == ("olive", "short and dry")
    assert again.created == voice.created
    older, newer = (
        {one.number: one for one in voices.versions(state.catalog, of)}
        for of in (voice.id, again.id)
    )
    assert again.version.number == 2
    for number in (1, 2):
        kept, made = older[number], newer[number]
        for name in ("sha256", "rank", "targets", "notes", "created", "perplexity_after"):
            assert getattr(made, name) == getattr(kept, name)
        assert made.path != kept.path
        assert made.run is not None
        assert kept.run is not None
        run, told = runs.get(state.catalog, made.run), runs.get(state.catalog, kept.run)
        assert (run.state, run.voice, run.version) == ("finished", again.id, made.id)
        assert (run.options, run.seed, run.folder) == (told.options, told.seed, "/notes")
        steps = runs.steps(state.catalog, made.run)
        assert [(step.loss, step.held_out_loss) for step in steps] == [(2.5, 2.6)]
    with state.catalog.reading() as session:
        row = session.get_one(VoiceVersionRow, newer[2].id)
        assert (row.origin, row.parent) == ("imported", newer[1].id)
        assert session.get_one(VerdictRow, newer[2].id).details == '{"n": 1}'
        assert session.get_one(LearnedNoteRow, (newer[1].id, "a.md")).use == "learn"
        assert session.get_one(VoiceTagRow, (again.id, "garden")).tag == "Garden"


@pytest.mark.parametrize("for_good", [False, True])
def test_what_deleted_versions_taught_is_known_where_the_archive_comes(
    state: State, tiny: Model, tmp_path: Path, for_good: bool
) -> None:
    voice = with_a_past(state, tiny)
    first = voices.versions(state.catalog, voice.id)[-1]
    knew = learned_notes.earlier(state.catalog, voice.version.id)
    versions.trash(state.catalog, first.id)
    if for_good:
        assert versions.delete(state.catalog, first.id) == [first.path]
    path = leave(state, voice, "archive", tmp_path)
    with zipfile.ZipFile(path) as archive:
        assert [name for name in archive.namelist() if "/1/" in name] == []
    taken = come(state, path)
    assert taken.versions == 1
    again = voices.get(state.catalog, taken.voice)
    assert [one.number for one in voices.versions(state.catalog, again.id)] == [2]
    assert learned_notes.earlier(state.catalog, again.version.id) == knew
    assert knew.learned == {"1" * 64, "2" * 64}
    assert knew.held_out == {"9" * 64}
    with state.catalog.reading() as session:
        row = session.get_one(VoiceVersionRow, again.version.parent)
        assert (row.voice, row.number, row.path) == (again.id, 1, "")
    (tmp_path / "further").mkdir()
    further = come(state, leave(state, again, "archive", tmp_path / "further"))
    third = voices.get(state.catalog, further.voice)
    assert learned_notes.earlier(state.catalog, third.version.id) == knew


def test_a_voice_under_another_name(state: State, tiny: Model, tmp_path: Path) -> None:
    voice = make_voice(state, tiny, "Ferns", seed=1)
    path = leave(state, voice, "peft-zip", tmp_path)
    assert come(state, path, " Moss ").name == "Moss"
    assert come(state, path).name == "Ferns 2"
    assert come(state, leave(state, voice, "archive", tmp_path), "Lichen").name == "Lichen"


@pytest.mark.parametrize("form", ["peft", "archive"])
def test_a_voice_for_another_base_is_listed_and_cannot_speak(
    state: State, tiny: Model, tmp_path: Path, form: str
) -> None:
    foreign = make_voice(state, tiny, "Foreign", seed=2, fingerprint="0" * 64)
    with state.catalog.session() as session:
        session.get_one(VoiceRow, foreign.id).model_name = "Big-7B"
    path = leave(state, voices.get(state.catalog, foreign.id), form, tmp_path)
    taken = come(state, path)
    assert not taken.usable
    assert "“Big-7B”, which is none of your models" in str(taken.assumed)
    loaded = finish(ensure_model(state))
    with pytest.raises(UserError, match="trained on Big-7B, and Tiny is loaded"):
        put_on(state, loaded, taken.voice, 1.0)


def test_an_adapter_that_does_not_say_its_base_is_matched_by_its_shapes(
    state: State, tiny: Model
) -> None:
    folder = state.places.voices / make_voice(state, tiny, "Ferns", seed=1).version.path
    taken = come(state, folder)  # as Timbre keeps it: nothing beside the tensors
    assert taken.usable
    assert "its shapes fit “Tiny”" in str(taken.assumed)
    assert taken.model == "Tiny"


def test_an_adapter_that_fits_nothing_is_refused_with_what_to_do(
    state: State, tiny: Model, tmp_path: Path
) -> None:
    del tiny
    pair = LayerWeights(torch.ones(2, 999), torch.ones(999, 2))
    wide = VoiceWeights(2, 4.0, {"model.layers.0.self_attn.q_proj": pair})
    files.save(wide, tmp_path / "wide", "org/Wide-9B")
    with pytest.raises(UserError, match=r"made for “org/Wide-9B”.*Add its model and load it once"):
        come(state, tmp_path / "wide")
    assert voices.everything(state.catalog) == []
    assert list(state.places.voices.iterdir()) == []


def test_a_gguf_needs_its_model_here(state: State, tiny: Model, tmp_path: Path) -> None:
    foreign = make_voice(state, tiny, "Foreign", seed=2, fingerprint="0" * 64)
    with pytest.raises(UserError, match="“Tiny” is not here"):
        leave(state, foreign, "gguf", tmp_path)
    assert list(tmp_path.glob("*out*")) == []


def test_nothing_is_overwritten_unasked(state: State, tiny: Model, tmp_path: Path) -> None:
    voice = make_voice(state, tiny, "Ferns", seed=1)
    for form in SUFFIX:
        path = leave(state, voice, form, tmp_path)
        before = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        with pytest.raises(UserError, match="something of that name"):
            finish(export(state, ExportVoice(voice.id, form, str(path))))
        if path.is_file():
            assert hashlib.sha256(path.read_bytes()).digest() == before
            finish(export(state, ExportVoice(voice.id, form, str(path), replace=True)))
    with pytest.raises(UserError, match="There is no folder"):
        finish(export(state, ExportVoice(voice.id, "gguf", str(tmp_path / "no" / "v.gguf"))))


def test_a_voice_that_has_changed_is_not_passed_on(
    state: State, tiny: Model, tmp_path: Path
) -> None:
    voice = make_voice(state, tiny, "Ferns", seed=1)
    path = state.places.voices / voice.version.path / files.WEIGHTS
    spoiled = bytearray(path.read_bytes())
    spoiled[-1] ^= 1
    path.write_bytes(spoiled)
    for form in SUFFIX:
        with pytest.raises(UserError, match="changed since"):
            leave(state, voice, form, tmp_path)
