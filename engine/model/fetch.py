"""Fetches one model from the hub; runs as a process of its own, so that it can be stopped.

``python -m engine.model.fetch REPO REVISION FOLDER`` prints one JSON object a line:
``{"total": bytes, "commit": id}``, then any number of ``{"done": bytes}`` and
``{"checking": name}``, then ``{"finished": true}`` or ``{"error": kind, "about": text}``.
It ends when its standard input does, so it never outlives the program that started it.

huggingface_hub 2 no longer keeps half of a file, so this walks the listing itself and
hands ``http_get`` the file and the place to go on from.
"""

import hashlib
import json
import os
import re
import shutil
import sys
import threading
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import httpx2
from huggingface_hub import HfApi, constants, hf_hub_url
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from huggingface_hub.file_download import http_get
from huggingface_hub.hf_api import RepoFile
from huggingface_hub.utils._headers import build_hf_headers

WANTED = ("*.safetensors", "*.json", "*.jinja", "tokenizer.model", "merges.txt", "vocab.txt")
# Mistral's own second copy of the same weights.
UNWANTED = ("consolidated*",)
CHUNK = 256 * 1024  # bytes between two looks at the clock; the library's own 10 MiB hides a stall
SPARE = 64 * 2**20


class FetchError(Exception):
    """``kind`` is one of those that ``download.py`` has a sentence for."""

    def __init__(self, kind: str, about: str = "") -> None:
        super().__init__(kind)
        self.kind, self.about = kind, about


@dataclass(frozen=True)
class Wanted:
    """A file of the repository and what its bytes must be."""

    name: str
    size: int
    sha256: str | None  # of a large file
    blob: str  # git's own name for the content of a small one

    def is_sound(self, file: Path) -> bool:
        if file.stat().st_size != self.size:
            return False
        if self.sha256 is not None:
            return digest(file, hashlib.sha256()) == self.sha256
        return digest(file, hashlib.sha1(b"blob %d\0" % self.size)) == self.blob


def digest(file: Path, hashed: Any) -> str:
    with file.open("rb") as opened:
        while block := opened.read(2**20):
            hashed.update(block)
    return str(hashed.hexdigest())


def say(**words: object) -> None:
    print(json.dumps(words), flush=True)


class Counted:
    """Stands in for a progress bar: tells how many bytes there are, of all files together."""

    before = 0  # bytes of the files that are complete

    def __init__(self, *_: object, initial: int = 0, **__: object) -> None:
        self._done = initial
        self.update(0)

    def update(self, count: float | None = 1) -> None:
        self._done += int(count or 0)
        say(done=Counted.before + self._done)

    def __enter__(self) -> "Counted":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def listing(api: HfApi, repo: str, commit: str) -> list[Wanted]:
    """The files that a model is loaded from; nothing that could run code."""
    tree = api.list_repo_tree(repo, revision=commit)
    found = [
        Wanted(f.path, f.size, f.lfs.sha256 if f.lfs else None, f.blob_id)
        for f in tree
        if isinstance(f, RepoFile) and _is_wanted(f.path)
    ]
    if not any(file.name.endswith(".safetensors") for file in found):
        raise FetchError("no safetensors")
    # Small ones first: what is wrong with a model shows before gigabytes have come.
    return sorted(found, key=lambda file: file.size)


def _is_wanted(name: str) -> bool:
    # The first letter is plain, so no name leads out of the folder or hides in it.
    plain = re.fullmatch(r"\w[\w.+-]*", name) is not None
    unwanted = any(fnmatch(name, pattern) for pattern in UNWANTED)
    return plain and not unwanted and any(fnmatch(name, pattern) for pattern in WANTED)


def fetch(repo: str, revision: str, folder: Path) -> None:
    """Complete ``folder``; what it holds already is kept."""
    api = HfApi(token=False)
    commit = api.model_info(repo, revision=revision).sha
    if commit is None:
        raise FetchError("missing")
    files = listing(api, repo, commit)
    total = sum(file.size for file in files)
    say(total=total, commit=commit)
    _check_room(folder, files)
    for file in files:
        _fetch_file(repo, commit, folder, file)
        Counted.before += file.size
    say(done=total)
    say(finished=True)


def _check_room(folder: Path, files: list[Wanted]) -> None:
    here = sum(_size(folder / f.name) or _size(_partial(folder, f)) for f in files)
    missing = sum(file.size for file in files) - here
    if missing + SPARE > shutil.disk_usage(folder).free:
        raise FetchError("disk", str(missing))


def _fetch_file(repo: str, commit: str, folder: Path, file: Wanted) -> None:
    if _size(folder / file.name) == file.size:
        return  # it was checked before it got its name
    partial = _partial(folder, file)
    _append(repo, commit, partial, file)
    say(checking=file.name)
    if not file.is_sound(partial):
        partial.unlink()
        raise FetchError("checksum", file.name)
    partial.replace(folder / file.name)


def _append(repo: str, commit: str, partial: Path, file: Wanted) -> None:
    have = _size(partial)
    if have > file.size:
        partial.unlink()
        have = 0
    # No buffer: what has come is in the file when the process is stopped.
    with partial.open("ab", buffering=0) as opened:
        if have < file.size:
            headers = build_hf_headers(token=False)
            headers["Accept-Encoding"] = "identity"  # ranges count the bytes of the file
            http_get(
                hf_hub_url(repo, file.name, revision=commit),
                opened,
                resume_size=have,
                headers=headers,
                expected_size=file.size,
                tqdm_class=Counted,
            )
        os.fsync(opened.fileno())


def _partial(folder: Path, file: Wanted) -> Path:
    # Named by its content: half of an older version is never continued.
    return folder / f"{file.name}.{(file.sha256 or file.blob)[:16]}.part"


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _kind(error: Exception) -> tuple[str, str]:
    """The first that fits, the narrow ones before the wide ones."""
    if isinstance(error, FetchError):
        return error.kind, error.about
    kinds: list[tuple[type[Exception] | tuple[type[Exception], ...], str]] = [
        (GatedRepoError, "gated"),
        ((RepositoryNotFoundError, RevisionNotFoundError), "missing"),
        (HfHubHTTPError, "refused"),
        ((httpx2.HTTPError, ConnectionError), "offline"),
        # Of the right kind, but cut: the library's own check of the length has no number.
        (OSError, "disk" if getattr(error, "errno", None) else "offline"),
    ]
    return next((name for kind, name in kinds if isinstance(error, kind)), "bug"), str(error)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


def main(arguments: list[str]) -> int:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    constants.DOWNLOAD_CHUNK_SIZE = CHUNK
    repo, revision, folder = arguments
    try:
        fetch(repo, revision, Path(folder))
    except Exception as error:
        kind, about = _kind(error)
        say(error=kind, about=about)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
