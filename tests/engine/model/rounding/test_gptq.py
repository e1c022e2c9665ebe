"""What a layer computes changes less than by rounding each number to the nearest code."""

import pytest
import torch
from bitsandbytes.functional import dequantize_4bit
from torch import Tensor

from engine.model.rounding import nf4
from engine.model.rounding.gptq import inverse_root

OUT, IN = 96, 192


@pytest.fixture
def weight() -> Tensor:
    return torch.randn(OUT, IN, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def read() -> Tensor:
    """Inputs as layers have them: a few directions count, one of them by far the most."""
    chance = torch.Generator().manual_seed(2)
    spread = torch.logspace(1, -2, IN)
    mixing = torch.linalg.qr(torch.randn(IN, IN, generator=chance)).Q
    return (torch.randn(600, IN, generator=chance) * spread) @ mixing


def error(weight: Tensor, read: Tensor, moments: Tensor | None) -> float:
    """Of the layer's outputs, against what they are."""
    codes, state = nf4.rounded(weight, moments)
    found = dequantize_4bit(codes, state).float()
    wanted = read @ weight.T
    return float((read @ found.T - wanted).norm() / wanted.norm())


def test_outputs_change_less(weight: Tensor, read: Tensor) -> None:
    plain, calibrated = error(weight, read, None), error(weight, read, read.T @ read)
    assert calibrated < 0.6 * plain


def test_inputs_that_were_not_read_for_calibration_gain_too(weight: Tensor, read: Tensor) -> None:
    plain, calibrated = (
        error(weight, read[300:], None),
        error(weight, read[300:], read[:300].T @ read[:300]),
    )
    assert calibrated < 0.7 * plain


def test_an_input_that_was_never_used_does_no_harm(weight: Tensor, read: Tensor) -> None:
    read[:, 5] = 0
    assert error(weight, read, read.T @ read) < error(weight, read, None)


def test_a_block_of_zeros_stays_zero(weight: Tensor) -> None:
    weight[3, 64:128] = 0
    codes, state = nf4.rounded(weight, torch.eye(IN))  # nothing to make up for
    assert not dequantize_4bit(codes, state)[3, 64:128].any()


@pytest.mark.parametrize("moments", [torch.zeros(IN, IN), torch.full((IN, IN), torch.nan)])
def test_moments_that_say_nothing_mean_plain_rounding(weight: Tensor, moments: Tensor) -> None:
    assert inverse_root(moments) is None
    codes, state = nf4.rounded(weight, moments)
    plain, _ = nf4.rounded(weight)
    assert state.dtype == torch.bfloat16
    assert torch.equal(codes, plain)


def test_blocks_that_cross_rows_mean_plain_rounding(weight: Tensor) -> None:
    odd = weight[:, :80].contiguous()
    codes, _ = nf4.rounded(odd, torch.eye(80))
    assert torch.equal(codes, nf4.rounded(odd)[0])
