"""Voices in the catalog, and the page that shows them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import models, runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, RunState, RunStep, Voice
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.places import Places
from gui.context import Context
from gui.voices.page import VoicesPage
from tests.fake_rows import FINGERPRINT, MODEL

FULL = phrase("errors", "There was no space left to save to.")
MakeVoice = Callable[..., Voice]
MakeRun = Callable[..., Run]
Open = Callable[[], VoicesPage]
Settle = Callable[[], None]


def shown(page: VoicesPage) -> list[str]:
    """The names on the cards, in their order."""
    cards = page.list.grid.cards
    return [cards.card(row).name for row in range(cards.rowCount())]


@pytest.fixture
def make_run(catalog: Catalog, tmp_path: Path) -> MakeRun:
    """A run of 20 steps in some state; ``done`` of them are done."""

    def make(
        name: str = "Field notes", state: RunState = "paused", steps: int = 20, done: int = 12
    ) -> Run:
        options = json.dumps(TrainingOptions().as_dict())
        model = models.everything(catalog)[0].id
        folder = str(tmp_path / "notes")
        run = runs.add(catalog, name, "olive", folder, model, FINGERPRINT, options, 0)
        runs.plan(catalog, run.id, steps, 44, 4)
        for step in range(1, done + 1):
            held_out = 3.0 - step / 20 if step % 4 == 0 else None
            loss = 3.0 - step / 20
            runs.record(
                catalog, RunStep(run.id, step, loss, held_out, 1e-3, step * 900, step * 2.0)
            )
        runs.set_state(catalog, run.id, state, FULL if state == "failed" else None)
        return runs.get(catalog, run.id)

    return make


@pytest.fixture
def make_voice(catalog: Catalog, places: Places, make_run: MakeRun) -> MakeVoice:
    """A finished voice with its run and files."""

    def make(
        name: str,
        colour: str = "rust",
        size: int = 3_250_000,
        before: float | None = 20.0,
        after: float | None = 16.4,
        fingerprint: str = FINGERPRINT,
    ) -> Voice:
        run = make_run(name, steps=12)
        folder = places.voices / f"v{run.id}"
        folder.mkdir(parents=True)
        (folder / "adapter_model.safetensors").write_bytes(b"0" * 2048)
        (folder / "adapter_config.json").write_text("{}", encoding="utf-8")
        return voices.add_version(
            catalog,
            run=run.id,
            name=name,
            colour=colour,
            model_name=MODEL,
            model_fingerprint=fingerprint,
            path=f"v{run.id}",
            sha256="0" * 64,
            bytes=size,
            rank=16,
            targets=("q_proj", "v_proj"),
            perplexity_before=before,
            perplexity_after=after,
            notes=40,
        )

    return make


@pytest.fixture
def open_page(
    context: Context, qtbot: QtBot, settle: Callable[[], None]
) -> Iterator[Callable[[], VoicesPage]]:
    """Builds the page as the window does, wide enough for two panes."""

    def build() -> VoicesPage:
        page = VoicesPage(context)
        qtbot.addWidget(page)
        page.resize(1208, 740)
        page.show()
        page.arrive(None)
        settle()
        settle()
        return page

    yield build
    settle()
