"""What the owner can do to a model's entry in the catalog."""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Signal

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from engine.messages import AddModel, ModelAdded
from gui.context import Context
from gui.reveal import reveal


class ModelActs(QObject):
    """Emits ``context.news.models`` after each change."""

    refused = Signal(object)  # Failed: the model was not added

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def add(self, path: Path) -> None:
        """Put a folder or a GGUF file into the catalog."""
        self._context.bridge.submit(
            AddModel(str(path)),
            on_finished=self._added,
            on_failed=self.refused.emit,
            owner=self,
        )

    def reveal(self, model: Model) -> None:
        reveal(Path(model.path), self._context.notices)

    def forget(self, model: Model) -> None:
        """Take it off the list, with a way back; its files stay."""
        catalog = self._context.catalog
        self._write(lambda: models.forget(catalog, model.id), lambda: self._forgotten(model))

    def _added(self, result: ModelAdded) -> None:
        self._context.news.models.emit()
        self._context.notices.toast(self.tr("“{name}” was added").format(name=result.name))

    def _forgotten(self, model: Model) -> None:
        catalog = self._context.catalog
        self._context.notices.toast(
            self.tr("“{name}” was taken off the list; its files stay").format(name=model.name),
            lambda: self._write(lambda: put_back(catalog, model), lambda: None),
        )

    def _write(self, change: Callable[[], object], then: Callable[[], None]) -> None:
        def written(_: object) -> None:
            # "Undo" of a toast may come when this page has been made anew.
            self._context.news.models.emit()
            if shiboken6.isValid(self):
                then()

        self._context.writer.put(change, written)


def put_back(catalog: Catalog, model: Model) -> None:
    """Add a forgotten model again, with the 4-bit copy that was made of it."""
    row = models.add(
        catalog, model.name, model.kind, model.path, model.bytes, model.context_length
    )
    if model.nf4_path is not None and model.fingerprint is not None:
        models.set_quantised(catalog, row.id, model.nf4_path, model.fingerprint)
