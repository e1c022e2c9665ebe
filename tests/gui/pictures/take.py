"""Takes the pictures of every page: ``python -m tests.gui.pictures.take [FOLDER]``.

Writes ``<page>-<light|dark>-<en|ru>.png`` at 1280x800 into docs/screenshots. The window is
the real one; the data is a sample and the engine a fake, so no figure in them is measured.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from adapters.catalog.database import Catalog
from engine.language import Language
from engine.memory import meter
from engine.memory.meter import Reading
from engine.messages import ResumeTraining
from engine.owner import Makers
from engine.places import Places
from engine.settings import Settings
from engine.worker import Emit
from gui import background
from gui.app import Program
from gui.looks import make_application
from gui.voices.page import VoicesPage
from tests.gui.pictures.engine import StandingEngine
from tests.gui.pictures.sample import HARBOUR, add_starter, fill, keep_scenes
from tests.gui.pictures.texts import TEXTS

ROOT = Path(__file__).parents[3]
SIZE = (1280, 800)
GIB = 2**30
# The same machine in every picture.
MACHINE = Reading("cpu", 8 * GIB, 5 * GIB, 5 * GIB // 4, 7 * GIB // 4)
Take = Callable[[Program, int], None]


def make(places: Places, catalog: Catalog, emit: Emit) -> StandingEngine:  # noqa: ARG001
    return StandingEngine(catalog, emit)


def settle(seconds: float = 0.7) -> None:
    """Let background reads and the window come to rest."""
    end = QDeadlineTimer(round(seconds * 1000))
    while not end.hasExpired():
        background.finish(200)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


@contextmanager
def running(theme: str, language: Language, filled: bool) -> Iterator[tuple[Program, int]]:
    """The program on a sample data folder, and the id of its unfinished run."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        places = Places(Path(folder) / ".local/share/timbre", Path(folder) / ".cache/timbre")
        places.data.mkdir(parents=True)
        places.cache.mkdir(parents=True)
        wanted = Settings(theme=theme, language=language, reduced_motion=True)
        wanted.save(places.settings)
        catalog = Catalog.open(places.catalog, places.backups)
        run = 0
        if filled:
            run = fill(catalog, TEXTS[language])
            keep_scenes(catalog, TEXTS[language], language)
        else:
            add_starter(catalog)
        catalog.close()
        for number in range(1, run):
            files = places.voices / f"voice-{number}"
            files.mkdir(parents=True)
            (files / "adapter_model.safetensors").write_bytes(bytes(1_900_000))
        program = Program(places, Makers(make, make))
        program.window.resize(*SIZE)
        program.window.show()
        settle()
        try:
            yield program, run
        finally:
            program.window.hide()
            settle(0.3)
            program.close()
            shiboken6.delete(program.window)


def show_chat(program: Program, run: int) -> None:  # noqa: ARG001
    program.window.go("chat")


def show_voices(program: Program, run: int) -> None:
    program.window.go("voices", ("voice", run - 5))


def show_verdict(program: Program, run: int) -> None:
    show_voices(program, run)
    settle()
    page = program.window.page("voices")
    assert isinstance(page, VoicesPage)
    page.detail.voice.verdict.more.setChecked(True)


def show_comparison(program: Program, run: int) -> None:
    page = program.window.page("voices")
    assert isinstance(page, VoicesPage)
    page.detail.voice.verdict.more.setChecked(False)
    page.begin_comparison(run - 5)
    settle()
    page.compare.more.click()
    page.compare.field.setPlainText("When is the soil ready to sow?")
    page.compare.ask()
    settle()


def show_new_voice(program: Program, run: int) -> None:  # noqa: ARG001
    folder = Path.home() / "Notes" / "Garden"
    folder.mkdir(parents=True)
    program.window.go("voices", folder)
    settle()
    page = program.window.page("voices")
    assert isinstance(page, VoicesPage)
    table = page.new_voice.files.table
    table.setCurrentIndex(table.files.index(2, 0))


def show_training(program: Program, run: int) -> None:
    page = program.window.page("voices")
    assert isinstance(page, VoicesPage)
    page.finish()  # the steps of a new voice were on screen
    program.window.go("voices", ("run", run))
    settle()
    program.bridge.submit(ResumeTraining(run))


def show_scenes(program: Program, run: int) -> None:  # noqa: ARG001
    program.window.go("scenes", ("scene", HARBOUR, "ines"))


def show_models(program: Program, run: int) -> None:  # noqa: ARG001
    program.window.go("models")


def show_settings(program: Program, run: int) -> None:  # noqa: ARG001
    program.window.go("settings")


def show_go_to(program: Program, run: int) -> None:  # noqa: ARG001
    program.window.go("chat")
    program.window.show_goals()


PAGES: dict[str, Take] = {
    "chat": show_chat,
    "voices": show_voices,
    "verdict": show_verdict,
    "comparison": show_comparison,
    "new-voice": show_new_voice,
    "training": show_training,
    "scenes": show_scenes,
    "models": show_models,
    "settings": show_settings,
    "go-to": show_go_to,  # the last: the card stays open
}


def take(folder: Path, themes: tuple[str, ...], languages: tuple[Language, ...]) -> None:
    for theme in themes:
        for language in languages:
            with running(theme, language, filled=False) as (program, _):
                snap(program, folder / f"first-run-{theme}-{language}.png")
            with running(theme, language, filled=True) as (program, run):
                for name, show in PAGES.items():
                    show(program, run)
                    snap(program, folder / f"{name}-{theme}-{language}.png")


def snap(program: Program, file: Path) -> None:
    settle()
    program.window.resize(*SIZE)
    settle(0.2)
    if not program.window.grab().save(str(file)):
        raise OSError(f"{file} was not written")
    print(file.name)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    meter._main = lambda: MACHINE
    take(folder, ("light", "dark"), ("en", "ru"))
    app.quit()


if __name__ == "__main__":
    main()
