"""The settings page, as the window shows it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import voices
from adapters.catalog.records import Voice
from gui.context import Context
from gui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, context: Context, settle: Callable[[], None]) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1208, 770)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(None)
    settle()
    return made


@pytest.fixture
def make_version(context: Context) -> Callable[[str, int | None], Voice]:
    """A version of a voice, with its folder; of a new voice where none is named."""

    def make(path: str, voice: int | None) -> Voice:
        (context.places.voices / path).mkdir(parents=True)
        return voices.add_version(
            context.catalog,
            run=None,
            name="Anna",
            colour="rust",
            model_name="Fake-135M",
            model_fingerprint="f" * 64,
            path=path,
            sha256="0" * 64,
            bytes=1_900,
            rank=16,
            targets=("q_proj",),
            perplexity_before=None,
            perplexity_after=None,
            notes=4,
            voice=voice,
        )

    return make
