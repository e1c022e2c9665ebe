"""The states of a scene that were kept; one of them can be gone back to."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adapters.catalog import scenes
from adapters.catalog.database import Catalog
from adapters.catalog.records import SceneVersion
from engine.scene.model import Scene
from engine.scene_store import scene_of
from gui import background
from gui.theme.tokens import px
from gui.widgets.buttons import ghost
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover
from gui.widgets.scrolled import scrolled

WIDTH, HEIGHT = 400, 260
MOST = 50  # states on the card


class HistoryCard(Popover):
    """Emits ``chosen`` with the scene as it was, and closes."""

    chosen = Signal(object)

    def __init__(self, catalog: Catalog, scene: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._catalog, self._scene = catalog, scene
        self.setAccessibleName(self.tr("History"))
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 8, 0)
        inside = QWidget()
        inside.setLayout(column(self._box, None, gap=0))
        head = label(self.tr("History"), "heading")
        self.setLayout(column(head, scrolled(inside), gap=8, margins=(16, 12, 8, 12)))
        self.setFixedSize(px(WIDTH), px(HEIGHT))
        background.run(lambda: scenes.history(catalog, scene), self._take, owner=self)

    def _take(self, versions: Sequence[SceneVersion]) -> None:
        for number, version in enumerate(versions[:MOST]):
            line = self._line(version, newest=number == 0)
            self.lines.append(line)
            self._box.addWidget(line)

    def _line(self, version: SceneVersion, newest: bool) -> QWidget:
        moment = QDateTime(version.saved.astimezone())
        told = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        made = QWidget()
        if newest:
            state = label(self.tr("as it is now"), "small", 2)
            made.setLayout(row(label(told, "body"), None, state, margins=(0, 5, 10, 5)))
            return made
        back = ghost(self.tr("Restore"), "undo-2").set_small()
        back.setAccessibleName(self.tr("Restore the state of {moment}").format(moment=told))
        back.clicked.connect(lambda: self._choose(version.id))
        made.setLayout(row(label(told, "body"), None, back))
        return made

    def _choose(self, version: int) -> None:
        background.run(
            lambda: scene_of(scenes.version_text(self._catalog, version)), self._give, owner=self
        )

    def _give(self, scene: Scene) -> None:
        self.chosen.emit(scene)
        self.close_card()
