"""Models that lie on this machine already, wherever other programs put them."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from adapters.errors import UserError
from engine.messages import FoundModel
from engine.model.source import inspect

DEEPEST = 6  # levels below a given folder
MOST_FOLDERS = 20_000
LONGEST = 60.0  # seconds
# Projectors of pictures, tokenizers without weights: GGUF files that nobody can talk to.
NO_MODELS = ("mmproj", "ggml-vocab", "ggml-model-clip")
HUB_PREFIX = "models--"


def known_folders(more: Iterable[str] = ()) -> list[Path]:
    """Where models usually lie, and the owner's own folders; only those that exist.

    Hugging Face's cache, LM Studio's two places and ``more``.
    """
    home = Path.home()
    hub_home = Path(os.environ.get("HF_HOME") or home / ".cache" / "huggingface")
    usual = [
        Path(os.environ.get("HF_HUB_CACHE") or hub_home / "hub"),
        home / ".lmstudio" / "models",
        home / ".cache" / "lm-studio" / "models",
    ]
    folders = [
        Path(os.path.expandvars(folder)).expanduser() for folder in map(str, [*usual, *more])
    ]
    return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def find(folders: Iterable[Path]) -> Iterator[FoundModel | None]:
    """Give every model in ``folders`` that could be loaded, each once.

    Only safetensors folders and GGUF files count: what is stored as pickles, is damaged,
    already quantised or no language model is passed over. Gives None for each other folder
    looked at, so that a caller can stop. The walk has bounds and enters no folder twice,
    whatever links there are.
    """
    until = time.monotonic() + LONGEST
    seen: set[Path] = set()
    given: set[Path] = set()
    for folder in _walk(folders, seen):
        if time.monotonic() > until or len(seen) > MOST_FOLDERS:
            return
        yield None
        for candidate in _candidates(folder):
            real = candidate.resolve()
            if real not in given and (model := _model(candidate)) is not None:
                given.add(real)
                yield model


def _walk(folders: Iterable[Path], seen: set[Path]) -> Iterator[Path]:
    """Folders level by level, so that bounds cut the depths and not the heights."""
    level = list(folders)
    for _ in range(DEEPEST + 1):
        below: list[Path] = []
        for folder in level:
            real = folder.resolve()
            if real not in seen:
                seen.add(real)
                yield folder
                below += _subfolders(folder)
        level = below


def _subfolders(folder: Path) -> list[Path]:
    if folder.name.startswith(HUB_PREFIX):
        return _snapshot(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        return [Path(e.path) for e in entries if e.is_dir() and not e.name.startswith(".")]
    except OSError:
        return []


def _snapshot(cached: Path) -> list[Path]:
    """Of the versions in Hugging Face's cache, the one that "main" points to, else the newest."""
    try:
        main = (cached / "refs" / "main").read_text(encoding="ascii").strip()
        if main and (cached / "snapshots" / main).is_dir():
            return [cached / "snapshots" / main]
    except (OSError, ValueError):
        pass
    try:
        versions = sorted((cached / "snapshots").iterdir(), key=lambda p: p.stat().st_mtime)
    except OSError:
        return []
    return versions[-1:]


def _candidates(folder: Path) -> list[Path]:
    try:
        names = {entry.name for entry in os.scandir(folder) if entry.is_file()}
    except OSError:
        return []
    files = [folder / name for name in sorted(names) if _is_gguf(name)]
    whole = "config.json" in names and any(name.endswith(".safetensors") for name in names)
    return [folder, *files] if whole else files


def _is_gguf(name: str) -> bool:
    return name.lower().endswith(".gguf") and not name.lower().startswith(NO_MODELS)


def _model(path: Path) -> FoundModel | None:
    try:
        source = inspect(path)
    except (UserError, OSError):
        return None
    architectures = source.config.get("architectures") or []
    if source.kind == "folder" and not any("ForCausalLM" in str(a) for a in architectures):
        return None
    return FoundModel(name_of(path), str(path), source.kind, source.bytes)


def name_of(path: Path) -> str:
    """What the owner calls a model; in the cache of the hub it is the repository's name."""
    for parent in path.parents:
        if parent.name.startswith(HUB_PREFIX):
            return parent.name.removeprefix(HUB_PREFIX).rpartition("--")[2]
    if path.is_file():
        return path.stem
    return path.name.rpartition("--")[2]  # as downloads name their folders
