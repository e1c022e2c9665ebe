"""``ask``: what it prints, and what it asks of the engine."""

import io
import json
from pathlib import Path

import pytest

from adapters.catalog import blends, messages, voices
from adapters.catalog.database import Catalog
from engine.messages import Ask, Sampling
from engine.places import Places
from engine.settings import Settings
from tests.engine.console.processes import Run
from tests.fakes import WORDS, FakeEngine

ANSWER = "".join(WORDS)


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
    Settings(advised=False, temperature=0.3, language="ru").save(places.settings)
    run("ask", "Hi", "--max-tokens", "7")
    asked = engine.handled[-1]
    assert isinstance(asked, Ask)
    assert (asked.sampling.temperature, asked.sampling.max_tokens) == (0.3, 7)
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


def test_a_model_cannot_give_orders_to_the_terminal(run: Run, engine: FakeEngine) -> None:
    engine.words = ("safe", "\x1b]0;title\x07", "\ttext\n", "\x9b2J")
    assert run("ask", "Hi") == (0, "safe]0;title\ttext\n2J\n", "")


def test_several_voices_blend(run: Run, notes: Path, engine: FakeEngine) -> None:
    for name in ("Diary", "Letters"):
        run("train", str(notes), "--name", name)
    named = ("--voice", "diary", "--strength", "0.6", "--voice", "letters", "--strength", "0.4")
    code, out, _ = run("ask", "Hi", *named, "--json")
    assert code == 0
    said = json.loads(out)
    assert (said["voice"], said["strength"]) == ("Diary + Letters", 1.0)
    assert said["blend"] == [
        {"voice": "Diary", "strength": 0.6},
        {"voice": "Letters", "strength": 0.4},
    ]
    asked = engine.handled[-1]
    assert isinstance(asked, Ask)
    assert asked.voice is None
    with pytest.raises(SystemExit):
        run("ask", "Hi", "--voice", "Diary", "--voice", "Letters", "--strength", "0.5")


def test_a_kept_blend_answers_by_its_name(
    run: Run, notes: Path, engine: FakeEngine, catalog: Catalog
) -> None:
    for name in ("Diary", "Letters"):
        run("train", str(notes), "--name", name)
    numbers = [voice.id for voice in voices.everything(catalog)]
    blends.add(catalog, "Evening", [(number, 0.5) for number in numbers])
    assert run("ask", "Hi", "--voice", "evening", "--strength", "0.5")[0] == 0
    asked = engine.handled[-1]
    assert isinstance(asked, Ask)
    assert asked.strength == 0.5
    assert asked.blend is not None
    assert [part.voice for part in asked.blend.parts] == numbers
    voices.trash(catalog, numbers[0])
    code, _, err = run("ask", "Hi", "--voice", "evening")
    assert code == 1
    assert "Letters" in err
