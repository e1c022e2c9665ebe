"""The fused loss is plain cross-entropy, and so are its gradients."""

import pytest
import torch
from torch.nn import functional

from adapters.voice.loss import head_of, summed_loss
from adapters.voice.session import Session
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import small_session


@pytest.fixture(scope="module")
def run(loaded: LoadedModel) -> Session:
    """With weights that are no longer at their start, where half of the gradients are zero."""
    made = small_session(loaded)
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in made.adapter.values():
            parameter += 0.05 * torch.randn(parameter.shape, generator=generator)
    return made


@pytest.mark.parametrize("count", [1, 127, 128, 129, 300])
def test_equals_plain_cross_entropy(count: int) -> None:
    generator = torch.Generator().manual_seed(count)
    hidden = torch.randn(count, 32, generator=generator, requires_grad=True)
    weight = torch.randn(500, 32, generator=generator)
    targets = torch.randint(500, (count,), generator=generator)
    plain = functional.cross_entropy(hidden @ weight.T, targets, reduction="sum")
    (expected,) = torch.autograd.grad(plain / 7, hidden)
    fused = summed_loss(hidden, targets, lambda h: h @ weight.T)
    (found,) = torch.autograd.grad(fused / 7, hidden)
    torch.testing.assert_close(fused, plain, rtol=1e-5, atol=1e-4)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-6)


def test_the_whole_step_equals_the_models_own_loss(run: Session) -> None:
    """Against the model's own forward with labels, gradients of every weight included."""
    examples = run.examples[:5]
    batch = run.batch(range(5))
    found = gradients(run, run.loss(batch))
    labels = torch.full_like(batch.tokens, -100)
    for row, example in enumerate(examples):
        for start, end in example.learned:
            labels[row, start:end] = batch.tokens[row, start:end]
    mean = run.model(input_ids=batch.tokens, labels=labels).loss
    torch.testing.assert_close(run.loss(batch) / len(batch.targets), mean, rtol=1e-4, atol=1e-5)
    for name, expected in gradients(run, mean * len(batch.targets)).items():
        torch.testing.assert_close(found[name], expected, rtol=1e-3, atol=1e-4)


def test_a_neighbour_in_the_batch_changes_nothing(run: Session) -> None:
    alone = run.loss(run.batch([1])).item()
    longest = max(range(len(run.examples)), key=lambda i: len(run.examples[i].tokens))
    beside = run.loss(run.batch([1, longest])).item() - run.loss(run.batch([longest])).item()
    assert beside == pytest.approx(alone, rel=1e-4)


def test_padding_changes_nothing(run: Session) -> None:
    batch = run.batch([0, 7])
    assert 0 in batch.tokens  # it is padded
    other = type(batch)(
        torch.where(batch.tokens == 0, 5, batch.tokens), batch.positions, batch.targets
    )
    assert run.loss(other).item() == run.loss(batch).item()


def test_micro_batches_weigh_by_their_tokens(run: Session) -> None:
    """Two unequal micro-batches add up to what one batch of both gives."""
    together = gradients(run, run.loss(run.batch([0, 1, 2])) / 10)
    parts = [gradients(run, run.loss(run.batch(part)) / 10) for part in ([0], [1, 2])]
    for name, expected in together.items():
        torch.testing.assert_close(parts[0][name] + parts[1][name], expected, rtol=1e-3, atol=1e-5)


def test_heads_of_other_families(loaded: LoadedModel) -> None:
    """Gemma caps its logits, Cohere and Granite scale them; the head does the same."""
    hidden = torch.randn(3, 128, generator=torch.Generator().manual_seed(0)).to(loaded.dtype)
    plain = head_of(loaded.model)(hidden)
    config = loaded.model.config
    for name, value, expected in (
        ("final_logit_softcapping", 5.0, torch.tanh(plain / 5) * 5),
        ("logit_scale", 0.25, plain * 0.25),
        ("logits_scaling", 8.0, plain / 8),
    ):
        setattr(config, name, value)
        torch.testing.assert_close(head_of(loaded.model)(hidden), expected)
        delattr(config, name)


def gradients(run: Session, loss: torch.Tensor) -> dict[str, torch.Tensor]:
    found = torch.autograd.grad(loss, list(run.adapter.values()))
    return dict(zip(run.adapter, found, strict=True))
