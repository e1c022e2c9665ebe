"""The rules of the house, as tests."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_layers() -> None:
    """import-linter's contracts in pyproject.toml hold."""
    code = "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_window_loads_no_torch() -> None:
    code = (
        "import sys, gui.app\n"
        "heavy = {'torch', 'transformers', 'peft', 'bitsandbytes'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_file_is_long() -> None:
    """A file over 300 lines holds more than one idea."""
    long = [
        f"{path.relative_to(ROOT)}: {lines}"
        for package in ("adapters", "engine", "gui", "installer", "tests", "benchmarks")
        for path in (ROOT / package).rglob("*.py")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 300
    ]
    assert not long


def test_no_function_is_long() -> None:
    """Of the program itself; over 45 lines a function does more than one thing."""
    long = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for package in ("adapters", "engine", "gui", "installer")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno > 45
    ]
    assert not long


def test_main_only_wires() -> None:
    main = ROOT / "main.py"
    assert main.read_text(encoding="utf-8").count("\n") < 80
