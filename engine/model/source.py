"""Looking at a model before anything of it is used: a Hugging Face folder or a GGUF file.

Only safetensors and GGUF are read. What is found here is enough to plan the conversion;
no tensor is read and none of the model's own code can run.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from adapters.errors import UserError
from adapters.gguf_header import GgufError, read_header
from adapters.voice.validate import PICKLES, damaged, safetensors_entries
from adapters.wording import phrase
from engine.model.config_check import check_template, read_json, refused, without_private

INDEX = "model.safetensors.index.json"
SPLIT_GGUF = re.compile(r"-\d{5}-of-\d{5}\.gguf$", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """A model that may be converted. ``largest`` and ``parameters`` count numbers, not bytes."""

    path: Path
    kind: Literal["folder", "gguf"]
    name: str
    model_type: str  # transformers' for a folder, llama.cpp's for a GGUF
    bytes: int
    parameters: int
    largest: int  # of one tensor
    context_length: int | None
    config: Mapping[str, Any] = field(default_factory=dict)  # checked; empty for a GGUF
    shards: tuple[Path, ...] = ()  # safetensors files of a folder
    vocabulary: int = 0  # tokens and merges that a GGUF holds


def inspect(path: Path) -> Source:
    """Say what lies at ``path``. Raises ``UserError`` when it cannot or must not be loaded."""
    if path.is_dir():
        return _folder(path)
    if path.is_file() and path.suffix.lower() == ".gguf":
        return _gguf(path)
    raise UserError(
        phrase("errors", "There is no model at “{path}”.", path=str(path)),
        phrase("errors", "A model is a folder in Hugging Face format or a GGUF file."),
        phrase(
            "errors", "Choose the folder that holds config.json, or a file that ends with .gguf."
        ),
    )


def _folder(path: Path) -> Source:
    files = sorted(entry for entry in path.iterdir() if entry.is_file())
    if not any(file.suffix.lower() == ".safetensors" for file in files):
        _refuse_pickles(files)
    config_file = path / "config.json"
    if not config_file.is_file():
        raise refused(path.name, phrase("errors", "There is no config.json in the folder."))
    config = read_json(config_file)
    _check_config(config)
    _check_side_files(files)
    shards = _shards(path)
    entries = {name: e for shard in shards for name, e in safetensors_entries(shard).items()}
    return Source(
        path=path,
        kind="folder",
        name=path.name,
        model_type=str(config["model_type"]),
        bytes=sum(shard.stat().st_size for shard in shards),
        parameters=sum(entry.elements for entry in entries.values()),
        largest=max((entry.elements for entry in entries.values()), default=0),
        context_length=_whole(config.get("max_position_embeddings")),
        config=without_private(config),
        shards=shards,
    )


def _refuse_pickles(files: list[Path]) -> None:
    """Where nothing else holds weights; beside safetensors they lie unread, as on the hub."""
    for file in files:
        if file.suffix.lower() in PICKLES:
            raise refused(file.name, phrase("errors", "Files of this type can run code."))


def _check_config(config: Mapping[str, Any]) -> None:
    if not isinstance(config.get("model_type"), str):
        raise refused(
            "config.json", phrase("errors", "It does not say which kind of model it is.")
        )
    if config.get("quantization_config"):
        raise refused("config.json", phrase("errors", "The model is already quantised."))


def _check_side_files(files: list[Path]) -> None:
    """Tokenizer and generation settings may name code as well, and hold the chat template."""
    for file in files:
        if file.suffix == ".json" and file.name not in ("config.json", "vocab.json", INDEX):
            if file.name in ("tokenizer_config.json", "chat_template.json"):
                check_template(file.name, read_json(file).get("chat_template", ""))
            elif file.name.endswith("config.json"):
                read_json(file)
        elif file.suffix == ".jinja" and file.stat().st_size > 100_000:
            check_template(file.name, file.read_text(encoding="utf-8", errors="replace"))


def _shards(path: Path) -> tuple[Path, ...]:
    index = path / INDEX
    if not index.is_file():
        names = {"model.safetensors"}
    else:
        listed = read_json(index).get("weight_map")
        names = set(listed.values()) if isinstance(listed, dict) else set()
    for name in names:
        if (
            not isinstance(name, str)
            or Path(name).name != name
            or not name.endswith(".safetensors")
        ):
            raise refused(INDEX, phrase("errors", "It names files outside of the folder."))
        if not (path / name).is_file():
            raise refused(name, phrase("errors", "The file is missing."))
    if not names:
        raise refused(INDEX, phrase("errors", "It lists no files."))
    return tuple(path / name for name in sorted(names))


def _gguf(path: Path) -> Source:
    if SPLIT_GGUF.search(path.name):
        raise refused(path.name, phrase("errors", "A GGUF in several parts is not supported."))
    try:
        header = read_header(path)
    except GgufError as error:
        raise damaged(
            path, phrase("errors", "It is not a sound GGUF file: {fault}.", fault=str(error))
        ) from error
    architecture = header.metadata.get("general.architecture")
    if not isinstance(architecture, str) or not header.tensors:
        raise damaged(path, phrase("errors", "It holds no model."))
    check_template(path.name, header.metadata.get("tokenizer.chat_template", ""))
    return Source(
        path=path,
        kind="gguf",
        name=path.stem,
        model_type=architecture,
        bytes=path.stat().st_size,
        parameters=sum(tensor.elements for tensor in header.tensors),
        largest=max(tensor.elements for tensor in header.tensors),
        context_length=_whole(header.metadata.get(f"{architecture}.context_length")),
        vocabulary=sum(
            _whole(header.metadata.get(f"tokenizer.ggml.{part}")) or 0
            for part in ("tokens", "merges")
        ),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None
