"""Before a voice leaves: in which form, and in plain words what each one carries."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adapters.voice.exchange.recognise import Form
from gui.theme.tokens import px
from gui.voices.export_forms import ExportForm, forms
from gui.widgets.buttons import Button, icon_button, secondary
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, line, row
from gui.widgets.popover import Popover

WIDTH = 560


class ExportCard(Popover):
    """``chosen`` carries the ``Form``; where to is asked afterwards."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Export “{name}”").format(name=name)
        self.setAccessibleName(title)
        self.buttons: dict[Form, Button] = {}
        close = icon_button("x", self.tr("Close"))
        close.clicked.connect(self.close_card)
        head = row(gap=8)
        head.addWidget(ElidedLabel(title, "heading"), 1)
        head.addWidget(close)
        inside = column(head, gap=10, margins=(16, 12, 16, 16))
        for form in forms():
            inside.addWidget(line())
            inside.addLayout(self._row(form))
        self.setLayout(inside)
        self.setFixedWidth(px(WIDTH))

    def sizeHint(self) -> QSize:
        """Its height follows from the width that it has, not from one that it would like."""
        layout, wide = self.layout(), px(WIDTH)
        return QSize(wide, layout.totalHeightForWidth(wide) if layout else 0)

    def first_focus(self) -> QWidget:
        return self.buttons[Form.ARCHIVE]

    def _row(self, form: ExportForm) -> QHBoxLayout:
        button = secondary(self.tr("Save…"), "save").set_small()
        button.setAccessibleName(self.tr("Save: {form}").format(form=form.name))
        button.setAccessibleDescription(form.carries)
        button.clicked.connect(lambda: self._choose(form.form))
        self.buttons[form.form] = button
        carries = label(form.carries, "small", tone=2, wrap=True)
        said = row(gap=16)
        said.addLayout(column(label(form.name), carries, gap=2), 1)
        said.addWidget(button)
        return said

    def _choose(self, form: Form) -> None:
        self.close_card()
        self.chosen.emit(form)
