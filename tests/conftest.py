"""What all tests share: own folders, a tiny model, and no thread left behind."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# First of all: PySide6 looks into every import, and pydantic cannot bear that once transformers
# is loaded (a circular import inside of pydantic).
import engine.settings  # noqa: F401
from engine.places import Places
from installer.places import cache_folder
from tests.patient import PatientBot
from tests.tiny_model import make_tiny_model

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from engine.model.load import LoadedModel

# Asked before any test gets folders of its own: where the set-up put the starter model.
REAL_CACHE = cache_folder()

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background: the programs that tests start and stop would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--real", action="store_true", help="also run what needs the real model")
    parser.addoption("--slow", action="store_true", help="also run the slow tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # The longest first: begun last, one of them would keep a single core busy at the end.
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)
    switches = {"real_model": "--real", "journey": "--real", "slow": "--slow"}
    for item in items:
        for marker, switch in switches.items():
            if item.get_closest_marker(marker) and not config.getoption(switch):
                item.add_marker(pytest.mark.skip(reason=f"needs {switch}"))


@pytest.fixture(autouse=True)
def own_user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the real user's files."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("DATA", "CACHE", "CONFIG", "RUNTIME"):
        folder = tmp_path / "xdg" / name.lower()
        folder.mkdir(parents=True)
        folder.chmod(0o700)
        variable = "XDG_RUNTIME_DIR" if name == "RUNTIME" else f"XDG_{name}_HOME"
        monkeypatch.setenv(variable, str(folder))


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> PatientBot:  # noqa: ARG001
    """In place of pytest-qt's own."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and not t.daemon]
    for thread in left:
        thread.join(timeout=30)
    assert not [t.name for t in left if t.is_alive()]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places(data=tmp_path / "data", cache=tmp_path / "cache")
    places.data.mkdir()
    places.cache.mkdir()
    return places


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random Llama of two layers in Hugging Face format, with a real tokenizer."""
    return make_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="session")
def tiny_nf4(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model as an NF4 folder."""
    from engine.model.quantise import quantise  # noqa: PLC0415 (loads torch)
    from engine.model.source import inspect  # noqa: PLC0415

    target = tmp_path_factory.mktemp("models") / "tiny-nf4"
    for _ in quantise(inspect(tiny_model), target):
        pass
    return target


@pytest.fixture(params=["plain", "packed"])
def loaded_tiny(
    request: pytest.FixtureRequest, tiny_nf4: Path, monkeypatch: pytest.MonkeyPatch
) -> "LoadedModel":
    """The tiny model in memory, once in each layout, on every machine."""
    from engine.model.load import load  # noqa: PLC0415 (loads torch)
    from tests import packed_kernel  # noqa: PLC0415

    packed_kernel.provide(monkeypatch)
    return load(tiny_nf4, packed=request.param == "packed")


@pytest.fixture(scope="session")
def starter_nf4() -> Path:
    """The real starter model as the set-up left it; only for tests marked real_model."""
    folder = Places(data=REAL_CACHE, cache=REAL_CACHE).starter_nf4
    if not folder.is_dir():
        pytest.skip("the starter model is not set up")
    return folder
