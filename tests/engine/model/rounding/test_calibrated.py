"""A model is listened to before it is rounded, and says afterwards what it said before."""

from collections.abc import Generator
from pathlib import Path

import pytest
import torch

from engine.generation.prompt import Turn, render
from engine.model import record, tensors
from engine.model.load import load
from engine.model.quantise import quantise
from engine.model.rounding import calibrated, replies
from engine.model.skeleton import make_config, make_skeleton
from engine.model.source import Source, inspect
from engine.model.tokenizer import load_tokenizer

Progress = Generator[float, None, calibrated.Moments]


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also the tiny model is large enough, and it is asked less."""
    monkeypatch.setattr(calibrated, "LEAST", 1)
    few = tmp_path / "questions.txt"
    asked = ("How do birds fly?", "What is music?", "What is a lake?", "Why is tea hot?")
    few.write_text("\n".join(asked), encoding="utf-8")
    monkeypatch.setattr(replies, "QUESTIONS", few)
    monkeypatch.setattr(replies, "LONGEST", 40)


def listening(source: Source, folder: Path, available: int | None = None) -> Progress:
    skeleton = make_skeleton(make_config(source.model_type, source.config))
    return calibrated.calibrated(source, skeleton, folder, available)


def result(progress: Progress) -> tuple[list[float], calibrated.Moments]:
    fractions = []
    while True:
        try:
            fractions.append(next(progress))
        except StopIteration as end:
            return fractions, end.value


def converted(source: Path, target: Path) -> Path:
    for _ in quantise(inspect(source), target):
        pass
    return target


@pytest.mark.usefixtures("worth_it")
def test_every_layer_is_listened_to(tiny_model: Path) -> None:
    source = inspect(tiny_model)
    fractions, moments = result(listening(source, tiny_model))
    skeleton = make_skeleton(make_config(source.model_type, source.config))
    assert moments.keys() == calibrated.quantised_layers(skeleton).keys()
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    for name, layer in calibrated.quantised_layers(skeleton).items():
        assert moments[name].shape == (layer.in_features, layer.in_features)
        assert (moments[name].diagonal() >= 0).all()


@pytest.mark.usefixtures("worth_it")
def test_what_is_read_is_the_questions_with_their_replies(tiny_model: Path) -> None:
    tokenizer = load_tokenizer(tiny_model)
    model = tensors.whole_model(inspect(tiny_model), torch.float32).eval()
    before = torch.random.get_rng_state()
    said, again = (list_of(replies.replies(model, tokenizer)) for _ in range(2))
    assert torch.equal(torch.random.get_rng_state(), before)  # whoever draws is not disturbed
    for tokens, same, question in zip(
        said, again, replies.QUESTIONS.read_text().splitlines(), strict=True
    ):
        prompt = render(tokenizer, replies.INSTRUCTION, [Turn("owner", question)])
        assert tokens[: len(prompt)].tolist() == prompt
        assert len(prompt) < len(tokens) <= len(prompt) + replies.LONGEST
        assert torch.equal(tokens, same)


def list_of(progress: Generator[float, None, list[torch.Tensor]]) -> list[torch.Tensor]:
    while True:
        try:
            next(progress)
        except StopIteration as end:
            said: list[torch.Tensor] = end.value
            return said


@pytest.mark.usefixtures("worth_it")
def test_a_calibrated_folder_is_nearer_to_its_source(
    tiny_model: Path, tiny_nf4: Path, tmp_path: Path
) -> None:
    folder = converted(tiny_model, tmp_path / "nf4")
    made, plain = record.read(folder), record.read(tiny_nf4)
    assert made is not None
    assert plain is not None
    assert (made.rounding, plain.rounding) == (record.CALIBRATED, record.PLAIN)
    assert made.fingerprint != plain.fingerprint
    asked = [Turn("owner", "What is a mountain made of?")]
    tokens = torch.tensor([render(load_tokenizer(folder), replies.INSTRUCTION, asked)])
    exact = tensors.whole_model(inspect(tiny_model), torch.float32).eval()

    def far(nf4: Path) -> float:
        model = load(nf4, packed=False).model
        with torch.inference_mode():
            found, wanted = model(tokens).logits.float(), exact(tokens).logits
        return float((found - wanted).norm() / wanted.norm())

    assert far(folder) < 0.9 * far(tiny_nf4)


def test_a_model_that_is_too_small_or_too_large_is_not(tiny_model: Path) -> None:
    assert result(listening(inspect(tiny_model), tiny_model)) == ([], {})


@pytest.mark.usefixtures("worth_it")
def test_without_the_memory_it_is_rounded_plainly(tiny_model: Path) -> None:
    assert result(listening(inspect(tiny_model), tiny_model, available=1000)) == ([], {})


@pytest.mark.usefixtures("worth_it")
def test_one_that_cannot_be_run_before_is_rounded_plainly(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise KeyError("a kind of layer")

    monkeypatch.setattr(calibrated, "whole_model", unknown)
    assert result(listening(inspect(tiny_model), tiny_model)) == ([], {})
