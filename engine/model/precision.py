"""Which device computes, and in which number format: 16 bits where they are fast."""

import torch

CPU = torch.device("cpu")


def device() -> torch.device:
    """The first CUDA device, else the processor."""
    return torch.device("cuda", 0) if torch.cuda.is_available() else torch.device("cpu")


def compute_dtype(place: torch.device | None = None) -> torch.dtype:
    """bfloat16 where the hardware multiplies it, else float16, else float32.

    A processor without the instructions emulates 16-bit products: measured on one with
    AVX2 only, 256 x 576 x 1536, float32 is 9 times as fast as bfloat16 and 8 times as
    fast as float16. So "has it" means instructions, not that torch accepts the type.
    """
    place = place or device()
    if place.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    if _cpu_multiplies("bf16"):
        return torch.bfloat16
    return torch.float16 if _cpu_multiplies("fp16") else torch.float32


def _cpu_multiplies(suffix: str) -> bool:
    """Whether an instruction set such as avx512_bf16 or amx_fp16 is there."""
    found = torch.cpu.get_capabilities()
    return any(bool(there) for name, there in found.items() if name.endswith(suffix))
