"""Which model this is: the same for the same source on every machine."""

import hashlib
import json
from pathlib import Path

import torch

# Which program wrote the config changes nothing that is computed.
NOT_IDENTITY = ("transformers_version", "_name_or_path")


class Fingerprint:
    """SHA-256 over the numbers that a model is made from, how they are rounded, and its config.

    Not over the rounded ones: calibration computes with the processor's own roundings, and the
    same source is to be the same model on every machine.
    """

    def __init__(self, rounding: str) -> None:
        self._digest = hashlib.sha256(rounding.encode())

    def add(self, name: str, tensor: torch.Tensor) -> None:
        """The tensors in the order of the source."""
        numbers = tensor.to(torch.bfloat16) if tensor.is_floating_point() else tensor
        self._digest.update(name.encode())
        self._digest.update(numbers.contiguous().flatten().view(torch.uint8).numpy().data)

    def finish(self, folder: Path) -> str:
        """Takes in the config in ``folder``."""
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        for key in NOT_IDENTITY:
            config.pop(key, None)
        self._digest.update(json.dumps(config, sort_keys=True).encode())
        return self._digest.hexdigest()
