"""How many tokens each field of the open scene takes, counted anew after each change."""

from PySide6.QtCore import QObject, Signal

from gui.scenes.document import SceneDocument
from gui.scenes.estimate import Told, estimated
from gui.throttle import NUMBERS_MS, Throttle


class Counts(QObject):
    """``told`` is the compiled prompt; ``changed`` is emitted when it is another one."""

    changed = Signal()

    def __init__(self, document: SceneDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.told = estimated(document.scene)
        self._soon = Throttle(self._count, self, NUMBERS_MS)
        document.changed.connect(self._soon.call)
        document.opened.connect(self._count)

    def of(self, id: str) -> int | None:
        """Tokens of a field or link; None where it is not told."""
        return self.told.tokens.get(id)

    def flush(self) -> None:
        """Count now what has changed."""
        self._soon.flush()

    def _count(self) -> None:
        self._show(estimated(self._document.scene))

    def _show(self, told: Told) -> None:
        self.told = told
        self.changed.emit()
