"""The number format follows the instructions that the hardware has."""

import pytest
import torch

from engine.model import precision

CPU = torch.device("cpu")


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ({"avx512_bf16": True, "amx_fp16": True}, torch.bfloat16),
        ({"amx_bf16": True}, torch.bfloat16),
        ({"avx512_bf16": False, "avx512_fp16": True}, torch.float16),
        ({"avx2": True, "avx512_bf16": False, "amx_fp16": False}, torch.float32),
    ],
)
def test_processor(
    monkeypatch: pytest.MonkeyPatch, there: dict[str, bool], expected: torch.dtype
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: there)
    assert precision.compute_dtype(CPU) == expected


@pytest.mark.parametrize(("has", "expected"), [(True, torch.bfloat16), (False, torch.float16)])
def test_cuda(monkeypatch: pytest.MonkeyPatch, has: bool, expected: torch.dtype) -> None:
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: has)
    assert precision.compute_dtype(torch.device("cuda")) == expected
