"""The form of one field: what its type asks for, then when it is told and its relations."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from engine.scene.fields import TYPES
from engine.scene.model import Field
from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.head import Sign
from gui.scenes.forms.registry import FORMS
from gui.scenes.forms.relations import RelationsRow
from gui.scenes.forms.when import WhenRow
from gui.scenes.looks import name_of
from gui.translate import words
from gui.widgets.buttons import icon_button
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, line, row


class FieldForm(QWidget):
    """Made for one type; ``refresh`` shows what the document says of its field now."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        field = hand.field()
        self.type = field.type
        self._sign, self._name = Sign(), ElidedLabel("", "heading")
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        kind = label(words(TYPES[field.type].label).lower(), "small", 2)
        self.trash = icon_button("trash-2", self.tr("Delete"))
        self.rows: list[Row] = [*FORMS[field.type](hand), WhenRow(hand), RelationsRow(hand)]
        head = row(self._sign, self._name, kind, None, self.trash, gap=8)
        own = self.rows[:-2]
        shared = self.rows[-2:]
        self.setLayout(column(head, *own, line(), *shared, None, gap=14, margins=(16, 12, 14, 16)))
        self.refresh()

    @property
    def id(self) -> str:
        return self._hand.id

    def show_field(self, id: str) -> None:
        """Another field of the same type."""
        self._hand.id = id
        self.refresh()

    def refresh(self) -> None:
        field = self._hand.field()
        self._show_head(field)
        for one in self.rows:
            one.refresh(field)

    def begin(self) -> None:
        """The first field, all of it chosen, ready to be typed over."""
        first = self.findChild(QLineEdit)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()

    def _show_head(self, field: Field) -> None:
        self._sign.show_field(field, self._hand.colours())
        self._name.setText(name_of(field))
