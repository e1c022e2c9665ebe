"""An archive whose list of contents is false."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.jobs.state import State
from tests.faults.brought.bringing import MANIFEST, refuse, rewritten

DELETED = {"number": 5, "notes": 1, "created": "2026-01-01T00:00:00+00:00", "learned": []}


def spoiled(sound: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The archive with another list of contents."""

    def spoil(files: dict[str, bytes]) -> None:
        manifest = json.loads(files[MANIFEST])
        change(manifest)
        files[MANIFEST] = json.dumps(manifest).encode()

    path = sound / "spoiled.timbre-voice"
    rewritten(sound / "v.timbre-voice", path, spoil)
    return path


@pytest.mark.parametrize(
    "change",
    [
        {"timbre_voice": 2},
        {"card": None},
        {"card": {"name": "V"}},
        {"versions": []},
        {"versions": [{"number": 1}, {"number": 1}]},
        {"versions": [{"number": -1}]},
        {"versions": "many"},
        {"current": 7},
        {"deleted": "many"},
        {"deleted": [DELETED | {"number": 1}]},
        {"deleted": [DELETED | {"number": 2**31}]},
        {"deleted": [DELETED, DELETED]},
        {"deleted": [DELETED | {"perplexity_after": -1.0}]},
        {"deleted": [DELETED], "current": 5},
        {"deleted": [DELETED | {"learned": [{"path": 1}]}]},
        {"files": {}},
        {"files": {"../../x": "0" * 64}},
    ],
)
def test_a_list_of_contents_that_is_false(
    state: State, sound: Path, change: dict[str, Any]
) -> None:
    path = spoiled(sound, lambda manifest: manifest.update(change))
    refuse(state, path, "damaged|newer version|other files")


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("card", {"colour": "octarine"}),
        ("card", {"created": "yesterday"}),
        ("card", {"description": 7}),
        ("card", {"model_fingerprint": "f" * 65}),
        ("version", {"perplexity_after": "low"}),
        ("version", {"perplexity_after": 1e999}),
        ("version", {"perplexity_before": -1.0}),
        ("version", {"perplexity_before": 1e300}),
        ("version", {"created": "0001-01-01T00:00:00+00:00"}),
        ("version", {"notes": 2**80}),
        ("version", {"learned": [{"path": "a", "sha256": "b", "use": "c"}] * 2}),
        ("version", {"verdict": {"details": "{}"}}),
        ("version", {"verdict": []}),
        ("version", {"run": {"options": "{}"}}),
        ("version", {"run": {"options": '{"rank": "x"}'}}),
        ("version", {"run": []}),
    ],
)
def test_rows_that_no_catalog_gave(
    state: State, sound: Path, where: str, change: dict[str, Any]
) -> None:
    def spoil(manifest: dict[str, Any]) -> None:
        (manifest["card"] if where == "card" else manifest["versions"][0]).update(change)

    refuse(state, spoiled(sound, spoil), "list of contents is damaged")


def test_a_file_too_many_in_an_archive(state: State, sound: Path, tmp_path: Path) -> None:
    rewritten(
        sound / "v.timbre-voice",
        tmp_path / "more.timbre-voice",
        lambda files: files.update({"versions/1/extra.bin": b"x"}),
    )
    refuse(state, tmp_path / "more.timbre-voice", "other files")
