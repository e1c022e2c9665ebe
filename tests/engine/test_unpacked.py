"""Where decoding uses the packed 4-bit kernel, everything works without it as well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.model.layout import SWITCH, packed_kernel_available
from engine.model.precision import compute_dtype, device

ROOT = Path(__file__).parents[2]
JOBS = ("test_reply.py", "test_training.py", "test_voices.py", "test_models.py")


def test_every_job_works_with_the_packed_kernel_off() -> None:
    if not packed_kernel_available(compute_dtype(), device()):
        pytest.skip("this processor has no packed kernel: all tests run without it")
    tests = [f"tests/engine/jobs/{name}" for name in JOBS]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT,
        env=os.environ | {SWITCH: "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
