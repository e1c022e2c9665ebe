"""Sampling agrees with transformers' own steps, and a seed is all the chance there is."""

from collections import Counter

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import (
    LogitsProcessorList,
    MinPLogitsWarper,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

from engine.generation.drawing import Drawing
from engine.generation.sampling import Sampler, candidates, draw_seed, penalised


def logits_of(seed: int, size: int, sharpness: float) -> torch.Tensor:
    return torch.randn(size, generator=torch.Generator().manual_seed(seed)) * sharpness


def reference(logits: torch.Tensor, seen: list[int], options: Drawing) -> torch.Tensor:
    """Probabilities as ``generate`` would draw from them."""
    steps = LogitsProcessorList(
        [
            RepetitionPenaltyLogitsProcessor(options.repetition_penalty),
            TemperatureLogitsWarper(options.temperature),
        ]
    )
    if options.top_k:
        steps.append(TopKLogitsWarper(options.top_k))
    if options.top_p < 1:
        steps.append(TopPLogitsWarper(options.top_p))
    if options.min_p > 0:
        steps.append(MinPLogitsWarper(options.min_p))
    scores: torch.Tensor = steps(torch.tensor([seen]), logits.unsqueeze(0).clone())[0]
    return scores.softmax(0)


def ours(logits: torch.Tensor, seen: list[int], options: Drawing) -> torch.Tensor:
    warmed = penalised(logits, seen, options.repetition_penalty) / options.temperature
    tokens, probabilities = candidates(warmed, options)
    spread = torch.zeros(len(logits))
    spread[tokens] = probabilities / probabilities.sum()
    return spread


@settings(max_examples=200, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    size=st.sampled_from([5, 300, 2000]),
    sharpness=st.sampled_from([0.1, 1.0, 5.0]),
    temperature=st.sampled_from([0.3, 0.7, 1.0, 1.7]),
    top_p=st.sampled_from([0.1, 0.5, 0.95, 1.0]),
    top_k=st.sampled_from([0, 1, 5, 100, 5000]),
    min_p=st.sampled_from([0.0, 0.02, 0.3]),
    penalty=st.sampled_from([1.0, 1.1, 2.0]),
)
def test_as_transformers_does_it(
    seed: int,
    size: int,
    sharpness: float,
    temperature: float,
    top_p: float,
    top_k: int,
    min_p: float,
    penalty: float,
) -> None:
    options = Drawing(temperature, top_p, top_k, min_p, penalty)
    logits = logits_of(seed, size, sharpness)
    seen = [0, 1, 3]
    expected, got = reference(logits, seen, options), ours(logits, seen, options)
    kept = int((expected > 0).sum())
    # At the border of top-p, sums in another order may take in one token more or less.
    assert abs(kept - int((got > 0).sum())) <= (top_p < 1)
    border = float(expected[expected > 0].min()) if top_p < 1 else 0.0
    assert float((expected - got).abs().max()) <= border + 1e-5


def test_draws_follow_the_probabilities() -> None:
    logits = torch.tensor([1.0, 0.0, 2.0, -1.0])
    sampler = Sampler(Drawing(temperature=1.0, top_p=1.0, repetition_penalty=1.0), seed=1)
    drawn = Counter(sampler.draw(logits, ()) for _ in range(4000))
    for token, probability in enumerate(logits.softmax(0).tolist()):
        assert drawn[token] / 4000 == pytest.approx(probability, abs=0.03)


def test_a_seed_decides_everything() -> None:
    logits = logits_of(0, 300, 1.0)

    def row(seed: int) -> list[int]:
        sampler = Sampler(Drawing(temperature=1.5), seed)
        return [sampler.draw(logits, ()) for _ in range(50)]

    first = row(7)
    torch.rand(100)  # the global generator belongs to others
    torch.manual_seed(3)
    assert row(7) == first
    assert row(8) != first


def test_sampling_leaves_the_global_generator_alone() -> None:
    state = torch.random.get_rng_state()
    Sampler(Drawing(), draw_seed()).draw(logits_of(0, 300, 1.0), [1])
    assert torch.equal(torch.random.get_rng_state(), state)


def test_temperature_zero_takes_the_likeliest() -> None:
    logits = logits_of(2, 300, 1.0)
    sampler = Sampler(Drawing(temperature=0.0, repetition_penalty=1.0), seed=1)
    assert sampler.draw(logits, ()) == int(logits.argmax())


def test_penalty_holds_back_what_was_said() -> None:
    logits = torch.tensor([2.0, 1.9, -1.0])
    sampler = Sampler(Drawing(temperature=0.0, repetition_penalty=1.5), seed=1)
    assert sampler.draw(logits, ()) == 0
    assert sampler.draw(logits, [0]) == 1
    assert torch.equal(logits, torch.tensor([2.0, 1.9, -1.0]))  # the caller's stay as they are


def test_the_first_look_is_enough_or_is_widened() -> None:
    """Flat logits over many tokens: top-p must reach beyond the tokens looked at first."""
    tokens, _ = candidates(torch.zeros(5000), Drawing(top_p=0.9))
    assert len(tokens) == pytest.approx(4500, abs=2)


def test_one_token_always_remains() -> None:
    tokens, _ = candidates(logits_of(1, 300, 1.0), Drawing(top_p=0.0, min_p=1.0, top_k=3))
    assert len(tokens) == 1


def test_seeds_differ() -> None:
    assert len({draw_seed() for _ in range(20)}) > 15
