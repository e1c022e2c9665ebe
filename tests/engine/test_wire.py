"""Every command, update and event survives the way through JSON."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase
from engine import messages, wire

whole = st.integers(-(2**53), 2**53)
real = st.floats(allow_nan=False)
phrases = st.builds(
    Phrase,
    st.text(max_size=5),
    st.text(max_size=20),
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text() | whole | real, max_size=3
    ),
)
options = st.builds(
    TrainingOptions,
    rank=st.integers(1, 256),
    targets=st.lists(st.text(min_size=1), min_size=1, max_size=3).map(tuple),
    learning_rate=st.floats(1e-6, 1),
    epochs=st.none() | st.floats(0.1, 5),
    checkpoint_every=st.none() | st.integers(1, 9),
    seed=st.integers(0, 2**31),
)
st.register_type_strategy(int, whole)
st.register_type_strategy(float, real)
st.register_type_strategy(Phrase, phrases)
st.register_type_strategy(TrainingOptions, options)


def leaves(*roots: type) -> list[type]:
    """The dataclasses of the messages module that nothing else inherits from."""
    kinds = [k for k in vars(messages).values() if dataclasses.is_dataclass(k)]
    return [k for k in kinds if isinstance(k, type) and (not roots or issubclass(k, roots))]


updates = st.one_of([st.from_type(kind) for kind in leaves(messages.Update)])
RESULTS = (
    messages.Answer,
    messages.NotesPreview,
    messages.Trained,
    messages.ModelLoaded,
    messages.Found,
    messages.Done,
)
results = st.none() | st.one_of([st.from_type(kind) for kind in RESULTS])


def strategy(kind: type) -> st.SearchStrategy[Any]:
    if kind is messages.Progress:
        return st.builds(messages.Progress, whole, updates)
    if kind is messages.Finished:
        return st.builds(messages.Finished, whole, results)
    return st.from_type(kind)


@settings(max_examples=30, deadline=None)
@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_there_and_back(kind: type, data: st.DataObject) -> None:
    message = data.draw(strategy(kind))
    line = wire.encode(message)
    assert "\n" not in line
    back = wire.decode(line)
    assert back == message
    assert type(back) is type(message)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        '{"$type": "Popen", "args": "rm"}',
        '{"$type": "Reply"}',
        '{"$type": "Reply", "message": "one", "voice": null}',
        '{"$type": "Reply", "message": 1, "voice": null, "extra": 1}',
        '{"$type": ["Reply"]}',
        '{"$type": "Train", "folder": "/n", "name": "n", "colour": "c", "options":'
        ' {"$type": "TrainingOptions", "rank": 100000}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_message_is_refused(line: str) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(line)


def test_fields_that_an_older_version_does_not_send_take_their_defaults() -> None:
    line = json.dumps({"$type": "Reply", "message": 4, "voice": None})
    assert wire.decode(line) == messages.Reply(4, None)


def test_a_value_that_is_no_plain_value_crosses_as_its_text() -> None:
    sent = Phrase("errors", "{folder}", {"folder": pytest})
    back = wire.decode(wire.encode(sent))
    assert str(back) == str(sent)
