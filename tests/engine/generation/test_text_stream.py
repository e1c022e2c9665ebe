"""Streamed text is the whole text, and never shows half a character."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from engine.generation.text_stream import BROKEN, TextStream


@pytest.fixture(scope="module")
def tokenizer(tiny_model: Path) -> PreTrainedTokenizerBase:
    loaded: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(tiny_model)
    return loaded


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40))
def test_pieces_join_to_the_text(tokenizer: PreTrainedTokenizerBase, text: str) -> None:
    tokens = tokenizer.encode(text, add_special_tokens=False)
    stream = TextStream(tokenizer)
    pieces = [stream.feed(token) for token in tokens] + [stream.rest()]
    assert "".join(pieces) == tokenizer.decode(tokens, skip_special_tokens=True).rstrip(BROKEN)


@settings(max_examples=100, deadline=None)
@given(tokens=st.lists(st.integers(3, 250), max_size=40))
def test_any_tokens_at_all(tokenizer: PreTrainedTokenizerBase, tokens: list[int]) -> None:
    """A model may say bytes that are no text; nothing is lost but a broken end."""
    stream = TextStream(tokenizer)
    streamed = "".join([stream.feed(token) for token in tokens] + [stream.rest()])
    whole = tokenizer.decode(tokens, skip_special_tokens=True)
    assert streamed.rstrip(BROKEN) == whole.rstrip(BROKEN)


def test_a_character_of_many_tokens_comes_whole(tokenizer: PreTrainedTokenizerBase) -> None:
    tokens = tokenizer.encode("🦉", add_special_tokens=False)
    assert len(tokens) == 4
    stream = TextStream(tokenizer)
    assert [stream.feed(token) for token in tokens] == ["", "", "", "🦉"]
    assert stream.rest() == ""


def test_half_a_character_at_the_end_is_left_out(tokenizer: PreTrainedTokenizerBase) -> None:
    stream = TextStream(tokenizer)
    tokens = tokenizer.encode("ok 🦉", add_special_tokens=False)[:-1]
    assert "".join(stream.feed(token) for token in tokens) + stream.rest() == "ok "


def test_special_tokens_are_not_text(tokenizer: PreTrainedTokenizerBase) -> None:
    stream = TextStream(tokenizer)
    end = tokenizer.convert_tokens_to_ids("<|im_end|>")
    text = "".join(stream.feed(t) for t in [*tokenizer.encode("a b"), end]) + stream.rest()
    assert text == "a b"
