"""A reply that is stopped in the middle of a pass keeps its past whole."""

import pytest
import torch

from adapters.voice.interruption import CutShortError
from engine.generation.decoder import make_decoder
from engine.generation.pasts import PastKey, Pasts
from engine.generation.prompt import Turn
from engine.generation.reply import ReplyText, Speaker, reply
from engine.messages import Piece, Sampling
from engine.model.load import LoadedModel

TOKENS = [(7 * at) % 250 + 3 for at in range(40)]
LIVELY = Sampling(temperature=1.2, max_tokens=12, seed=5)
TURNS = [Turn("owner", "What is frost?")]


class Hurry:
    """True at its ``at``-th question only."""

    def __init__(self, at: int) -> None:
        self.at, self.asked = at, 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked == self.at


def speaker_of(loaded: LoadedModel, hurry: Hurry) -> Speaker:
    return Speaker(
        make_decoder(loaded, hurry),
        Pasts(),
        loaded.tokenizer,
        loaded.context_length,
        loaded.stop_tokens,
    )


def whole(loaded: LoadedModel, hurry: Hurry) -> tuple[ReplyText, list[object]]:
    said = ReplyText()
    key = PastKey.of(loaded.fingerprint)
    updates = list(reply(speaker_of(loaded, hurry), key, "Be brief.", TURNS, LIVELY, said))
    return said, list(updates)


@pytest.mark.parametrize("at", [1, 2])
def test_past_and_logits_are_as_if_it_had_not_been(loaded_tiny: LoadedModel, at: int) -> None:
    calm = make_decoder(loaded_tiny)
    past = calm.new_past()
    calm.forward(TOKENS[:20], past)
    expected = calm.forward(TOKENS[20:], past)
    # Two layers, so two questions in each pass: the first pass is let through.
    hasty = make_decoder(loaded_tiny, Hurry(2 + at))
    other = hasty.new_past()
    hasty.forward(TOKENS[:20], other)
    with pytest.raises(CutShortError):
        hasty.forward(TOKENS[20:], other)
    assert other.length == 20
    assert torch.equal(hasty.forward(TOKENS[20:], other), expected)


@pytest.mark.parametrize("at", range(1, 9))
def test_the_text_does_not_change_where_the_reply_goes_on(
    loaded_tiny: LoadedModel, at: int
) -> None:
    calm, calm_updates = whole(loaded_tiny, Hurry(0))
    said, updates = whole(loaded_tiny, Hurry(at))
    assert said.text == calm.text
    assert len(updates) == len(calm_updates) + 1  # the pass that was done again


def test_closed_where_it_was_cut_it_keeps_what_was_said(loaded_tiny: LoadedModel) -> None:
    calm, _ = whole(loaded_tiny, Hurry(0))
    hurry = Hurry(0)
    speaker = speaker_of(loaded_tiny, hurry)
    key = PastKey.of(loaded_tiny.fingerprint)
    said = ReplyText()
    updates = reply(speaker, key, "Be brief.", TURNS, LIVELY, said)
    while said.tokens < 4:
        next(updates)
    hurry.at = hurry.asked + 1
    cut = next(updates)
    assert isinstance(cut, Piece)
    assert cut.text == ""
    assert said.tokens == 4
    updates.close()
    assert said.stop == "owner"
    assert calm.text.startswith(said.text)
    (held,) = speaker.pasts._held
    assert held.past.length == len(held.tokens)
