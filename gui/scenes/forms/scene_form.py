"""What is said of the scene as a whole, shown while no field is chosen."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from engine.scene.problems import problems
from gui.scenes.document import SceneDocument
from gui.scenes.forms.rows import MOST_TITLE, one_undo
from gui.translate import words
from gui.widgets.combo import Combo
from gui.widgets.labels import label
from gui.widgets.layouts import column
from gui.widgets.note import Note

MOST_PROBLEMS = 5


class SceneForm(QWidget):
    """Title and language, and what is amiss in the scene."""

    def __init__(self, document: SceneDocument) -> None:
        super().__init__()
        self._document = document
        self.title = QLineEdit()
        self.title.setMaxLength(MOST_TITLE)
        self.title.setAccessibleName(self.tr("Title"))
        one_undo(self.title)
        self.language: QComboBox = Combo(self.tr("Language of the wording"))
        self.language.addItem("English", "en")
        self.language.addItem("Русский", "ru")
        self.amiss = Note()
        self._lay_out()
        self.title.textEdited.connect(self._typed)
        self.language.activated.connect(self._choose)

    def refresh(self) -> None:
        scene = self._document.scene
        if self.title.text() != scene.title:
            self.title.setText(scene.title)
        self.language.setCurrentIndex(self.language.findData(scene.language))
        found = problems(scene)[:MOST_PROBLEMS]
        self.amiss.tell("\n".join(words(one.what) for one in found))

    def begin(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def _lay_out(self) -> None:
        title = column(label(self.tr("Title"), "label", 2), self.title, gap=6)
        language = column(
            label(self.tr("Language of the wording"), "label", 2), self.language, gap=6
        )
        head = label(self.tr("Scene"), "heading")
        self.setLayout(
            column(head, title, language, self.amiss, None, gap=14, margins=(16, 16, 14, 16))
        )

    def _typed(self, text: str) -> None:
        self._document.do(self.tr("Title"), lambda scene: replace(scene, title=text), "title")

    def _choose(self, index: int) -> None:
        language = self.language.itemData(index)
        step = self.tr("Language of the wording")
        self._document.do(step, lambda scene: replace(scene, language=language))
