"""Faults 15 and 16: pickles, program code, settings that do harm."""

import json
import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest

from adapters.voice.validate import CONFIG, WEIGHTS
from engine.jobs.state import State
from tests.faults.brought.bringing import refuse, rewritten


class RunsCode:
    """Unpickling it makes a file."""

    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self) -> Any:
        return os.system, (f"touch {self._trace}",)


@pytest.mark.parametrize("name", ["adapter_model.bin", "v.pt", "v.ckpt", "v.pkl", "v.pth"])
def test_pickles_are_refused_and_run_nothing(state: State, tmp_path: Path, name: str) -> None:
    trace = tmp_path / "trace"
    poison = pickle.dumps(RunsCode(trace))
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / name).write_bytes(poison)
    (folder / CONFIG).write_text("{}")
    with zipfile.ZipFile(tmp_path / "given.zip", "w") as archive:
        archive.writestr(f"inside/{CONFIG}", "{}")
        archive.writestr(f"inside/{name}", poison)
    for path in (folder, folder / name, tmp_path / "given.zip"):
        refuse(state, path, "can run code")
    assert not trace.exists()


def test_a_pickle_under_the_name_of_safetensors(state: State, sound: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    (sound / "peft" / WEIGHTS).write_bytes(pickle.dumps(RunsCode(trace)))
    refuse(state, sound / "peft", r"adapter_model\.safetensors")
    assert not trace.exists()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"auto_map": {"AutoModel": "evil--Model"}}, "code of its own"),
        ({"target_modules": "(a+)+$"}, "search pattern"),
        ({"target_modules": ["(a+)+$"]}, "no sound list"),
        ({"rank_pattern": {"(a+)+$": 4}}, "no sound list"),
        ({"alpha_pattern": {"(a|a)*b": 4}}, "no sound list"),
        ({"r": 2**31}, "rank"),
        ({"corda_config": {"cache_file": "/etc/passwd"}}, "corda_config"),
        ({"layer_replication": [[0, 100_000]]}, "layer_replication"),
    ],
)
def test_settings_that_do_harm(
    state: State, sound: Path, tmp_path: Path, change: dict[str, object], why: str
) -> None:
    path = sound / "peft" / CONFIG
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    refuse(state, sound / "peft", why)

    def spoil(files: dict[str, bytes]) -> None:
        files[CONFIG] = json.dumps(json.loads(files[CONFIG]) | change).encode()

    rewritten(sound / "v.zip", tmp_path / "bad.zip", spoil)
    refuse(state, tmp_path / "bad.zip", why)
