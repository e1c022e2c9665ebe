"""How many tokens each field of the open scene takes, counted anew after each change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from engine.messages import CompileScene, ModelChanged, SceneCompiled
from engine.scene.format.encode import text_of
from engine.scene.model import Scene
from gui.bridge import Bridge
from gui.scenes.document import SceneDocument
from gui.scenes.told import Told, counted, estimated
from gui.throttle import NUMBERS_MS, Throttle


class Counts(QObject):
    """``told`` is the compiled prompt; ``changed`` is emitted when it is another one.

    Estimates are shown until the tokenizer of a model has answered, and where there is none.
    """

    changed = Signal()

    def __init__(
        self,
        document: SceneDocument,
        bridge: Bridge,
        open_scene: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._bridge, self._open_scene = document, bridge, open_scene
        self._job: int | None = None
        self._again = False  # it changed while it was being counted
        self._counted = document.scene  # what ``told`` is the prompt of
        self._asked = document.scene
        self._number = 0  # of the document; an answer for another one is dropped
        self._take(estimated(document.scene), document.scene)
        self._soon = Throttle(self._count, self, NUMBERS_MS)
        document.changed.connect(self._soon.call)
        document.opened.connect(self._open)
        bridge.event.connect(self._hear)

    def of(self, id: str) -> int | None:
        """Tokens of a field or link; None where it is not told."""
        return self._tokens.get(id)

    def newest(self) -> Told:
        """The prompt of the scene as it is now, counted or not."""
        if self._counted is not self._document.scene:
            return estimated(self._document.scene)
        return self.told

    def _open(self) -> None:
        self._number += 1
        self._take(estimated(self._document.scene), self._document.scene)

    def _count(self) -> None:
        if not self.told.exact:
            self._take(estimated(self._document.scene), self._document.scene)
        self._ask()

    def _ask(self) -> None:
        """One question at a time; the newest state is asked for when it is answered."""
        if self._job is not None:
            self._again = True
            return
        number, self._asked = self._number, self._document.scene
        command = CompileScene(text_of(self._document.scene), self._open_scene())
        self._job = self._bridge.submit(
            command,
            on_finished=lambda result: self._answered(number, result),
            on_failed=lambda _: self._failed(number),
            owner=self,
        )

    def _answered(self, number: int, result: SceneCompiled) -> None:
        self._job = None
        if number == self._number:
            self._take(counted(result), self._asked)
        self._ask_again()

    def _failed(self, number: int) -> None:
        """No model was loaded yet, or a kept scene in it is gone: an estimate is left."""
        self._job = None
        if number == self._number:
            self._take(estimated(self._document.scene), self._document.scene)
        self._ask_again()

    def _ask_again(self) -> None:
        if self._again:
            self._again = False
            self._ask()

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged) and event.model is not None:
            self._ask()

    def _take(self, told: Told, scene: Scene) -> None:
        self.told, self._counted = told, scene
        self._tokens = told.tokens()
        self.changed.emit()
