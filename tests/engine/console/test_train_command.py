"""``train``: what it prints, and what it asks of the engine."""

import json
import zipfile
from pathlib import Path

import pytest

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from engine.messages import CarryOut, ResumeTraining, Train, TrainOn
from tests.engine.console.processes import Run
from tests.fakes import FakeEngine


def test_train_as_json_has_exactly_these_keys(run: Run, notes: Path) -> None:
    code, out, err = run("train", str(notes), "--name", "Diary", "--json")
    assert (code, err) == (0, "")
    said = json.loads(out)
    judged = said.pop("verdict")
    assert (judged["outcome"], judged["held_out"]["before"]) == ("learned", 24.5)
    assert said == {
        "voice": "Diary",
        "path": "v1",
        "run": 1,
        "steps": 20,
        "seconds": 9.0,
        "tokens": 18_000,
        "perplexity_before": 24.5,
        "perplexity_after": 15.1,
        "held_out_documents": 4,
        "adapter_bytes": 1_900,
    }


def test_train_says_what_came_of_it(run: Run, notes: Path) -> None:
    code, out, err = run("train", str(notes), "--name", "Diary")
    assert (code, err) == (0, "")
    assert "“Diary” is trained: 20 steps" in out
    assert "Verdict: Learned\nPerplexity on held-out notes went from 24.5 to 15.1: −38 %." in out
    assert "manner, not your facts" in out


def test_train_hands_its_options_to_the_engine(
    run: Run, notes: Path, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(notes.parent)
    given = "--seed 4 --checkpoint-every 3 --rank 8 --alpha 9 --size rich --cover-rare-themes"
    more = "--learning-rate 0.01 --epochs 2 --max-length 64"
    run("train", "notes", "--name", "Diary", *given.split(), *more.split())
    train = trainings(engine)[-1]
    assert train.folder == str(notes)  # in full: another process may do the work
    options = train.options
    assert (options.seed, options.checkpoint_every, options.rank, options.alpha) == (4, 3, 8, 9)
    assert (options.learning_rate, options.epochs, options.max_length) == (0.01, 2.0, 64)
    assert (options.size, options.evenness) == ("rich", 1.0)
    run("train", "notes", "--name", "Diary", "--targets", "q_proj, o_proj")
    assert trainings(engine)[-1].options.targets == ("q_proj", "o_proj")


def test_train_refuses_what_cannot_be_trained(run: Run, notes: Path, tmp_path: Path) -> None:
    code, _, err = run("train", str(tmp_path / "none"), "--name", "Diary")
    assert code == 1
    assert "There is no folder" in err
    code, _, err = run("train", str(notes), "--name", "Diary", "--rank", "100000")
    assert code == 1
    assert "rank is 100000" in err


def test_a_zip_of_notes_is_trained_from(run: Run, tmp_path: Path, engine: FakeEngine) -> None:
    packed = tmp_path / "Notes.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", "The frost came in May.")
    assert run("train", str(packed), "--name", "Diary")[0] == 0
    assert trainings(engine)[-1].folder == str(packed)


def test_train_resumes_a_run(run: Run, notes: Path, engine: FakeEngine) -> None:
    run("train", str(notes), "--name", "Diary")
    code, out, _ = run("train", "--resume", "1", "--json")
    assert code == 0
    assert json.loads(out)["run"] == 1
    assert engine.handled[-2:] == [ResumeTraining(1), CarryOut(1)]


def test_two_voices_of_one_name_are_told_apart(run: Run, notes: Path, catalog: Catalog) -> None:
    for _ in range(2):
        run("train", str(notes), "--name", "Diary")
    assert {voice.name for voice in voices.everything(catalog)} == {"Diary", "Diary 2"}


def trainings(engine: FakeEngine) -> list[Train]:
    return [command for command in engine.handled if isinstance(command, Train)]


def test_a_voice_learns_on_from_its_own_folder(
    run: Run, notes: Path, engine: FakeEngine, catalog: Catalog
) -> None:
    run("train", str(notes), "--name", "Diary")
    assert run("train", "--name", "diary", "--on", "--epochs", "2")[0] == 0
    asked = next(one for one in reversed(engine.handled) if isinstance(one, TrainOn))
    voice = voices.by_name(catalog, "Diary")
    assert voice is not None
    assert (asked.voice, asked.folder, asked.options.epochs) == (voice.id, str(notes), 2.0)
    assert voice.version.number == 2
    versions = voices.versions(catalog, voice.id)
    assert versions[0].parent == versions[1].id
    listed = json.loads(run("voices", "--json")[1])["voices"]
    assert [(one["voice"], one["version"]) for one in listed] == [("Diary", 2)]


def test_it_learns_on_as_it_did_before(run: Run, notes: Path, engine: FakeEngine) -> None:
    how = "--epochs 3 --learning-rate 0.01 --cover-rare-themes --seed 4 --checkpoint-every 5"
    run("train", str(notes), "--name", "Diary", *how.split())
    run("train", "--name", "Diary", "--on", "--epochs", "2")
    asked = next(one for one in reversed(engine.handled) if isinstance(one, TrainOn)).options
    assert (asked.epochs, asked.learning_rate, asked.evenness) == (2.0, 0.01, 1.0)
    assert (asked.seed, asked.checkpoint_every) == (5, None)  # other old notes are replayed


def test_only_a_voice_that_is_there_learns_on(run: Run, notes: Path) -> None:
    code, _, err = run("train", str(notes), "--name", "Nobody", "--on")
    assert code == 1
    assert "“Nobody”" in err
    with pytest.raises(SystemExit):
        run("train", "--on")
