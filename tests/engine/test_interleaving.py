"""Chat in the middle of training changes nothing of either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from adapters.catalog import voices
from adapters.voice import files
from adapters.voice.options import TrainingOptions
from engine.messages import (
    Answer,
    Ask,
    Event,
    Finished,
    MicroStep,
    Progress,
    Sampling,
    Train,
    Trained,
    TrainingStep,
)
from engine.owner import Owner, own
from engine.places import Places
from engine.service import Service
from tests.heard import Heard
from tests.notes import write_notes

OPTIONS = TrainingOptions(
    rank=4,
    alpha=8,
    learning_rate=1e-2,
    epochs=1.0,
    max_length=96,
    micro_tokens=192,
    batch_tokens=400,
    seed=5,
)
QUESTION = Ask("How is the frost?", "Be kind.", sampling=Sampling(max_tokens=3, seed=11))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def owner(tiny_starter: Places, heard: Heard) -> Iterator[Owner]:
    owner = own(tiny_starter, heard)
    assert owner is not None
    yield owner
    owner.close()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes")


def finished(heard: Heard, job: int) -> object:
    event = heard.wait_for(lambda e: getattr(e, "job", None) == job and _ends(e), timeout=300)
    assert isinstance(event, Finished), event
    return event.result


def _ends(event: Event) -> bool:
    return type(event).__name__ in ("Finished", "Failed", "Cancelled")


def weights(owner: Owner, places: Places, name: str) -> dict[str, torch.Tensor]:
    card = voices.by_name(owner.catalog, name)
    assert card is not None
    loaded = files.load(places.voices / card.version.path, card.version.sha256)
    a = {f"{path}.a": pair.a for path, pair in loaded.layers.items()}
    return a | {f"{path}.b": pair.b for path, pair in loaded.layers.items()}


class Chatter:
    """Asks a question whenever the training has taken a step of any size."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self.asked: list[int] = []

    def __call__(self, event: Event) -> None:
        if isinstance(event, Progress) and isinstance(event.update, MicroStep | TrainingStep):
            self.asked.append(self._service.submit(QUESTION))


def test_training_with_chat_at_every_yield_gives_the_same_bits(
    owner: Owner, tiny_starter: Places, heard: Heard, notes: Path
) -> None:
    alone = owner.service.submit(Train(str(notes), "Alone", "rust", OPTIONS))
    undisturbed = finished(heard, alone)
    chatter = Chatter(owner.service)
    beside = owner.service.submit(Train(str(notes), "Beside", "plum", OPTIONS), chatter)
    disturbed = finished(heard, beside)
    assert isinstance(undisturbed, Trained)
    assert isinstance(disturbed, Trained)
    assert len(chatter.asked) > 10
    one, two = (weights(owner, tiny_starter, name) for name in ("Alone", "Beside"))
    assert one.keys() == two.keys()
    assert all(torch.equal(one[name], two[name]) for name in one)
    assert undisturbed.perplexity_after == disturbed.perplexity_after

    # And the other way round: every answer was the one that is given in peace.
    peaceful = finished(heard, owner.service.submit(QUESTION))
    assert isinstance(peaceful, Answer)
    for job in chatter.asked:
        answer = finished(heard, job)
        assert isinstance(answer, Answer)
        assert answer.text == peaceful.text

    # Each was served to its end without a step of anything else in between.
    order = [getattr(event, "job", None) for event in heard.events]
    for job in chatter.asked:
        mine = [place for place, which in enumerate(order) if which == job]
        assert set(order[mine[0] : mine[-1]]) <= {job, None}
