"""Downloads as the page shows them: under way, waiting, paused; none is lost."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.messages import (
    Cancelled,
    DiscardDownload,
    Downloading,
    DownloadModel,
    Downloads,
    Failed,
    FindDownloads,
    Finished,
    ModelAdded,
    Progress,
)
from gui.context import Context
from gui.throttle import Throttle

State = Literal["waiting", "running", "paused"]


@dataclass(frozen=True)
class Download:
    """``total`` 0 is not known yet; ``speed`` in bytes per second."""

    repo: str
    revision: str
    state: State
    done: int = 0
    total: int = 0
    speed: float = 0.0

    @property
    def name(self) -> str:
        return self.repo.rpartition("/")[2]

    @property
    def fraction(self) -> float:
        return min(1.0, self.done / self.total) if self.total else 0.0

    @property
    def seconds_left(self) -> float | None:
        return (self.total - self.done) / self.speed if self.speed > 0 and self.total else None


class DownloadList(QObject):
    """Follows downloads by their events, whoever started them."""

    changed = Signal()  # at most twice a second
    failed = Signal(str, object)  # repository, Failed
    added = Signal(str)  # the name of the new model

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._list: dict[str, Download] = {}
        self._jobs: dict[int, str] = {}  # job: repository
        self._unwanted: set[str] = set()  # to be deleted once they have stopped
        self._throttle = Throttle(self.changed.emit, self)
        context.bridge.event.connect(self._hear)

    def all(self) -> list[Download]:
        return list(self._list.values())

    def get(self, repo: str) -> Download | None:
        return self._list.get(repo)

    def find(self) -> None:
        """Look for those that were stopped by a pause, a crash or a restart."""
        self._context.bridge.submit(FindDownloads(), on_finished=self._found)

    def start(self, repo: str, revision: str, total: int = 0) -> None:
        """Begin, or go on."""
        known = self._list.get(repo) or Download(repo, revision, "waiting", 0, total)
        if known.state == "paused" or repo not in self._list:
            self._list[repo] = replace(known, state="waiting", speed=0.0)
            job = self._context.bridge.submit(
                DownloadModel(repo, known.revision),
                on_failed=lambda failed: self.failed.emit(repo, failed),
                owner=self,
            )
            self._jobs[job] = repo
            self.changed.emit()

    def pause(self, repo: str) -> None:
        for job, name in self._jobs.items():
            if name == repo:
                self._context.bridge.cancel(job)

    def discard(self, repo: str) -> None:
        """Stop a download and delete what it has brought."""
        if repo in self._jobs.values():
            self._unwanted.add(repo)
            self.pause(repo)
            return
        self._context.bridge.submit(
            DiscardDownload(repo), on_finished=lambda _: self._forget(repo), owner=self
        )

    def _found(self, found: Downloads) -> None:
        for one in found.paused:
            if one.repo not in self._jobs.values():
                self._list[one.repo] = Download(
                    one.repo, one.revision, "paused", one.done, one.total
                )
        self.changed.emit()

    def _hear(self, event: object) -> None:
        if isinstance(event, Progress) and isinstance(event.update, Downloading):
            self._progress(event.job, event.update)
        elif isinstance(event, Cancelled | Failed) and event.job in self._jobs:
            self._stopped(self._jobs.pop(event.job))
        elif isinstance(event, Finished) and event.job in self._jobs:
            self._finished(self._jobs.pop(event.job), event.result)

    def _progress(self, job: int, update: Downloading) -> None:
        known = self._list.get(update.repo) or Download(update.repo, "main", "running")
        self._jobs[job] = update.repo
        self._list[update.repo] = replace(
            known,
            state="running",
            done=update.done,
            total=update.total or known.total,
            speed=update.bytes_per_second,
        )
        self._throttle.call()

    def _stopped(self, repo: str) -> None:
        self._list[repo] = replace(self._list[repo], state="paused", speed=0.0)
        self.changed.emit()
        if repo in self._unwanted:
            self._unwanted.discard(repo)
            self.discard(repo)

    def _finished(self, repo: str, result: object) -> None:
        self._forget(repo)
        if isinstance(result, ModelAdded):
            self._context.news.models.emit()
            self.added.emit(result.name)

    def _forget(self, repo: str) -> None:
        self._list.pop(repo, None)
        self.changed.emit()
