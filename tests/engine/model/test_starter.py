"""The conversion that the set-up runs as a process of its own."""

import subprocess
import sys
from pathlib import Path

from engine.model import record
from tests.tiny_gguf import write_tiny_gguf

ROOT = Path(__file__).parents[3]


def run(*arguments: Path | str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "engine.model.starter", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_converts_and_says_how_far_it_is(tiny_model: Path, tmp_path: Path) -> None:
    gguf = write_tiny_gguf(tiny_model, tmp_path / "starter.gguf")
    done = run(gguf, tmp_path / "nf4")
    assert done.returncode == 0, done.stderr
    assert record.read(tmp_path / "nf4") is not None
    lines = [line.split(" ", 1) for line in done.stdout.splitlines()]
    fractions = [float(fraction) for fraction, _ in lines]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert len(fractions) > 5
    assert all(text for _, text in lines)


def test_a_false_file_ends_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "starter.gguf").write_bytes(b"<html>" * 10)
    done = run(tmp_path / "starter.gguf", tmp_path / "nf4")
    assert done.returncode == 1
    assert "starter.gguf" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_use() -> None:
    assert run("one").returncode == 2
