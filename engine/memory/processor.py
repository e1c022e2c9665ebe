"""Which numbers the engine computes in, told without torch; the rule is ``model.precision``'s."""

from functools import cache
from pathlib import Path

CPU_INFO = Path("/proc/cpuinfo")


def number_bytes(device: str = "cpu") -> int:
    """Bytes of a number that is not held in 4 bits: 2 where 16-bit products are fast, else 4."""
    return 2 if device != "cpu" or _multiplies_16_bits(CPU_INFO) else 4


@cache
def _multiplies_16_bits(info: Path) -> bool:
    try:
        lines = info.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    flags = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    # avx512_bf16, amx_bf16, amx_fp16, avx512_fp16; "bf16" alone on ARM.
    return any(flag.endswith(("bf16", "fp16")) for flag in flags.split())
