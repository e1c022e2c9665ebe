"""Who speaks next, as the model would go on: the same again, also when it is cut short."""

from collections.abc import Generator, Sequence
from typing import Any

import pytest
import torch

from adapters.voice.interruption import CutShortError
from engine.generation.decoder import make_decoder
from engine.generation.next_speaker import next_speaker
from engine.generation.pasts import PastKey, Pasts
from engine.generation.reply import Speaker
from engine.generation.role_prompt import SaidAs
from engine.messages import Update
from engine.model.load import LoadedModel
from engine.scene.fields.role import Role
from engine.scene.model import Field
from tests.engine.jobs.running import finish

ROLES = [Field(f"role-{n}", Role(), name) for n, name in enumerate(("Ines", "Tomas", "Anna"))]
SAID = (SaidAs("role-0", "Ines", "Tomas, will you go out tonight?"),)


@pytest.fixture
def speaker(loaded_tiny: LoadedModel) -> Speaker:
    return Speaker(
        make_decoder(loaded_tiny),
        Pasts(),
        loaded_tiny.tokenizer,
        loaded_tiny.context_length,
        loaded_tiny.stop_tokens,
    )


def asked(speaker: Speaker, key: PastKey) -> Generator[Update, None, Field]:
    return next_speaker(speaker, key, "A harbour office.", ROLES, SAID, "en")


def test_cut_short_it_goes_on_to_the_same_choice(
    speaker: Speaker, loaded_tiny: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = PastKey.of(loaded_tiny.fingerprint)
    chosen = finish(asked(speaker, key))
    speaker.pasts.clear()
    forward, calls = type(speaker.decoder).forward, [0]

    def hurried(self: Any, tokens: Sequence[int], past: Any) -> torch.Tensor:
        calls[0] += 1
        if calls[0] % 2:
            raise CutShortError
        return forward(self, tokens, past)

    monkeypatch.setattr(type(speaker.decoder), "forward", hurried)
    assert finish(asked(speaker, key)) is chosen
    assert calls[0] > 6


def test_closed_on_the_way_it_gives_the_past_back(
    speaker: Speaker, loaded_tiny: LoadedModel
) -> None:
    job = asked(speaker, PastKey.of(loaded_tiny.fingerprint))
    for _ in range(3):
        next(job)
    job.close()
    assert speaker.pasts.tokens > 0
    assert not speaker.pasts._taken


def test_one_alone_is_not_asked_about(speaker: Speaker, loaded_tiny: LoadedModel) -> None:
    key = PastKey.of(loaded_tiny.fingerprint)
    assert finish(next_speaker(speaker, key, "", ROLES[:1], SAID, "en")) is ROLES[0]
    assert speaker.pasts.tokens == 0
