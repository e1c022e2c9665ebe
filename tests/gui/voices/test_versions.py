"""The versions of a voice on its page: what each learned, rolling back, learning on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import learned_notes, runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import LearnedNote, Voice
from adapters.voice.options import TrainingOptions
from engine.messages import Failed, FindNewNotes, TrainOn
from gui.context import Context
from gui.notices import Toast
from gui.voices.new_notes import NewNotesWatch
from gui.voices.page import VoicesPage
from gui.voices.versions.read import changed, measured, read
from gui.widgets.buttons import Button, IconButton
from tests.fakes import FakeEngine
from tests.gui.accessibility import nameless
from tests.gui.voices.conftest import MakeVoice, Open, Settle


def learned(*texts: str) -> list[LearnedNote]:
    return [LearnedNote(f"{text[0]}.md", text, "learn") for text in texts]


@pytest.fixture
def two(catalog: Catalog, make_voice: MakeVoice) -> Voice:
    """A voice with two versions, the second of which is current."""
    first = make_voice("Anna", before=20.0, after=16.0)
    with catalog.session() as session:
        learned_notes.put(session, first.version.id, learned("a", "b", "c"))
    return voices.add_version(
        catalog,
        run=first.version.run,
        name="Anna",
        colour="rust",
        model_name=first.model_name,
        model_fingerprint=first.model_fingerprint,
        path=first.version.path,
        sha256="1" * 64,
        bytes=3_300_000,
        rank=16,
        targets=("q_proj",),
        perplexity_before=20.0,
        perplexity_after=15.2,
        notes=42,
        voice=first.id,
        parent=first.version.id,
        learned=learned("a", "b2", "d", "e"),
    )


def test_what_changed_is_said_in_words(catalog: Catalog, two: Voice) -> None:
    _, (second, first) = read(catalog, two.id)
    assert (second.is_current, first.is_current) == (True, False)
    assert measured(second.version) == "20.0 → 15.2, −24\u00a0%"
    assert changed(second) == (
        "since version 1: 2 notes added, 1 changed, 1 removed, perplexity −5\u00a0%"
    )
    assert changed(first) == ""


def test_rolling_back_is_one_click_and_can_be_undone(
    catalog: Catalog, two: Voice, open_page: Open, settle: Settle, context: Context, qtbot: QtBot
) -> None:
    toasts: list[Toast] = []
    context.notices.toasted.connect(toasts.append)
    page = open_page()
    page.select(("voice", two.id))
    settle()
    card = page.detail.voice.versions
    assert nameless(card) == []
    back = _back(card)
    assert back.accessibleName() == "Make Version 1 current"
    back.click()
    settle()
    settle()  # what the write has caused
    assert voices.get(catalog, two.id).version.number == 1
    assert len(voices.versions(catalog, two.id)) == 2
    qtbot.waitUntil(lambda: [line.is_current for line in card.lines] == [False, True])
    toast = toasts[-1]
    assert toast.text == "“Anna” speaks as version 1"
    assert toast.undo is not None
    toast.undo()
    settle()
    settle()
    assert voices.get(catalog, two.id).version.number == 2


def test_a_version_is_deleted_and_comes_back(
    catalog: Catalog, two: Voice, open_page: Open, settle: Settle, context: Context, qtbot: QtBot
) -> None:
    toasts: list[Toast] = []
    context.notices.toasted.connect(toasts.append)
    page = open_page()
    page.select(("voice", two.id))
    settle()
    card = page.detail.voice.versions
    (away,) = card.findChildren(IconButton)  # none for the current one
    assert away.accessibleName() == "Delete Version 1"
    away.click()
    qtbot.waitUntil(lambda: [line.is_current for line in card.lines] == [True])
    assert [version.number for version in voices.versions(catalog, two.id)] == [2]
    assert toasts[-1].text == "Version 1 of “Anna” was moved to the trash"
    assert toasts[-1].undo is not None
    toasts[-1].undo()
    qtbot.waitUntil(lambda: len(card.lines) == 2)
    settle()


def test_a_version_that_became_current_meanwhile_is_not_deleted(
    catalog: Catalog, two: Voice, open_page: Open, settle: Settle, context: Context, qtbot: QtBot
) -> None:
    page = open_page()
    page.select(("voice", two.id))
    settle()
    (away,) = page.detail.voice.versions.findChildren(IconButton)
    failures: list[Failed] = []
    context.bridge.unhandled.connect(failures.append)  # the window shows these
    voices.make_current(catalog, page.detail.voice.versions.lines[1].version.id)
    away.click()
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0].what) == "The version was not deleted."
    assert len(voices.versions(catalog, two.id)) == 2


def _back(card: object) -> Button:
    return next(b for b in card.findChildren(Button) if b.text() == "Make current")  # type: ignore[attr-defined]


def test_train_on_goes_on_with_the_folder_of_before(
    two: Voice, open_page: Open, settle: Settle, tmp_path: Path, context: Context, qtbot: QtBot
) -> None:
    (tmp_path / "notes").mkdir(exist_ok=True)
    said = TrainingOptions(evenness=1.0, epochs=3.0, seed=4)
    runs.set_options(context.catalog, two.version.run or 0, json.dumps(said.as_dict()))
    page = open_page()
    page.select(("voice", two.id))
    settle()
    begun: list[object] = []
    submit = context.bridge.submit
    context.bridge.submit = lambda command, **rest: (  # type: ignore[method-assign,assignment]
        begun.append(command),
        submit(command, **rest),
    )[1]
    page.detail.voice.versions.train_on.click()
    qtbot.waitUntil(lambda: any(isinstance(one, TrainOn) for one in begun), timeout=5000)
    command = next(one for one in begun if isinstance(one, TrainOn))
    assert (command.voice, command.folder) == (two.id, str(tmp_path / "notes"))
    assert command.options == replace(said, seed=1)  # the run of before had seed 0


def test_new_notes_are_said_on_card_and_page(
    two: Voice,
    open_page: Open,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FakeEngine, "new_notes", 12)
    page = open_page()
    page.select(("voice", two.id))
    settle()
    qtbot.waitUntil(lambda: page.new_notes.of(two.id) == 12, timeout=5000)
    settle()
    assert page.detail.voice.versions.new_notes.text() == "12 new notes"
    card = page.list.grid.current()
    assert card is not None
    assert card.new_notes == 12


def test_the_folders_are_looked_at_now_and_then_only(context: Context, qtbot: QtBot) -> None:
    asked: list[object] = []
    submit = context.bridge.submit
    context.bridge.submit = lambda command, **rest: (  # type: ignore[method-assign,assignment]
        asked.append(command),
        submit(command, **rest),
    )[1]
    watch = NewNotesWatch(context.bridge)
    watch.look()
    watch.look()
    qtbot.waitUntil(lambda: not watch._looking, timeout=5000)
    watch.look()
    assert [type(one) for one in asked] == [FindNewNotes]
    watch.look(again=True)
    assert len(asked) == 2
    qtbot.waitUntil(lambda: not watch._looking, timeout=5000)


def test_a_voice_that_learns_on_has_a_card_of_its_run(
    catalog: Catalog, two: Voice, open_page: Open
) -> None:
    run = runs.get(catalog, two.version.run or 0)
    more = runs.add(
        catalog,
        "Anna",
        "rust",
        run.folder,
        run.model,
        run.model_fingerprint,
        run.options,
        0,
        goes_on=two.version,
    )
    runs.set_state(catalog, more.id, "paused")
    page: VoicesPage = open_page()
    keys = [page.list.grid.cards.card(n).key for n in range(page.list.grid.cards.rowCount())]
    assert keys == [("run", more.id), ("voice", two.id)]
