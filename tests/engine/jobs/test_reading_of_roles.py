"""What the voices of a scene compute: what was added since they last read, now or ahead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
import torch

from adapters.catalog import conversations, voices
from adapters.catalog.records import Conversation, Voice
from engine.generation.pasts import Pasts
from engine.generation.read_ahead import shared
from engine.generation.transformers_decoder import TransformersDecoder
from engine.jobs.playing import play_turn
from engine.jobs.reading_ahead import read_ahead
from engine.jobs.state import Loaded, State
from engine.jobs.voices import put_on
from engine.messages import PlayTurn, ReadAhead, Reading
from tests.engine.jobs.plays import SHORT, next_turn
from tests.engine.jobs.running import collect, finish

ROLES = ("role-1", "role-2", "role-3")


@dataclass
class Counted:
    """Everything that the decoder was given: where it began, its tokens, and what came of it."""

    calls: list[tuple[int, list[int]]] = field(default_factory=list)
    logits: list[torch.Tensor] = field(default_factory=list)

    @property
    def tokens(self) -> int:
        return sum(len(given) for _, given in self.calls)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted, forward = Counted(), TransformersDecoder.forward

    def counting(self: Any, given: Sequence[int], past: Any) -> torch.Tensor:
        counted.calls.append((past.length, list(given)))
        counted.logits.append(forward(self, given, past))
        return counted.logits[-1]

    monkeypatch.setattr(TransformersDecoder, "forward", counting)
    return counted


def loaded(state: State) -> Loaded:
    assert state.loaded is not None
    return state.loaded


def ahead(state: State, talk: Conversation, between: Callable[[], object] = list) -> int:
    """Read ahead, with other work in ``between``; how many parts there were."""
    leaf = conversations.get(state.catalog, talk.id).leaf
    parts = 0
    for _ in read_ahead(state, ReadAhead(talk.id, leaf or 0, max_tokens=SHORT.max_tokens)):
        parts += 1
        between()
    return parts


def last_read(state: State, talk: Conversation, role: str) -> Reading:
    """How a turn of ``role`` at the end begins."""
    leaf = conversations.get(state.catalog, talk.id).leaf
    updates, _ = collect(play_turn(state, PlayTurn(talk.id, leaf, role, sampling=SHORT)))
    return next(update for update in updates if isinstance(update, Reading))


def test_each_voice_computes_exactly_what_was_added(
    state: State, talk: Conversation, counted: Counted
) -> None:
    """Of its own words, too, those that the tokenizer cuts as they were drawn are known."""
    rows: dict[str, list[int]] = {}
    prompts: dict[str, int] = {}
    for number in range(12):
        role, since = ROLES[number % 3], len(counted.calls)
        length = last_read(state, talk, role).total
        row = list(rows.get(role, []))
        for before, given in counted.calls[since:]:
            row = row[:before] + given
        computed = sum(len(given) for at, given in counted.calls[since:] if at < length)
        known = shared(rows.get(role, []), row[:length])
        assert computed == length - known, role
        assert known >= prompts.get(role, 0), role
        rows[role], prompts[role] = row, length


def test_what_was_read_ahead_is_not_computed_again(
    state: State, talk: Conversation, counted: Counted
) -> None:
    for _ in range(4):
        next_turn(state, talk)
    assert ahead(state, talk) >= 3
    before = counted.tokens
    ahead(state, talk)
    assert counted.tokens == before  # all of it is known
    leaf = conversations.get(state.catalog, talk.id).leaf or 0
    for role in ("role-2", "role-3"):
        conversations.set_leaf(state.catalog, talk.id, leaf)
        reading = last_read(state, talk, role)
        assert reading.cached < reading.total < reading.cached + 16, role  # how a reply opens


def test_who_speaks_between_two_parts_changes_nothing(
    state: State, talk: Conversation, garden: Voice, counted: Counted
) -> None:
    first = next_turn(state, talk)
    loaded(state).decoder.chunk = 16  # type: ignore[misc]
    heard = []
    for between in (list, lambda: put_on(state, loaded(state), garden.id, 2.0)):
        loaded(state).pasts.clear()
        assert ahead(state, talk, between) > 10
        since = len(counted.logits)
        command = PlayTurn(talk.id, first.message, "role-2", sampling=SHORT)
        finish(play_turn(state, command))
        heard.append(counted.logits[since:])
        conversations.set_leaf(state.catalog, talk.id, first.message or 0)
    assert len(heard[0]) == len(heard[1])
    assert all(map(torch.equal, *heard))


def test_it_stops_as_soon_as_something_is_said(
    state: State, talk: Conversation, counted: Counted
) -> None:
    first = next_turn(state, talk)
    job = read_ahead(state, ReadAhead(talk.id, first.message or 0))
    next(job)
    next_turn(state, talk)
    before = counted.tokens
    assert collect(job)[0] == []
    assert collect(read_ahead(state, ReadAhead(talk.id, first.message or 0)))[0] == []
    assert counted.tokens == before


def test_it_reads_only_where_that_costs_nobody_else(
    state: State, talk: Conversation, letters: Voice, counted: Counted
) -> None:
    assert collect(read_ahead(state, ReadAhead(talk.id, 7)))[0] == []  # no model was loaded yet
    next_turn(state, talk)
    voices.trash(state.catalog, letters.id)
    assert ahead(state, talk) > 0  # who has no voice is passed over
    loaded(state).pasts.clear()
    loaded(state).pasts = Pasts(limit=0)
    next_turn(state, talk, role="role-1")
    before = counted.tokens
    assert ahead(state, talk) == 0
    assert counted.tokens == before
