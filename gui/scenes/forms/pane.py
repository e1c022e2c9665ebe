"""The right pane: the form of the field that was chosen last, else that of the scene."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.scenes.document import SceneDocument
from gui.scenes.forms.field_form import FieldForm
from gui.scenes.forms.hand import Hand, Speakers
from gui.scenes.forms.scene_form import SceneForm
from gui.scenes.looks import Colours
from gui.widgets.buttons import ghost
from gui.widgets.layouts import column, row
from gui.widgets.scrolled import scrolled


class FormPane(QWidget):
    """A form is made anew when another field is chosen, and refreshed on every other change."""

    back_wanted = Signal()
    delete_wanted = Signal()

    def __init__(
        self, document: SceneDocument, speakers: Speakers, colours: Callable[[], Colours]
    ) -> None:
        super().__init__()
        self._document, self._speakers, self._colours = document, speakers, colours
        self.scene_form = SceneForm(document)
        self.form: FieldForm | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.scene_form))
        self.back = ghost(self.tr("Back to the scene"), "arrow-left").set_small()
        self._back_row = QWidget()
        self._back_row.setLayout(row(self.back, None, margins=(8, 8, 8, 0)))
        self.setLayout(column(self._back_row, self._stack, gap=0))
        self.back.clicked.connect(self.back_wanted)
        document.selected.connect(self.refresh)
        document.changed.connect(self.refresh)
        document.opened.connect(self._forget)
        self._back_row.hide()
        self.refresh()

    def show_back(self, shown: bool) -> None:
        """The pane is a page of its own, with a way back."""
        self._back_row.setVisible(shown)

    def begin(self) -> None:
        """Give the focus to the first control."""
        (self.form or self.scene_form).begin()

    def refresh(self) -> None:
        field = self._document.chosen_field()
        if field is None:
            self._forget()
            self.scene_form.refresh()
        elif self.form is None or (self.form.id, self.form.type) != (field.id, field.type):
            self._make(field.id)
        else:
            self.form.refresh()

    def _make(self, id: str) -> None:
        self._forget()
        hand = Hand(self._document, id, self._speakers, self._colours)
        self.form = FieldForm(hand)
        self.form.trash.clicked.connect(self.delete_wanted)
        area = scrolled(self.form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(area)
        self._stack.setCurrentWidget(area)

    def _forget(self) -> None:
        self.form = None
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
