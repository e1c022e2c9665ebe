"""Downloads from the hub: stopped at any moment, continued at the byte, checked at the end."""

import contextlib
import json
import os
import selectors
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.messages import Downloading, PausedDownload, Preparing, Update

PROGRAM = Path(__file__).parents[2]
STATE = "download.json"
PARTIAL = ".partial"
LOOK = 0.25  # seconds between two updates, also while nothing comes
SPEED_OVER = 5.0  # seconds


def download(repo: str, revision: str, downloads: Path) -> Generator[Update, None, Path]:
    """Fetch a model into a folder below ``downloads`` and give that folder.

    Yields ``Downloading`` a few times a second, also while the network is silent. Closing
    the generator stops the transfer at once; the next call goes on from there. Only
    safetensors, JSON and tokenizer files are fetched, and every one is compared with the
    hub's checksum. Raises ``UserError``; what has come is kept then as well.
    """
    folder = folder_of(downloads, repo)
    if folder.exists():
        return folder
    partial = folder.with_name(folder.name + PARTIAL)
    partial.mkdir(parents=True, exist_ok=True)
    _remember(partial, repo, revision, total=_known_total(partial))
    with _process(repo, revision, partial) as process:
        yield from _watch(process, repo, revision, partial)
    (partial / STATE).unlink()
    partial.rename(folder)
    return folder


def folder_of(downloads: Path, repo: str) -> Path:
    """Where the model of a repository comes to lie. Raises ``UserError`` for no such name."""
    owner, slash, name = repo.partition("/")
    if not slash or not _is_plain(owner) or not _is_plain(name):
        raise UserError(
            phrase("errors", "Nothing was downloaded."),
            phrase("errors", "“{repo}” is not a name on the hub.", repo=repo),
            phrase("errors", "A name has two parts, such as Qwen/Qwen3-0.6B."),
        )
    return downloads / f"{owner}--{name}"


def paused(downloads: Path) -> list[PausedDownload]:
    """Downloads that were stopped, by pausing or by a crash."""
    found = []
    for folder in sorted(downloads.glob(f"*{PARTIAL}")):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            state = json.loads((folder / STATE).read_text(encoding="utf-8"))
            found.append(
                PausedDownload(
                    state["repo"], state["revision"], _on_disk(folder), int(state["total"])
                )
            )
    return found


def discard(downloads: Path, repo: str) -> None:
    """Delete what a paused download has brought."""
    folder = folder_of(downloads, repo)
    shutil.rmtree(folder.with_name(folder.name + PARTIAL), ignore_errors=True)


def _is_plain(part: str) -> bool:
    letters = part.replace("-", "").replace("_", "").replace(".", "")
    return letters.isascii() and letters.isalnum() and not part.startswith((".", "-"))


def _on_disk(folder: Path) -> int:
    return sum(f.stat().st_size for f in folder.iterdir() if f.name != STATE)


def _remember(folder: Path, repo: str, revision: str, total: int) -> None:
    state = {"repo": repo, "revision": revision, "total": total}
    fresh = folder / f"{STATE}.new"
    fresh.write_text(json.dumps(state), encoding="utf-8")
    fresh.replace(folder / STATE)


def _known_total(folder: Path) -> int:
    try:
        return int(json.loads((folder / STATE).read_text(encoding="utf-8"))["total"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


@contextlib.contextmanager
def _process(repo: str, revision: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The transfer, in a process that is gone when the block ends."""
    settings = {
        "HF_HUB_OFFLINE": "0",  # the owner has asked for this one connection
        "TRANSFORMERS_OFFLINE": "0",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_XET": "1",  # its pieces cannot be continued at the byte
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "engine.model.fetch", repo, revision, str(folder)],
        cwd=PROGRAM,
        env=os.environ | settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


def _watch(
    process: subprocess.Popen[bytes], repo: str, revision: str, folder: Path
) -> Generator[Update, None, None]:
    done, total = _on_disk(folder), _known_total(folder)
    speed = _Speed()
    for said in _lines(process):
        if "error" in said:
            raise _in_plain_words(repo, str(said["error"]), str(said.get("about", "")))
        if "finished" in said:
            return
        if "total" in said:
            total = int(said["total"])
            _remember(folder, repo, revision, total)
        if "checking" in said:
            yield Preparing(phrase("progress", "Checking {name}", name=str(said["checking"])))
        done = int(said.get("done", done))
        yield Downloading(repo, done, total, speed.after(done))
    raise _in_plain_words(repo, "bug", "the transfer ended without a word")


def _lines(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    """What the process says, at most one count of bytes per look; {} when it is silent."""
    assert process.stdout is not None
    left = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(LOOK):
                yield {}
                continue
            block = os.read(process.stdout.fileno(), 2**16)
            *lines, left = (left + block).split(b"\n")
            yield from _latest([json.loads(line) for line in lines])
            if not block:
                return
            time.sleep(LOOK / 5)  # let a few more come together


def _latest(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out counts that a later one in the same block replaces."""
    return [
        one
        for one, following in zip(said, [*said[1:], {}], strict=False)
        if not ("done" in one and "done" in following)
    ]


class _Speed:
    """Bytes per second over the last few seconds."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def after(self, done: int) -> float:
        now = time.monotonic()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[0][0] > SPEED_OVER:
            self._seen.popleft()
        begun, before = self._seen[0]
        return max(0.0, (done - before) / (now - begun)) if now > begun else 0.0


def _in_plain_words(repo: str, kind: str, about: str) -> UserError:
    what = phrase("errors", "“{repo}” was not downloaded.", repo=repo)
    why, next_step = _reasons(about).get(kind) or (
        phrase("errors", "The transfer broke off: {about}", about=about),
        phrase("errors", "Try again; it goes on where it stopped."),
    )
    return UserError(what, why, next_step)


def _reasons(about: str) -> dict[str, tuple[Phrase, Phrase]]:
    again = phrase("errors", "Try again; it goes on where it stopped.")
    other = phrase("errors", "Choose another model.")
    return {
        "offline": (
            phrase("errors", "There is no connection to the hub."),
            phrase("errors", "Check the network and try again; it goes on where it stopped."),
        ),
        "missing": (phrase("errors", "The hub has no such model, or it is private."), other),
        "gated": (
            phrase("errors", "Its authors ask for an agreement on the hub's website first."),
            phrase(
                "errors",
                "Choose another model, or fetch this one in a browser and add its folder.",
            ),
        ),
        "refused": (phrase("errors", "The hub refused: {about}", about=about), again),
        "no safetensors": (
            phrase("errors", "It has no safetensors files; other formats can run code."),
            other,
        ),
        "checksum": (
            phrase("errors", "“{name}” did not arrive as the hub has it.", name=about),
            phrase("errors", "Try again; only this file is fetched anew."),
        ),
        "disk": (
            phrase("errors", "The disk is full or cannot be written."),
            phrase("errors", "Free some space and try again; it goes on where it stopped."),
        ),
    }
