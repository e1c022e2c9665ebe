"""Loading and unloading, with a look at the memory first."""

from PySide6.QtCore import QObject, Signal

from adapters.catalog.records import Model
from engine.messages import (
    Cancelled,
    Event,
    Failed,
    Finished,
    LoadModel,
    Preparing,
    Progress,
    UnloadModel,
)
from gui import background
from gui.context import Context
from gui.models.need import Need, need_of


class Loader(QObject):
    """One model is made ready at a time; also one that another page has asked for."""

    stage = Signal(int, object)  # model, Preparing
    ended = Signal(int)  # model; loaded, stopped or failed
    failed = Signal(object, object)  # Model, Failed
    too_large = Signal(object, object)  # Model, Need

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: int | None = None
        self.model: int | None = None  # that is being made ready
        self._take_over()
        context.bridge.event.connect(self._hear)

    def load(self, model: Model) -> None:
        """Refuse with the numbers what will not fit; else load."""
        held = self._context.bridge.footprint
        self.model = model.id
        background.run(
            lambda: need_of(model, held), lambda need: self._judge(model, need), owner=self
        )

    def unload(self) -> None:
        self._context.bridge.submit(UnloadModel(), on_failed=self._context.notices.problem)

    def stop(self) -> None:
        if self._job is not None:
            self._context.bridge.cancel(self._job)

    def _take_over(self) -> None:
        """Follow a load that was begun before this page was made."""
        bridge = self._context.bridge
        for job in bridge.running(LoadModel):
            if isinstance(command := bridge.command(job), LoadModel):
                self._job, self.model = job, command.model

    def _judge(self, model: Model, need: Need | None) -> None:
        if need is not None and need.judgement.verdict == "too large":
            self._end()
            self.too_large.emit(model, need)
            return
        self._job = self._context.bridge.submit(
            LoadModel(model.id),
            on_failed=lambda failed: self.failed.emit(model, failed),
            owner=self,
        )

    def _hear(self, event: Event) -> None:
        if self._job is None or getattr(event, "job", None) != self._job:
            return
        match event:
            case Progress(update=Preparing() as update):
                self.stage.emit(self.model, update)
            case Finished():
                self._end()
                self._context.news.models.emit()
            case Cancelled() | Failed():
                self._end()

    def _end(self) -> None:
        model, self._job, self.model = self.model, None, None
        self.ended.emit(model)
