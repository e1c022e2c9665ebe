"""``voices export`` and ``voices import``."""

import json
from pathlib import Path

import pytest

from engine.messages import ExportVoice, ImportVoice
from tests.engine.console.processes import Run
from tests.fakes import FakeEngine


def test_export_says_where_it_lies(
    run: Run, notes: Path, engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("train", str(notes), "--name", "Diary")
    monkeypatch.chdir(tmp_path)
    code, out, err = run(
        "voices", "export", "diary", "--format", "gguf", "--to", "d.gguf", "--json"
    )
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "voice": "Diary",
        "format": "gguf",
        "path": str(tmp_path / "d.gguf"),
        "bytes": 4,
    }
    assert engine.handled[-1] == ExportVoice(1, "gguf", str(tmp_path / "d.gguf"))
    out = run("voices", "export", "Diary", "--to", "d.timbre-voice")[1]
    assert f"“Diary” lies in {tmp_path / 'd.timbre-voice'}" in out


def test_an_unknown_voice_or_format_is_said(run: Run, tmp_path: Path) -> None:
    code, out, err = run("voices", "export", "Nobody", "--to", str(tmp_path / "x"))
    assert (code, out) == (1, "")
    assert "“Nobody”" in err
    with pytest.raises(SystemExit) as ended:
        run("voices", "export", "Nobody", "--format", "pickle", "--to", "x")
    assert ended.value.code == 2


def test_import_says_what_was_assumed(
    run: Run, engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("voices", "import", "moss.gguf", "--name", "Moss", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told.pop("assumed").startswith("It does not say which model")
    assert told == {
        "voice": "Moss",
        "path": "v1",
        "model": "Fake-135M",
        "usable": True,
        "versions": 1,
        "adapter_bytes": 1_900,
    }
    assert engine.handled[-1] == ImportVoice(str(tmp_path / "moss.gguf"), "Moss")
    lines = run("voices", "import", "moss.gguf")[1].splitlines()
    assert lines[0] == "“moss” is here."
    assert 'ask --voice "moss"' in lines[2]


def test_the_list_is_still_there(run: Run) -> None:
    assert json.loads(run("voices", "--json")[1]) == {"voices": []}
    assert run("voices")[0] == 0
