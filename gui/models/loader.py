"""Loading and unloading, with a look at the memory first."""

from PySide6.QtCore import QObject, Signal

from adapters.catalog.records import Model
from engine.messages import Failed, LoadModel, Preparing, UnloadModel
from gui import background
from gui.context import Context
from gui.models.need import Need, need_of


class Loader(QObject):
    """One model is made ready at a time."""

    stage = Signal(int, object)  # model, Preparing
    ended = Signal(int)  # model; loaded, stopped or failed
    failed = Signal(object, object)  # Model, Failed
    too_large = Signal(object, object)  # Model, Need

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: int | None = None
        self.model: int | None = None  # that is being made ready

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

    def _judge(self, model: Model, need: Need | None) -> None:
        if need is not None and need.judgement.verdict == "too large":
            self._end(model.id)
            self.too_large.emit(model, need)
            return
        self._job = self._context.bridge.submit(
            LoadModel(model.id),
            on_update=lambda update: self._hear(model.id, update),
            on_finished=lambda _: self._loaded(model.id),
            on_failed=lambda failed: self._fail(model, failed),
            on_cancelled=lambda: self._end(model.id),
        )

    def _hear(self, model: int, update: object) -> None:
        if isinstance(update, Preparing):
            self.stage.emit(model, update)

    def _loaded(self, model: int) -> None:
        self._end(model)
        self._context.news.models.emit()

    def _fail(self, model: Model, failed: Failed) -> None:
        self._end(model.id)
        self.failed.emit(model, failed)

    def _end(self, model: int) -> None:
        self._job = self.model = None
        self.ended.emit(model)
