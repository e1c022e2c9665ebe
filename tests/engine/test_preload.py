"""The library is there before the import, and the import works on it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from engine.preload import load_torch_library
assert load_torch_library()
assert "torch" not in sys.modules
assert "libtorch_cpu.so" in open("/proc/self/maps").read()
import torch
assert torch.ones(2).sum().item() == 2
print("works")
"""


def test_torch_is_imported_on_the_library_that_was_loaded_before() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "works\n", done.stderr


def test_a_missing_torch_is_left_to_the_import() -> None:
    code = (
        "import importlib.util\n"
        "importlib.util.find_spec = lambda name: None\n"
        "from engine.preload import load_torch_library\n"
        "print(load_torch_library())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "False\n", done.stderr
