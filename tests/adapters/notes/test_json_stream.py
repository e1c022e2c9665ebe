"""JSON is read a value at a time, wherever a piece of the file ends."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.notes import json_stream
from adapters.notes.document import CannotReadError
from adapters.notes.json_stream import JsonStream

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(some.lists(VALUES, max_size=5), some.integers(1, 7), some.sampled_from([None, 1]))
def test_a_list_in_small_pieces(values: list[Any], piece: int, indent: int | None) -> None:
    whole, before = json.dumps(values, indent=indent), json_stream._PIECE
    json_stream._PIECE = piece
    try:
        stream = JsonStream(io.StringIO(whole))
        assert [stream.value() for _ in stream.items()] == values
        assert stream.next() == ""
    finally:
        json_stream._PIECE = before


def test_members_of_an_object() -> None:
    stream = JsonStream(io.StringIO('\ufeff {"a": 1, "b": [2, 3]}'))
    assert [(key, stream.value()) for key in stream.members()] == [("a", 1), ("b", [2, 3])]


@pytest.mark.parametrize(
    "broken", ["", "[1, 2", "[1 2]", "[1,", "{1: 2}", "[" * 100_000, '["never closed', "nonsense"]
)
def test_what_is_no_json(broken: str) -> None:
    stream = JsonStream(io.StringIO(broken))
    parts = stream.items() if stream.next() == "[" else stream.members()
    with pytest.raises(CannotReadError):
        all(stream.value() is not stream for _ in parts)
