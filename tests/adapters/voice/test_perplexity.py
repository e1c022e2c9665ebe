"""Held-out perplexity is that of the model's own loss on whole notes."""

import math
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from adapters.notes.example import Example
from adapters.voice.perplexity import Measured, measure, pooled
from adapters.voice.session import Session
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import OPTIONS, finish, small_session


@pytest.fixture(scope="module")
def run(loaded: LoadedModel) -> Session:
    return small_session(loaded, replace(OPTIONS, micro_tokens=64))  # which is a piece, too


def note(length: int, read_only: int) -> Example:
    generator = torch.Generator().manual_seed(length)
    tokens = array("i", torch.randint(3, 300, (length,), generator=generator).tolist())
    return Example("a.md", tokens, ((read_only, length),))


def measured(run: Session, *notes: Example) -> list[Measured]:
    measuring = measure(run, notes)
    while True:
        try:
            share = next(measuring)
            assert 0 < share <= 1
        except StopIteration as end:
            return list(end.value)


def expected(run: Session, example: Example) -> float:
    """By the model's own forward over the whole sequence at once."""
    tokens = torch.tensor([list(example.tokens)])
    with torch.no_grad():
        logits = run.model(input_ids=tokens).logits[0].float()
    labels = torch.full_like(tokens[0], -100)
    for start, end in example.learned:
        labels[start:end] = tokens[0, start:end]
    return torch.nn.functional.cross_entropy(logits[:-1], labels[1:], reduction="sum").item()


@pytest.mark.parametrize("length", [9, 63, 64, 65, 128, 200])
@pytest.mark.parametrize("read_only", [1, 8])
def test_pieces_give_what_one_pass_gives(run: Session, length: int, read_only: int) -> None:
    example = note(length, read_only)
    (found,) = measured(run, example)
    assert found.tokens == length - read_only
    assert found.loss == pytest.approx(expected(run, example), rel=1e-4)


def test_a_prompt_longer_than_a_piece(run: Session) -> None:
    example = note(200, 130)
    (found,) = measured(run, example)
    assert found.loss == pytest.approx(expected(run, example), rel=1e-4)


def test_only_the_spans_count_wherever_pieces_end(run: Session) -> None:
    example = replace(note(200, 1), learned=((5, 9), (60, 64), (64, 66), (127, 130), (199, 200)))
    (found,) = measured(run, example)
    assert found.tokens == 4 + 4 + 2 + 3 + 1
    assert found.loss == pytest.approx(expected(run, example), rel=1e-4)


def test_every_token_counts_the_same() -> None:
    both = pooled([Measured(10.0, 5), Measured(2.0, 1)])
    assert both == Measured(12.0, 6)
    assert both.perplexity == pytest.approx(math.exp(2))


def test_a_fresh_adapter_is_the_base(run: Session, loaded: LoadedModel) -> None:
    example = note(100, 9)
    (found,) = measured(run, example)
    with torch.no_grad():
        logits = loaded.model(input_ids=torch.tensor([list(example.tokens)])).logits[0].float()
    base = torch.nn.functional.cross_entropy(
        logits[8:-1], torch.tensor(list(example.tokens[9:])), reduction="sum"
    )
    assert found.loss == pytest.approx(base.item(), rel=1e-4)


def test_learning_lowers_it(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded, epochs=6)
    before = pooled(measured(run, *run.examples))
    finish(run, tmp_path)
    after = pooled(measured(run, *run.examples))
    assert after.perplexity < 0.7 * before.perplexity
