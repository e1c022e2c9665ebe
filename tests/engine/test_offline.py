"""Nothing that Timbre imports may fetch code."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_bitsandbytes_never_finds_the_package_that_fetches_kernels(tmp_path: Path) -> None:
    package = tmp_path / "kernels"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('code from the hub')")
    done = subprocess.run(
        [sys.executable, "-c", "import engine.model.layout"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "pip install kernels" not in done.stderr
