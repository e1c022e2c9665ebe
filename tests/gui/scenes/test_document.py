"""One document under all views: steps, merging, selection."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.scene import edit
from engine.scene.fields.goal import Goal
from engine.scene.model import Field, Scene, find
from gui.scenes.document import SceneDocument

SCENE = Scene("Harbour", fields=(Field("goal-1", Goal("Decide")), Field("goal-2", Goal("Rest"))))


def _titled(title: str):  # type: ignore[no-untyped-def]
    return lambda scene: edit.change(scene, "goal-1", title=title)


def _document() -> SceneDocument:
    document = SceneDocument()
    document.open(SCENE)
    return document


def test_a_step_is_done_undone_and_done_again(qtbot: QtBot) -> None:
    document = _document()
    with qtbot.waitSignal(document.changed):
        document.do("Rename", _titled("Go out"))
    after = document.scene
    document.stack.undo()
    assert document.scene is SCENE
    document.stack.redo()
    assert document.scene is after


@pytest.mark.usefixtures("qapp")
def test_typing_is_one_step() -> None:
    document = _document()
    for text in ("G", "Go", "Go out"):
        document.do("Rename", _titled(text), merge="title of goal-1")
    assert document.stack.count() == 1
    document.stack.undo()
    assert document.scene is SCENE


@pytest.mark.usefixtures("qapp")
def test_steps_of_another_kind_stay_apart() -> None:
    document = _document()
    document.do("Rename", _titled("Go"), merge="title of goal-1")
    document.do("Rename scene", lambda scene: replace(scene, title="Pier"), merge="title")
    document.do("Rename", _titled("Stay"))
    document.do("Rename", _titled("Stay here"))
    assert document.stack.count() == 4


@pytest.mark.usefixtures("qapp")
def test_nothing_changed_is_no_step() -> None:
    document = _document()
    document.do("Rename", lambda scene: replace(scene))
    assert document.stack.count() == 0


def test_what_goes_leaves_the_selection(qtbot: QtBot) -> None:
    document = _document()
    document.select("goal-1", "nobody", "goal-2")
    assert document.selection == ("goal-1", "goal-2")
    with qtbot.waitSignal(document.selected):
        document.do("Delete", lambda scene: edit.remove(scene, "goal-2"))
    assert document.selection == ("goal-1",)
    assert document.chosen_field() is find(document.scene, "goal-1")


@pytest.mark.usefixtures("qapp")
def test_another_document_begins_anew() -> None:
    document = _document()
    document.do("Rename", _titled("Go"))
    document.open(Scene("Other"))
    assert not document.stack.canUndo()
    assert document.scene.title == "Other"
