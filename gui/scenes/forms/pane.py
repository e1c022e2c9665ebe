"""The right pane: the form of the field that was chosen last, else that of the scene."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from engine.scene.model import Field
from gui.scenes.document import SceneDocument
from gui.scenes.forms.field_form import FieldForm
from gui.scenes.forms.hand import Hand, Speakers
from gui.scenes.forms.scene_form import SceneForm
from gui.scenes.looks import Colours
from gui.widgets.buttons import ghost
from gui.widgets.layouts import column, row
from gui.widgets.scrolled import scrolled


class FormPane(QWidget):
    """One form for each type of field: to make one takes longer than a frame."""

    back_wanted = Signal()
    delete_wanted = Signal()

    def __init__(
        self, document: SceneDocument, speakers: Speakers, colours: Callable[[], Colours]
    ) -> None:
        super().__init__()
        self._document, self._speakers, self._colours = document, speakers, colours
        self.scene_form = SceneForm(document)
        self.form: FieldForm | None = None  # that is shown
        self._forms: dict[str, tuple[FieldForm, QScrollArea]] = {}  # by type
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.scene_form))
        self.back = ghost(self.tr("Back to the scene"), "arrow-left").set_small()
        self._back_row = QWidget()
        self._back_row.setLayout(row(self.back, None, margins=(8, 8, 8, 0)))
        self.setLayout(column(self._back_row, self._stack, gap=0))
        self.back.clicked.connect(self.back_wanted)
        document.selected.connect(self.refresh)
        document.changed.connect(self.refresh)
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
            self.form = None
            self._stack.setCurrentIndex(0)
            self.scene_form.refresh()
        elif self.form is not None and self.form.id == field.id:
            self.form.refresh()
        else:
            self._show(field)

    def _show(self, field: Field) -> None:
        """The form of its type, made when it is first needed."""
        if field.type not in self._forms:
            self._forms[field.type] = self._made(field.id)
        self.form, area = self._forms[field.type]
        self.form.show_field(field.id)
        self._stack.setCurrentWidget(area)
        area.verticalScrollBar().setValue(0)

    def _made(self, id: str) -> tuple[FieldForm, QScrollArea]:
        form = FieldForm(Hand(self._document, id, self._speakers, self._colours))
        form.trash.clicked.connect(self.delete_wanted)
        area = scrolled(form)
        self._stack.addWidget(area)
        return form, area
