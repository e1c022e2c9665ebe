"""What may stand in a model's JSON files: values only, nothing that names code to run."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from adapters.errors import UserError
from adapters.wording import Phrase, phrase

MAX_JSON_BYTES = 64 * 2**20  # tokenizer.json of a large vocabulary is about 35 MB
MAX_TEMPLATE_BYTES = 100_000
# Each of these can make transformers import or fetch code.
CODE_KEYS = {"auto_map", "custom_pipelines", "custom_generate", "trust_remote_code"}
# "_attn_implementation_internal" and its like: a name with a slash is fetched from the hub
# and run (CVE-2026-4372).
CHOICE = re.compile(r"_?\w*_implementation\w*")
KNOWN_CHOICES = {None, "eager", "sdpa", "flash_attention_2", "flex_attention"}


def read_json(path: Path) -> dict[str, Any]:
    """Read an object from a JSON file of bounded size and check it. Raises ``UserError``."""
    if path.stat().st_size > MAX_JSON_BYTES:
        raise refused(path.name, phrase("errors", "It is larger than such a file can be."))
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise refused(path.name, phrase("errors", "It is not valid JSON.")) from error
    if not isinstance(values, dict):
        raise refused(path.name, phrase("errors", "It is not valid JSON."))
    check_keys(path.name, values)
    return values


def check_keys(name: str, values: Mapping[str, Any]) -> None:
    """Refuse keys, at any depth, that bring code along or choose it by name."""
    for key, value in _items(values):
        if key in CODE_KEYS or (CHOICE.fullmatch(key) and not _harmless(key, value)):
            raise refused(
                name, phrase("errors", "It asks for program code of its own (“{key}”).", key=key)
            )


def _harmless(key: str, value: object) -> bool:
    """A public choice of attention that transformers itself brings; no private one is."""
    return not key.startswith("_") and isinstance(value, str | None) and value in KNOWN_CHOICES


def without_private(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same settings, at every depth without the keys that transformers keeps for itself."""
    return {key: _public(value) for key, value in values.items() if not str(key).startswith("_")}


def _public(value: object) -> object:
    if isinstance(value, Mapping):
        return without_private(value)
    if isinstance(value, list):
        return [_public(item) for item in value]
    return value


def _items(values: object) -> Iterator[tuple[str, Any]]:
    waiting = [values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            yield from value.items()
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def check_template(name: str, template: object) -> None:
    """Refuse a chat template that is longer than any honest one."""
    if len(json.dumps(template)) > MAX_TEMPLATE_BYTES:
        raise refused(name, phrase("errors", "Its chat template is longer than 100 kB."))


def refused(name: str, why: Phrase) -> UserError:
    """The error for a model that must not be loaded."""
    return UserError(
        phrase("errors", "The model is refused because of “{name}”.", name=name),
        why,
        phrase("errors", "Choose a model that is only weights: safetensors or GGUF."),
    )


def unusable(folder: Path) -> UserError:
    """The error for an NF4 folder whose files give no model."""
    return UserError(
        phrase("errors", "The model in “{name}” cannot be loaded.", name=folder.name),
        phrase("errors", "Its files are incomplete or damaged."),
        phrase("errors", "Remove it on the Models page and add it again."),
    )
