"""Nothing that was computed under one voice, model or scene is ever used under another."""

from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.generation.pasts import LOGITS_KEPT, Held, PartKey, PastKey, Pasts
from tests.engine.generation.fake_decoder import FakeDecoder, FakePast

A, B = PartKey(1, 2, 0.5), PartKey(3, 4, 1.0)
KEY = PastKey.of("model", A, B, scene="scene")
PROMPT = list(range(10, 30))

parts = st.builds(PartKey, st.integers(1, 2), st.integers(1, 2), st.sampled_from([0.0, 0.5, 1.0]))
keys = st.builds(
    lambda model, parts, scene: PastKey.of(model, *parts, scene=scene),
    st.sampled_from(["a", "b"]),
    st.lists(parts, max_size=3),
    st.none() | st.sampled_from(["x", "y"]),
)
prompts = st.lists(st.integers(0, 2), min_size=1, max_size=12)


def computed(decoder: FakeDecoder, pasts: Pasts, key: PastKey, prompt: list[int]) -> Held:
    """What a reply does: take, compute what is missing, keep the logits after the prompt."""
    held = pasts.take(decoder, key, prompt)
    missing = prompt[held.past.length :]
    if missing:
        held.keep(held.compute(decoder, missing))
    assert held.logits[len(prompt)] is not None
    return held


@given(first=keys, second=keys, prompt=prompts)
def test_any_change_of_the_key_misses(first: PastKey, second: PastKey, prompt: list[int]) -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    pasts.put(computed(decoder, pasts, first, prompt))
    found = pasts.take(decoder, second, prompt)
    assert (found.past.length > 0) == (first == second)


@given(
    blend=st.lists(parts.filter(lambda part: part.strength != 0), min_size=1, max_size=3),
    at=st.integers(0, 2),
    change=st.sampled_from([{"voice": 9}, {"version": 9}, {"strength": 0.6}, None]),
)
def test_any_change_of_any_part_of_a_blend_misses(
    blend: list[PartKey], at: int, change: dict[str, float] | None
) -> None:
    """``None`` leaves the part out."""
    at %= len(blend)
    other = [replace(blend[at], **change)] if change else []  # type: ignore[arg-type]
    changed = [*blend[:at], *other, *blend[at + 1 :]]
    decoder, pasts = FakeDecoder(), Pasts()
    pasts.put(computed(decoder, pasts, PastKey.of("m", *blend), PROMPT))
    assert pasts.take(decoder, PastKey.of("m", *changed), PROMPT).past.length == 0
    assert pasts.take(decoder, PastKey.of("m", *blend[::-1]), PROMPT).past.length == len(PROMPT)


@given(work=st.lists(st.tuples(keys, prompts, st.integers(0, 3)), max_size=25))
def test_a_past_holds_only_its_own_key_and_tokens(
    work: list[tuple[PastKey, list[int], int]],
) -> None:
    """Whatever the order of conversations and voices, and however answers differ."""
    decoder, pasts = FakeDecoder(), Pasts(limit=200)
    for key, prompt, answered in work:
        decoder.voice = str(key)
        held = computed(decoder, pasts, key, prompt)
        for token in range(answered):
            held.compute(decoder, [token])
        assert isinstance(held.past, FakePast)
        assert held.past.marks == [(str(key), token) for token in held.tokens]
        assert held.tokens == prompt + list(range(answered))
        pasts.put(held)


@pytest.mark.parametrize(
    "change",
    [{"model": "other"}, {"parts": (A,)}, {"parts": ()}, {"scene": "other"}],
)
def test_each_part_of_the_key_counts(change: dict[str, object]) -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    pasts.put(computed(decoder, pasts, KEY, PROMPT))
    assert pasts.take(decoder, replace(KEY, **change), PROMPT).past.length == 0
    assert pasts.take(decoder, KEY, PROMPT).past.length == len(PROMPT)


