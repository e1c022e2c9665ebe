"""The decoder's step and its past, against the model computing everything at once."""

import pytest
import torch
from transformers import DynamicCache

from engine.generation.decoder import LONGEST_CHUNK, SHORTEST_CHUNK, make_decoder, prefill_chunk
from engine.generation.interface import Decoder
from engine.generation.transformers_decoder import ROOM_STEP, GrowingLayer, TransformersPast
from engine.model.load import LoadedModel
from tests.engine.generation.fake_decoder import FakePast

TOKENS = [(7 * at) % 250 + 3 for at in range(60)]
# Of the logits' spread. Products of another shape are summed in another order; the packed
# kernel besides rounds to bfloat16.
TOLERANCE = 1e-5
PACKED_TOLERANCE = 2e-2


@pytest.fixture
def decoder(loaded_tiny: LoadedModel) -> Decoder:
    return make_decoder(loaded_tiny)


def at_once(loaded: LoadedModel, tokens: list[int]) -> torch.Tensor:
    with torch.inference_mode():
        logits: torch.Tensor = loaded.model(torch.tensor([tokens])).logits[0, -1].float()
    return logits


def agree(loaded: LoadedModel, first: torch.Tensor, second: torch.Tensor) -> bool:
    exact = not loaded.packed and loaded.dtype == torch.float32
    tolerance = TOLERANCE if exact else PACKED_TOLERANCE
    return float((first - second).abs().max() / first.std()) <= tolerance


def test_with_and_without_the_past(loaded_tiny: LoadedModel, decoder: Decoder) -> None:
    past = decoder.new_past()
    decoder.forward(TOKENS[:20], past)
    decoder.forward(TOKENS[20:50], past)
    for token in TOKENS[50:]:
        logits = decoder.forward([token], past)
    assert past.length == len(TOKENS)
    assert logits.dtype == torch.float32
    assert agree(loaded_tiny, at_once(loaded_tiny, TOKENS), logits)


def test_the_same_path_gives_the_same_bits(decoder: Decoder) -> None:
    def walk() -> torch.Tensor:
        past = decoder.new_past()
        decoder.forward(TOKENS[:40], past)
        return decoder.forward(TOKENS[40:41], past)

    assert torch.equal(walk(), walk())


def test_cropped_and_gone_on(loaded_tiny: LoadedModel, decoder: Decoder) -> None:
    past = decoder.new_past()
    decoder.forward(TOKENS, past)
    past.crop(30)
    logits = decoder.forward([5, 6, 7], past)
    assert past.length == 33
    assert agree(loaded_tiny, at_once(loaded_tiny, [*TOKENS[:30], 5, 6, 7]), logits)


def test_a_copy_is_apart(loaded_tiny: LoadedModel, decoder: Decoder) -> None:
    past = decoder.new_past()
    decoder.forward(TOKENS[:40], past)
    other = past.copy(30)
    assert other.bytes > 0
    copied = decoder.forward([5, 6], other)
    went_on = decoder.forward(TOKENS[40:], past)
    assert agree(loaded_tiny, at_once(loaded_tiny, [*TOKENS[:30], 5, 6]), copied)
    assert agree(loaded_tiny, at_once(loaded_tiny, TOKENS), went_on)


def test_memory_grows_in_steps_and_is_counted(decoder: Decoder) -> None:
    past = decoder.new_past()
    assert past.bytes == 0
    decoder.forward(TOKENS[:4], past)
    first = past.bytes
    for _ in range(ROOM_STEP):
        decoder.forward([9], past)
    assert past.bytes == first  # four tokens and the room that came with them
    decoder.forward([9], past)
    assert past.bytes > first


def test_growing_layers_hold_what_plain_ones_do(loaded_tiny: LoadedModel) -> None:
    plain, growing = DynamicCache(), DynamicCache()
    growing.layers = [GrowingLayer() for _ in range(2)]
    with torch.inference_mode():
        for part in (TOKENS[:20], TOKENS[20:21], TOKENS[21:]):
            for cache in (plain, growing):
                loaded_tiny.model(torch.tensor([part]), past_key_values=cache, use_cache=True)
    for one, other in zip(plain.layers, growing.layers, strict=True):
        assert torch.equal(one.keys, other.keys)
        assert torch.equal(one.values, other.values)


def test_pasts_of_other_decoders_are_refused(decoder: Decoder) -> None:
    with pytest.raises(TypeError):
        decoder.forward([1], FakePast())  # type: ignore[arg-type]


def test_a_running_state_cannot_go_back() -> None:
    assert not TransformersPast(DynamicCache(config=None)).cache.layers
    past = TransformersPast(DynamicCache())
    past.cache.layers = [GrowingLayer(), object()]  # type: ignore[list-item]
    assert not past.can_crop()


@pytest.mark.parametrize(
    ("parameters", "tokens"),
    [(1, LONGEST_CHUNK), (135_000_000, 64), (360_000_000, 32), (8_000_000_000, SHORTEST_CHUNK)],
)
def test_prefill_chunks_fit_the_model(parameters: int, tokens: int) -> None:
    assert prefill_chunk(parameters) == tokens
