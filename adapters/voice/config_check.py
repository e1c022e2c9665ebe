"""Reading adapter_config.json: plain names and numbers only, whatever peft would take.

peft matches ``target_modules`` given as one text, and the keys of its patterns, as regular
expressions, which can take for ever, and many of its other settings change the computation or
read files. So only those settings are taken under which the two matrices and a factor say
everything.
"""

import json
import re
from pathlib import Path
from typing import Any

from adapters.voice import config_reasons as reasons
from adapters.voice.config import MAX_ALPHA, VoiceConfig
from adapters.voice.validate import MAX_RANK, damaged
from adapters.wording import phrase

MAX_CONFIG_BYTES = 1_000_000
MAX_NAMES = 8192  # all linear layers of a model with a thousand of them, each by its path
# A module's name, or the end of its path. "^" before it is peft's own word for a whole path.
MODULE_PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z0-9_]{1,64}){0,15}")
# Known to peft and without meaning for what is computed with a finished adapter.
HARMLESS = {
    "auto_mapping",
    "base_model_name_or_path",
    "eva_config",
    "fan_in_fan_out",  # the order in which the base keeps its numbers
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
READ = {"rank_pattern", "alpha_pattern", "use_rslora", "layers_to_transform"}
OFF: tuple[object, ...] = (None, False, "none", [], {})


def read_config(path: Path) -> VoiceConfig:
    """Read and check the file. Raises ``UserError`` with the reason, ``OSError`` if it is gone."""
    if path.stat().st_size > MAX_CONFIG_BYTES:
        raise damaged(path, phrase("errors", "It is larger than such a file can be."))
    return parse_config(path, path.read_bytes())


def parse_config(path: Path, text: bytes) -> VoiceConfig:
    """Check what a file of this name holds. Raises ``UserError`` with the reason."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged(path, phrase("errors", "It is not valid JSON.")) from error
    if not isinstance(values, dict) or "peft_type" not in values:
        raise damaged(path, phrase("errors", "It does not describe a LoRA adapter."))
    _check_keys(path, values)
    rank, alpha = values["r"], values["lora_alpha"]
    if not _is_rank(rank):
        raise damaged(path, reasons.of("r", rank))
    if not _is_alpha(alpha):
        raise damaged(path, reasons.of("lora_alpha", alpha))
    base = values.get("base_model_name_or_path")
    return VoiceConfig(
        rank,
        float(alpha),
        _targets(path, values["target_modules"]),
        _pattern(path, values, "rank_pattern", _is_rank),
        _pattern(path, values, "alpha_pattern", _is_alpha),
        _switch(path, values, "use_rslora"),
        _blocks(path, values.get("layers_to_transform")),
        base[:300] if isinstance(base, str) else "",
    )


def _check_keys(path: Path, values: dict[str, Any]) -> None:
    if values["peft_type"] != "LORA":
        raise damaged(path, reasons.of("peft_type", values["peft_type"]))
    for key, value in values.items():
        if key not in NEEDED | HARMLESS | READ and not any(value == off for off in OFF):
            raise damaged(path, reasons.of(key, value))
    if not values.keys() >= NEEDED:
        raise damaged(path, phrase("errors", "It does not describe a LoRA adapter."))


def _targets(path: Path, targets: object) -> tuple[str, ...]:
    """A list of plain names; a text would be a regular expression."""
    if not isinstance(targets, list) or not 1 <= len(targets) <= MAX_NAMES:
        raise damaged(path, reasons.of("target_modules", targets))
    if not all(_is_path(name) for name in targets):
        raise damaged(path, reasons.of("target_modules", targets))
    return tuple(sorted(set(targets)))


def _pattern(path: Path, values: dict[str, Any], key: str, sound: Any) -> dict[str, Any]:
    """Values by module: in peft the keys are regular expressions, here plain names only."""
    given = values.get(key) or {}
    if not isinstance(given, dict) or len(given) > MAX_NAMES:
        raise damaged(path, reasons.of(key, given))
    if not all(_is_path(name.removeprefix("^")) for name in given):
        raise damaged(path, reasons.of(key, given))
    if not all(sound(value) for value in given.values()):
        raise damaged(path, reasons.of(key, given))
    return given


def _switch(path: Path, values: dict[str, Any], key: str) -> bool:
    value = values.get(key)
    if value not in (None, True, False):
        raise damaged(path, reasons.of(key, value))
    return bool(value)


def _blocks(path: Path, given: object) -> frozenset[int] | None:
    if given is None or given == []:
        return None
    listed = given if isinstance(given, list) else [given]
    if len(listed) > MAX_NAMES or not all(type(one) is int and one >= 0 for one in listed):
        raise damaged(path, reasons.of("layers_to_transform", given))
    return frozenset(listed)


def _is_path(name: object) -> bool:
    return isinstance(name, str) and MODULE_PATH.fullmatch(name) is not None


def _is_rank(value: object) -> bool:
    return type(value) is int and 1 <= value <= MAX_RANK


def _is_alpha(value: object) -> bool:
    return type(value) in (int, float) and 0 < value <= MAX_ALPHA  # type: ignore[operator]