def test_no_voice_and_strength_zero_are_the_base() -> None:
    base = PastKey.of("model")
    assert PastKey.of("model", PartKey(3, 4, 0.0)) == base
    assert PastKey.of("model", PartKey(3, 4, 0.0), A) == PastKey.of("model", A)
    assert PastKey.of("model", PartKey(3, 4, 0.1)) != base


def test_a_conversation_goes_on_where_it_was() -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    held = computed(decoder, pasts, KEY, PROMPT)
    held.compute(decoder, [77])
    pasts.put(held)
    again = pasts.take(decoder, KEY, [*PROMPT, 77, 5, 6])
    assert again.tokens == [*PROMPT, 77]
    assert again is held


def test_regenerating_gives_back_the_very_logits() -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    held = computed(decoder, pasts, KEY, PROMPT)
    first = held.logits[len(PROMPT)].clone()
    held.compute(decoder, [1, 2, 3])
    pasts.put(held)
    again = pasts.take(decoder, KEY, PROMPT)
    assert torch.equal(again.logits[len(PROMPT)], first)
    assert again.past.length == len(PROMPT)


def test_without_the_logits_one_token_is_computed_again() -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    held = pasts.take(decoder, KEY, PROMPT)
    held.compute(decoder, PROMPT)
    pasts.put(held)
    assert pasts.take(decoder, KEY, PROMPT).past.length == len(PROMPT) - 1


def test_a_shared_beginning_is_copied_and_the_other_conversation_stays() -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    pasts.put(computed(decoder, pasts, KEY, PROMPT))
    other = pasts.take(decoder, KEY, [*PROMPT[:6], 99])
    assert other.tokens == PROMPT[:6]
    pasts.put(other)
    assert pasts.take(decoder, KEY, PROMPT).past.length == len(PROMPT)


def test_a_past_that_cannot_go_back_is_only_continued() -> None:
    decoder, pasts = FakeDecoder(croppable=False), Pasts()
    pasts.put(computed(decoder, pasts, KEY, PROMPT))
    assert pasts.take(decoder, KEY, PROMPT[:6]).past.length == 0
    assert pasts.take(decoder, KEY, [*PROMPT, 1]).past.length == len(PROMPT)


def test_the_one_used_longest_ago_leaves_first() -> None:
    decoder = FakeDecoder()
    size = computed(decoder, Pasts(), KEY, PROMPT).bytes
    pasts = Pasts(limit=2 * size)
    for scene in ("a", "b", "c"):
        pasts.put(computed(decoder, pasts, replace(KEY, scene=scene), PROMPT))
    lengths = [pasts.take(decoder, replace(KEY, scene=s), PROMPT).past.length for s in "abc"]
    assert lengths == [0, len(PROMPT), len(PROMPT)]


def test_one_past_stays_however_large() -> None:
    decoder, pasts = FakeDecoder(), Pasts(limit=1)
    pasts.put(computed(decoder, pasts, KEY, PROMPT))
    assert pasts.take(decoder, KEY, PROMPT).past.length == len(PROMPT)


def test_what_is_taken_counts() -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    held = computed(decoder, pasts, KEY, PROMPT)
    assert pasts.tokens == len(PROMPT)
    assert pasts.bytes == held.bytes
    pasts.put(held)
    assert (pasts.tokens, pasts.bytes) == (len(PROMPT), held.bytes)
    pasts.drop(pasts.take(decoder, KEY, PROMPT))
    assert (pasts.tokens, pasts.bytes) == (0, 0)


def test_kept_logits_are_few() -> None:
    decoder, pasts = FakeDecoder(), Pasts()
    for length in range(1, LOGITS_KEPT + 5):
        pasts.put(computed(decoder, pasts, KEY, PROMPT[:length]))
    held = pasts.take(decoder, KEY, PROMPT[: LOGITS_KEPT + 4])
    assert sorted(held.logits) == list(range(5, LOGITS_KEPT + 5))
