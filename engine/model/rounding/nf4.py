"""Weights in NF4 with double quantisation, as bitsandbytes holds them."""

import torch
from bitsandbytes.functional import (
    QuantState,
    dequantize_blockwise,
    get_4bit_type,
    quantize_4bit,
    quantize_blockwise,
)
from torch import Tensor

from engine.model.rounding.gptq import codes_of, inverse_root, scales_of
from engine.model.skeleton import BLOCK

SCALES_TOGETHER = 256  # so many scales share one of the second kind


def rounded(weight: Tensor, moments: Tensor | None = None) -> tuple[Tensor, QuantState]:
    """Codes, two in a byte, and scales of ``weight``: outputs x inputs.

    Each number to the nearest code; with ``moments``, the sum of x·xᵀ over what the layer read,
    so that its outputs change least.
    """
    upper = inverse_root(moments) if moments is not None and weight.shape[1] % BLOCK == 0 else None
    if upper is None:
        codes, state = quantize_4bit(
            weight, blocksize=BLOCK, compress_statistics=True, quant_type="nf4"
        )
        state.dtype = torch.bfloat16
        return codes, state
    return _calibrated(weight.float(), upper)


def _calibrated(weight: Tensor, upper: Tensor) -> tuple[Tensor, QuantState]:
    table = get_4bit_type("nf4", device="cpu").float()
    state = _state(scales_of(weight, upper, table, BLOCK), weight.shape, table)
    scales = dequantize_blockwise(state.absmax, state.state2) + state.offset
    flat = codes_of(weight, upper, scales.view(len(weight), -1), table).flatten()
    return (flat[::2] << 4 | flat[1::2]).unsqueeze(1), state


def _state(scales: Tensor, shape: torch.Size, table: Tensor) -> QuantState:
    """As ``quantize_4bit`` with ``compress_statistics`` makes it."""
    flat = scales.flatten()
    offset = flat.mean()
    absmax, inner = quantize_blockwise(flat - offset, blocksize=SCALES_TOGETHER)
    return QuantState(
        absmax=absmax,
        shape=shape,
        dtype=torch.bfloat16,
        blocksize=BLOCK,
        code=table,
        quant_type="nf4",
        offset=offset,
        state2=inner,
    )
