"""The terminal speaks the owner's language; programs that read it are spoken to as ever."""

import json
import re
from pathlib import Path

import pytest

from adapters.wording import phrase
from engine.console import words
from engine.console.screen import line_of, size
from engine.messages import HeldOut, Preparing, Reading, RunStarted, TrainingStep, Update
from engine.places import Places
from engine.settings import Settings
from tests.engine.console.processes import ROOT, Run, command
from tests.engine.console.terminal import Terminal
from tests.fakes import FakeEngine, user_error

# What stays as it is: names, and what is typed.
KEPT = re.compile(r"(?i)timbre|ask|train|--\w+|folder|name|resume|fake-135m|diary|gguf|/\S+|v1")
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def russian(places: Places) -> None:
    Settings(language="ru").save(places.settings)


def english_in(text: str) -> list[str]:
    return ENGLISH.findall(KEPT.sub("", text))


@pytest.mark.usefixtures("russian")
def test_commands_speak_russian(run: Run, notes: Path) -> None:
    for name in ("voices", "runs", "models"):
        assert english_in(run(name)[1]) == []  # nothing there yet
    done = run("train", str(notes), "--name", "Diary")
    assert "обучен: шагов 20" in done[1]
    assert "изменилась с 24,5 до 15,1" in done[1]
    for out in (done[1], *(run(name)[1] for name in ("voices", "runs", "models"))):
        assert re.search("[а-я]", out)
        assert english_in(out) == []
    assert "завершено" in run("runs")[1]


@pytest.mark.usefixtures("russian")
def test_errors_speak_russian(run: Run, engine: FakeEngine) -> None:
    engine.fail_next = ZeroDivisionError()
    code, _, err = run("ask", "Hi")
    assert code == 1
    assert [line for line in err.splitlines() if not re.search("[а-я]", line)] == []
    assert run("ask", "Hi", "--voice", "Nobody")[2].startswith("Нет голоса «Nobody».")


@pytest.mark.usefixtures("russian")
def test_json_stays_as_programs_know_it(run: Run, notes: Path) -> None:
    out = run("train", str(notes), "--name", "Diary", "--json")[1]
    assert json.loads(out)["perplexity_after"] == 15.1
    assert json.loads(run("runs", "--json")[1])["runs"][0]["state"] == "finished"


def test_the_systems_language_where_none_was_chosen(
    run: Run, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    assert "Голосов пока нет" in run("voices")[1]
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    engine.fail_next = user_error()
    assert "The file could not be read." in run("ask", "Hi")[2]


@pytest.mark.usefixtures("russian")
def test_the_chat_speaks_russian(places: Places) -> None:
    with Terminal(command(places, "chat"), ROOT) as chat:
        assert english_in(chat.wait_for("> ").replace("Ctrl+C", "").replace("help", "")) == []
        for line, answer in {
            "/help": "обучить голос по папке заметок",
            "/voices": "Голосов пока нет",
            "/strength 0,5": "Сила 0,5.",
            "/strength 1": "Сила 1.",
            "/dance": "Нет команды /dance.",
            "/new": "Новая беседа.",
        }.items():
            chat.type(line)
            assert answer in chat.wait_for("\n> ")
        chat.type("/quit")
        assert chat.end() == 0


@pytest.mark.parametrize(
    "update",
    [
        Preparing(phrase("progress", "Reading the notes"), 0.5),
        Reading(60, 20, 100),
        RunStarted(3, 5, 90),
        TrainingStep(3, 45, 90, 2.5, 1e-3, 900, 180.4, 75.0),
        HeldOut(3, 0, 3.25),
    ],
)
def test_progress_speaks_russian(update: Update) -> None:
    words.speak("ru")
    assert english_in(line_of(update)) == []
    assert re.search("[а-я]", line_of(update))


def test_figures_are_written_as_the_language_does() -> None:
    assert (words.decimal(1.25, 2), size(1_900_000)) == ("1.25", "1.9 MB")
    words.speak("ru")
    assert (words.decimal(1.25, 2), size(1_900_000), size(999)) == ("1,25", "1,9 МБ", "999 Б")


def test_a_phrase_in_a_phrase_and_one_of_a_later_version() -> None:
    words.speak("ru")
    inner = phrase("errors", "The disk is full.")
    assert words.words(phrase("x", "Later: {why}", why=inner)) == "Later: Диск заполнен."
    hostile = phrase("errors", "There is no voice “{name}”.", name="{name} {0}")
    assert "{name} {0}" in words.words(hostile)
