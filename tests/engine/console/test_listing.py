"""``voices``, ``models`` and ``runs``: for programs and for a person."""

import json
from pathlib import Path

import pytest

from adapters.catalog import models, runs
from adapters.catalog.database import Catalog
from engine import ownership
from engine.places import Places
from tests.engine.console.processes import Run


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
    assert listed[0]["verdict"]["outcome"] == "learned"
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
        for state in ("queued", "running"):
            runs.set_state(catalog, cut.id, state)
            assert json.loads(run("runs", "--json")[1])["runs"][0]["state"] == state
    runs.trash(catalog, cut.id)
    assert json.loads(run("runs", "--json")[1]) == {"runs": []}


def test_data_dir_stands_for_another_folder(run: Run, notes: Path, tmp_path: Path) -> None:
    run("train", str(notes), "--name", "Diary")
    other = str(tmp_path / "other")
    assert json.loads(run("voices", "--json", "--data-dir", other)[1]) == {"voices": []}
