"""What stands in a voice's archive beside the adapters: its history, and the hash of each file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.catalog.history import MOST_VERSIONS, History
from adapters.voice.exchange.refusal import refused
from adapters.voice.exchange.told import Told, one_line
from adapters.voice.options import TrainingOptions
from adapters.voice.validate import CONFIG, WEIGHTS
from adapters.wording import phrase

FORMAT = 1
MAX_MANIFEST_BYTES = 64 * 2**20
LARGEST_LOSS, LARGEST_PERPLEXITY = 100.0, 1e30


@dataclass(frozen=True)
class Manifest:
    """``hashes``: SHA-256 of each file by its name in the archive."""

    history: History
    hashes: Mapping[str, str]

    @property
    def told(self) -> Told:
        card = self.history["card"]
        return Told(card["name"], card["model_name"], card["model_fingerprint"])

    @property
    def numbers(self) -> list[int]:
        return [version["number"] for version in self.history["versions"]]

    def as_bytes(self) -> bytes:
        whole = {"timbre_voice": FORMAT, "files": dict(self.hashes), **self.history}
        return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def names_of(number: int) -> tuple[str, str]:
    """The files of a version: its settings and its weights."""
    return f"versions/{number}/{CONFIG}", f"versions/{number}/{WEIGHTS}"


def parse(path: Path, text: bytes) -> Manifest:
    """Check the manifest of the archive at ``path``, as far as it can be without the files.

    Raises ``UserError``. What its rows hold is checked column by column when they are taken in.
    """
    try:
        whole = json.loads(text)
        if whole["timbre_voice"] != FORMAT:
            raise refused(
                path,
                phrase("errors", "It was made by a newer version of Timbre."),
                phrase("errors", "Update Timbre, then import it again."),
            )
        history = {name: whole[name] for name in ("card", "current", "versions")}
        history["deleted"] = whole.get("deleted", [])
        _check_card(path, history["card"])
        for version in history["versions"]:
            _check_figures(version)
            _check_run(version.get("run"))
        for version in history["deleted"]:
            _check_figures(version)
        manifest = Manifest(history, whole["files"])
        _check_files(manifest)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise refused(path, phrase("errors", "Its list of contents is damaged.")) from error
    return manifest


def _check_card(path: Path, card: dict[str, Any]) -> None:
    card["name"] = one_line(card["name"]) or one_line(path.stem) or "Voice"
    card["model_name"] = one_line(card["model_name"])
    if not isinstance(card["model_fingerprint"], str) or len(card["model_fingerprint"]) > 64:
        raise ValueError("no fingerprint")


def _check_run(run: dict[str, Any] | None) -> None:
    """The settings of a run are read when its voice is shown."""
    if run is not None:
        TrainingOptions.from_dict(json.loads(run["options"]))
        _check_figures(run)
        for step in run["steps_made"]:
            _check_figures(step)


def _check_figures(row: dict[str, Any]) -> None:
    """Of a perplexity the logarithm is taken, and of a loss the exponential."""
    for name, value in row.items():
        if value is not None and "perplexity" in name and not 0 < value <= LARGEST_PERPLEXITY:
            raise ValueError("no perplexity")
        if value is not None and name.endswith("loss") and not 0 <= value <= LARGEST_LOSS:
            raise ValueError("no loss")


def _check_files(manifest: Manifest) -> None:
    numbers = manifest.numbers
    sound = all(type(number) is int and 1 <= number < 2**31 for number in numbers)
    if not sound or not 1 <= len(set(numbers)) == len(numbers) <= MOST_VERSIONS:
        raise ValueError("no sound numbers")
    wanted = {name for number in numbers for name in names_of(number)}
    if manifest.hashes.keys() != wanted:
        raise ValueError("other files than it has versions")
