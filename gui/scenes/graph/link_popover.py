"""What a link says and of which kind it is, edited where it was drawn."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engine.scene import edit
from engine.scene.model import Link
from gui.scenes.document import SceneDocument
from gui.scenes.forms.relations import LinkCard
from gui.widgets.layouts import column
from gui.widgets.popover import Popover

WIDTH = 260


class LinkPopover(Popover):
    def __init__(self, parent: QWidget, document: SceneDocument, link: Link) -> None:
        super().__init__(parent)
        self._document = document
        self.card = LinkCard(document, link)
        self.card.setMinimumWidth(WIDTH)
        self.card.gone.connect(self._drop)
        self.setLayout(column(self.card, gap=0, margins=(8, 8, 8, 8)))

    def first_focus(self) -> QWidget:
        return self.card.label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_card()
        else:
            super().keyPressEvent(event)

    def _drop(self, id: str) -> None:
        self.close_card()
        step = self.tr("Take the relation away")
        self._document.do(step, lambda scene: edit.unlink(scene, id))
