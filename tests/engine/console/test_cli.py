"""The commands in this process, on the fake engine: what they print, and how they end."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.catalog import messages, models, runs, voices
from adapters.catalog.database import Catalog
from adapters.voice.options import RICH_TARGETS
from engine import ownership
from engine.console import cli
from engine.messages import Ask, ResumeTraining, Sampling, Train
from engine.owner import Makers
from engine.places import Places
from engine.settings import Settings
from tests.fakes import WORDS, FakeEngine, fake_makers, user_error

ANSWER = "".join(WORDS)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "frost.md").write_text("The frost came in May.")
    return folder


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(pause=0.001)


@pytest.fixture
def run(places: Places, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> Run:
    """Do a command; its exit status, and what it wrote to both outputs."""

    def make(_: Places, catalog: Catalog, emit: object) -> FakeEngine:
        del emit
        engine.use(catalog)
        return engine

    def run(*argv: str) -> tuple[int, str, str]:
        code = cli.main(argv, places, Makers(make, make))
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    """For looking in afterwards."""
    catalog = Catalog.open(places.catalog, places.backups)
    yield catalog
    catalog.close()


def test_ask_prints_the_answer_and_nothing_else(run: Run) -> None:
    assert run("ask", "How is the frost?") == (0, ANSWER + "\n", "")


def test_ask_as_json_has_exactly_these_keys(run: Run) -> None:
    code, out, err = run("ask", "How is the frost?", "--seed", "9", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "text": ANSWER,
        "tokens": len(WORDS),
        "tokens_per_second": 20.0,
        "voice": None,
        "strength": 1.0,
        "seed": 9,
        "model": "Fake-135M",
    }
    assert out.count("\n") == 1


def test_ask_hands_its_options_to_the_engine(run: Run, engine: FakeEngine) -> None:
    run(
        "ask", "Hi", "--strength", "0.5", "--max-tokens", "7", "--temperature", "0", "--top-k", "3"
    )
    asked = engine.handled[-1]
    assert isinstance(asked, Ask)
    assert asked.strength == 0.5
    assert asked.sampling == Sampling(temperature=0.0, top_k=3, max_tokens=7)
    assert "helpful assistant" in asked.instruction


def test_ask_draws_as_the_owner_has_set(run: Run, engine: FakeEngine, places: Places) -> None:
    Settings(temperature=0.3, language="ru").save(places.settings)
    run("ask", "Hi", "--max-tokens", "7")
    asked = engine.handled[-1]
    assert isinstance(asked, Ask)
    assert asked.sampling == Sampling(temperature=0.3, max_tokens=7)
    assert "помощник" in asked.instruction


def test_ask_reads_the_question_from_standard_input(
    run: Run, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("From a pipe"))
    run("ask", "-")
    assert isinstance(engine.handled[-1], Ask)
    assert engine.handled[-1].text == "From a pipe"


def test_ask_leaves_no_conversation(run: Run, catalog: Catalog) -> None:
    run("ask", "Hi")
    assert messages.interrupted(catalog) == 0


def test_ask_with_a_voice(run: Run, notes: Path, engine: FakeEngine) -> None:
    run("train", str(notes), "--name", "Diary")
    code, out, _ = run("ask", "Hi", "--voice", "diary", "--json")
    assert code == 0
    assert json.loads(out)["voice"] == "Diary"
    asked = engine.handled[-1]
    assert isinstance(asked, Ask)
    assert asked.voice is not None


def test_an_unknown_voice_is_said_with_those_there_are(run: Run, notes: Path) -> None:
    code, out, err = run("ask", "Hi", "--voice", "Nobody", "--json")
    assert (code, out) == (1, "")
    assert "“Nobody”" in err
    assert "No voice has been trained yet" in err
    run("train", str(notes), "--name", "Diary")
    assert "“Diary”" in run("ask", "Hi", "--voice", "Nobody")[2]


def test_what_goes_wrong_is_said_in_three_sentences(run: Run, engine: FakeEngine) -> None:
    engine.fail_next = user_error()
    code, out, err = run("ask", "Hi")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "The file could not be read.",
        "It is gone.",
        "Choose another one.",
    ]


def test_a_fault_of_ours_names_the_log(run: Run, engine: FakeEngine, places: Places) -> None:
    engine.fail_next = ZeroDivisionError()
    code, _, err = run("ask", "Hi")
    assert code == 1
    assert str(places.log) in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("dance",),
        ("ask",),
        ("ask", "Hi", "--strength", "3"),
        ("ask", "Hi", "--max-tokens", "0"),
        ("ask", "Hi", "--seed", "x"),
        ("train",),
        ("train", "/notes"),
        ("train", "/notes", "--name", " "),
        ("train", "/notes", "--name", "A", "--resume", "1"),
        ("train", "--resume", "one"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(
    places: Places, argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(argv, places, fake_makers())
    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err
    assert list(places.data.iterdir()) == []


def test_train_as_json_has_exactly_these_keys(run: Run, notes: Path) -> None:
    code, out, err = run("train", str(notes), "--name", "Diary", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
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
    assert "24.5 before, 15.1 after (-38%)" in out


def test_train_hands_its_options_to_the_engine(
    run: Run, notes: Path, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(notes.parent)
    given = "--seed 4 --checkpoint-every 3 --rank 8 --alpha 9 --targets rich"
    more = "--learning-rate 0.01 --epochs 2 --max-length 64"
    run("train", "notes", "--name", "Diary", *given.split(), *more.split())
    train = engine.handled[-1]
    assert isinstance(train, Train)
    assert train.folder == str(notes)  # in full: another process may do the work
    options = train.options
    assert (options.seed, options.checkpoint_every, options.rank, options.alpha) == (4, 3, 8, 9)
    assert (options.learning_rate, options.epochs, options.max_length) == (0.01, 2.0, 64)
    assert options.targets == RICH_TARGETS
    run("train", "notes", "--name", "Diary", "--targets", "q_proj, o_proj")
    assert isinstance(engine.handled[-1], Train)
    assert engine.handled[-1].options.targets == ("q_proj", "o_proj")


def test_train_refuses_what_cannot_be_trained(run: Run, notes: Path, tmp_path: Path) -> None:
    code, _, err = run("train", str(tmp_path / "none"), "--name", "Diary")
    assert code == 1
    assert "There is no folder" in err
    code, _, err = run("train", str(notes), "--name", "Diary", "--rank", "100000")
    assert code == 1
    assert "rank is 100000" in err


def test_train_resumes_a_run(run: Run, notes: Path, engine: FakeEngine) -> None:
    run("train", str(notes), "--name", "Diary")
    code, out, _ = run("train", "--resume", "1", "--json")
    assert code == 0
    assert json.loads(out)["run"] == 1
    assert engine.handled[-1] == ResumeTraining(1)


def test_nothing_is_there_yet(run: Run, places: Places) -> None:
    for name in ("voices", "models", "runs"):
        code, out, err = run(name, "--json")
        assert (code, json.loads(out), err) == (0, {name: []}, "")
        code, out, _ = run(name)
        assert code == 0
        assert out.strip()
    assert not places.catalog.exists()  # looking makes nothing


def test_a_catalog_that_another_process_is_still_making_is_empty(run: Run, places: Places) -> None:
    places.catalog.touch()
    assert run("runs", "--json") == (0, '{"runs": []}\n', "")


def test_the_lists_as_json(run: Run, notes: Path, places: Places) -> None:
    for name in ("Diary", "Garden"):
        run("train", str(notes), "--name", name)
    listed = json.loads(run("voices", "--json")[1])["voices"]
    assert [voice["voice"] for voice in listed] == ["Diary", "Garden"]
    assert listed[0]["path"] == str(places.voices / "v1")
    assert listed[0]["adapter_bytes"] == 1_900
    listed = json.loads(run("runs", "--json")[1])["runs"]
    assert [run["voice"] for run in listed] == ["Diary", "Garden"]
    assert listed[0] == {
        "run": 1,
        "voice": "Diary",
        "state": "finished",
        "step": 20,
        "steps": 20,
        "path": str(places.voices / "v1"),
    }
    listed = json.loads(run("models", "--json")[1])["models"]
    assert [(model["model"], model["kind"]) for model in listed] == [("Fake-135M", "starter")]


def test_the_lists_for_a_person(run: Run, notes: Path) -> None:
    run("train", str(notes), "--name", "Di\x1b[31mary")
    out = run("voices")[1]
    assert out.splitlines()[0].split()[:2] == ["voice", "model"]
    assert "\x1b" not in out  # a name is text, not an order to the terminal
    assert "finished" in run("runs")[1]


def test_a_run_that_a_kill_cut_off_is_shown_as_such(
    run: Run, catalog: Catalog, places: Places
) -> None:
    model = models.add(catalog, "M", "folder", "/m", 1, 512)
    cut = runs.add(catalog, "Diary", "indigo", "/notes", model.id, "f", "{}", 0)
    shown = json.loads(run("runs", "--json")[1])["runs"][0]
    assert (shown["state"], shown["path"]) == (
        "interrupted",
        str(places.checkpoints / str(cut.id)),
    )
    with ownership.take(places) or pytest.fail("nobody else has it"):
        assert json.loads(run("runs", "--json")[1])["runs"][0]["state"] == "running"


def test_data_dir_stands_for_another_folder(run: Run, notes: Path, tmp_path: Path) -> None:
    run("train", str(notes), "--name", "Diary")
    other = str(tmp_path / "other")
    assert json.loads(run("voices", "--json", "--data-dir", other)[1]) == {"voices": []}


def test_a_model_cannot_give_orders_to_the_terminal(run: Run, engine: FakeEngine) -> None:
    engine.words = ("safe", "\x1b]0;title\x07", "\ttext\n", "\x9b2J")
    assert run("ask", "Hi") == (0, "safe]0;title\ttext\n2J\n", "")


def test_two_voices_of_one_name_are_told_apart(run: Run, notes: Path, catalog: Catalog) -> None:
    for _ in range(2):
        run("train", str(notes), "--name", "Diary")
    assert {voice.name for voice in voices.everything(catalog)} == {"Diary", "Diary 2"}
