"""The packed layout on every machine: where the processor lacks the kernel, a plain one.

Only the multiplication is replaced. Packing, the layers and everything above them are real.
"""

import pytest
import torch
from bitsandbytes import functional
from bitsandbytes.functional import QuantState, get_4bit_type

BLOCK_ROWS, HALF = 32, 32


def provide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make packed layers computable here."""
    if not functional.has_avx512bf16():
        monkeypatch.setattr(functional, "gemv_4bit", _gemv)


def _gemv(
    inputs: torch.Tensor, packed: torch.Tensor, out: None = None, state: QuantState | None = None
) -> torch.Tensor:
    assert out is None
    assert state is not None
    rows, columns = state.shape
    low, high = packed.reshape(-1, HALF) & 0xF, packed.reshape(-1, HALF) >> 4
    codes = torch.cat([low, high], dim=-1).reshape(rows // BLOCK_ROWS, columns // 2, BLOCK_ROWS, 2)
    codes = codes.transpose(1, 2).reshape(rows, columns)
    scales = state.absmax.T.float().repeat_interleave(state.blocksize, dim=1)
    weight = get_4bit_type("nf4", device="cpu")[codes.long()] * scales
    computed = inputs.bfloat16() @ weight.bfloat16().T
    return computed.to(inputs.dtype)
