"""adapter_config.json: what Timbre writes for peft, and what it takes from elsewhere.

peft matches ``target_modules`` given as one text as a regular expression, which can take for
ever, and many of its other settings change the computation or read files. So only plain
values are taken, and only those settings under which the two matrices say everything.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.errors import UserError
from adapters.voice.validate import damaged
from adapters.wording import Phrase, phrase

MAX_CONFIG_BYTES = 1_000_000
MAX_RANK = 256
MAX_TARGETS = 64
MODULE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
# Known to peft and without meaning for what is computed with a finished adapter.
HARMLESS = {
    "auto_mapping",
    "base_model_name_or_path",
    "eva_config",
    "inference_mode",
    "init_lora_weights",
    "loftq_config",
    "lora_dropout",
    "megatron_core",
    "peft_version",
    "qalora_group_size",
    "revision",
    "task_type",
}
NEEDED = {"peft_type", "r", "lora_alpha", "target_modules"}
# Others must be off: {} [] None False "none".
MAY_BE_OFF = {
    "alora_invocation_tokens",
    "alpha_pattern",
    "arrow_config",
    "bias",
    "corda_config",
    "ensure_weight_tying",
    "exclude_modules",
    "fan_in_fan_out",
    "kasa_config",
    "layer_replication",
    "layers_pattern",
    "layers_to_transform",
    "lora_bias",
    "lora_ga_config",
    "megatron_config",
    "modules_to_save",
    "monteclora_config",
    "rank_pattern",
    "target_parameters",
    "trainable_token_indices",
    "use_bdlora",
    "use_dora",
    "use_qalora",
    "use_rslora",
    "velora_config",
}


@dataclass(frozen=True)
class VoiceConfig:
    """Rank, alpha, and the names of the layers that are changed (last part of their path)."""

    rank: int
    alpha: float
    targets: tuple[str, ...]

    def for_peft(self, base_model: str) -> dict[str, Any]:
        """As ``peft.PeftModel.from_pretrained`` reads it."""
        return {
            "peft_type": "LORA",
            "task_type": "CAUSAL_LM",
            "base_model_name_or_path": base_model,
            "inference_mode": True,
            "r": self.rank,
            "lora_alpha": int(self.alpha) if float(self.alpha).is_integer() else self.alpha,
            "lora_dropout": 0.0,
            "bias": "none",
            "target_modules": list(self.targets),
        }


def read_config(path: Path) -> VoiceConfig:
    """Read and check the file. Raises ``UserError`` with the reason, ``OSError`` if it is gone."""
    if path.stat().st_size > MAX_CONFIG_BYTES:
        raise damaged(path, phrase("errors", "It is larger than such a file can be."))
    try:
        values = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise damaged(path, phrase("errors", "It is not valid JSON.")) from error
    if not isinstance(values, dict) or not values.keys() >= NEEDED:
        raise damaged(path, phrase("errors", "It does not describe a LoRA adapter."))
    _check_keys(path, values)
    rank, alpha = values["r"], values["lora_alpha"]
    if type(rank) is not int or not 1 <= rank <= MAX_RANK:
        raise _false(path, "r")
    if type(alpha) not in (int, float) or not 0 < alpha <= 65536:
        raise _false(path, "lora_alpha")
    return VoiceConfig(rank, float(alpha), _targets(path, values["target_modules"]))


def _check_keys(path: Path, values: dict[str, Any]) -> None:
    if values["peft_type"] != "LORA":
        raise _false(path, "peft_type")
    for key, value in values.items():
        if key in NEEDED | HARMLESS:
            continue
        if key not in MAY_BE_OFF:
            raise damaged(
                path, phrase("errors", "It has an unknown setting “{key}”.", key=key[:80])
            )
        if value not in (None, False, "none", [], {}):
            raise _false(path, key)


def _targets(path: Path, targets: object) -> tuple[str, ...]:
    """A list of plain names; a text would be a regular expression."""
    if not isinstance(targets, list) or not 1 <= len(targets) <= MAX_TARGETS:
        raise _false(path, "target_modules")
    if not all(isinstance(name, str) and MODULE_NAME.fullmatch(name) for name in targets):
        raise _false(path, "target_modules")
    return tuple(sorted(set(targets)))


def _false(path: Path, key: str) -> UserError:
    return damaged(path, _why(key))


def _why(key: str) -> Phrase:
    return phrase("errors", "Its setting “{key}” is one that Timbre does not use.", key=key)
