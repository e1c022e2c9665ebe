"""The preview of a folder counts tokens as training will, whatever the model brings along."""

import json
import shutil
from pathlib import Path

import pytest

from adapters.catalog import models, note_decisions
from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.voice.options import TrainingOptions
from engine.jobs import measured_notes
from engine.jobs.preview import preview
from engine.jobs.state import State
from engine.messages import MaskedPlace, PreviewNotes, Train
from tests.engine.jobs.running import finish, train
from tests.notes import write_notes

OPTIONS = TrainingOptions(rank=2, epochs=1.0, max_length=96, micro_tokens=192, batch_tokens=400)


@pytest.fixture
def never_taught_to_chat(state: State, tiny: Model, tiny_nf4: Path, tmp_path: Path) -> Model:
    """The tiny model without any chat template, as base models come."""
    folder = tmp_path / "base-nf4"
    shutil.copytree(tiny_nf4, folder)
    (folder / "chat_template.jinja").unlink(missing_ok=True)
    settings = json.loads((folder / "tokenizer_config.json").read_text("utf-8"))
    settings.pop("chat_template", None)
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")
    models.set_quantised(state.catalog, tiny.id, str(folder), tiny.fingerprint or "")
    return models.get(state.catalog, tiny.id)


@pytest.mark.usefixtures("never_taught_to_chat")
def test_a_model_without_a_chat_template(state: State, tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes")
    seen = finish(preview(state, PreviewNotes(str(notes), OPTIONS)))
    assert sum(file.use == "learn" for file in seen.files) == 18
    trained = finish(train(state, Train(str(notes), "Garden", "olive", OPTIONS)))
    assert seen.steps == trained.steps
    assert seen.tokens > 0


def test_a_model_whose_tokenizer_is_damaged(
    state: State, never_taught_to_chat: Model, tmp_path: Path
) -> None:
    (Path(never_taught_to_chat.nf4_path or "") / "tokenizer.json").write_text("{", "utf-8")
    with pytest.raises(UserError, match="cannot be loaded"):
        finish(preview(state, PreviewNotes(str(write_notes(tmp_path / "notes")), OPTIONS)))


@pytest.mark.usefixtures("tiny")
def test_what_the_owner_decided_is_done_by_preview_and_training(
    state: State, tmp_path: Path
) -> None:
    notes = write_notes(tmp_path / "notes")
    proposed = finish(preview(state, PreviewNotes(str(notes), OPTIONS)))
    learned = [file.path for file in proposed.files if file.use == "learn"]
    note_decisions.set_use(state.catalog, notes, learned[0], "skip")
    note_decisions.set_use(state.catalog, notes, learned[1], "held_out")
    seen = finish(preview(state, PreviewNotes(str(notes), OPTIONS)))
    files = {file.path: file for file in seen.files}
    assert [files[path].use for path in learned[:2]] == ["skip", "held_out"]
    assert [files[path].by_owner for path in learned[:3]] == [True, True, False]
    trained = finish(train(state, Train(str(notes), "Garden", "olive", OPTIONS)))
    assert trained.held_out_documents == sum(file.use == "held_out" for file in seen.files)
    assert trained.steps == seen.steps


@pytest.mark.usefixtures("tiny")
def test_secrets_are_masked_in_what_is_learned_and_shown(state: State, tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes")
    (notes / "even" / "00.md").write_text(
        "# Shed\n\nThe shed password: hunter2\n" + "Oil it again. " * 5
    )
    seen = finish(preview(state, PreviewNotes(str(notes), OPTIONS)))
    files = {file.path: file for file in seen.files}
    assert files["even/00.md"].masked == (MaskedPlace("password", "h…"),)
    assert files["even/00.md"].use != "skip"


@pytest.mark.usefixtures("tiny")
def test_a_second_preview_counts_nothing_again(
    state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = write_notes(tmp_path / "notes")
    first = finish(preview(state, PreviewNotes(str(notes), OPTIONS)))
    monkeypatch.setattr(measured_notes, "_count", None)
    assert finish(preview(state, PreviewNotes(str(notes), OPTIONS))) == first
