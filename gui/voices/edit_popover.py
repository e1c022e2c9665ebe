"""A small card beside what it edits: one line of text, saved with Enter, left with Esc."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme.tokens import px
from gui.widgets.buttons import ghost, primary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover

Complaint = Callable[[str | None], None]


class EditPopover(Popover):
    """``save`` is given the text and a callback: None closes the popover, a sentence stays
    in it as what is wrong with the text."""

    def __init__(
        self,
        title: str,
        text: str,
        save: Callable[[str, Complaint], None],
        parent: QWidget,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(parent)
        self._save_text, self._may_be_empty = save, may_be_empty
        self.setAccessibleName(title)
        self.field = QLineEdit(text)
        self.field.setAccessibleName(title)
        self.field.setMaxLength(200)
        self.field.selectAll()
        self.complaint = label("", "small", wrap=True)
        self.complaint.setProperty("tone", "bad")
        self.complaint.hide()
        self.button = primary(self.tr("Save")).set_small()
        self._lay_out(title)
        self.field.returnPressed.connect(self._save)
        self.button.clicked.connect(self._save)
        self.field.textChanged.connect(self._check)
        self._check()

    def first_focus(self) -> QWidget:
        return self.field

    def _lay_out(self, title: str) -> None:
        cancel = ghost(self.tr("Cancel")).set_small()
        cancel.clicked.connect(self.close_card)
        self.setLayout(
            column(
                label(title, "heading"),
                self.field,
                self.complaint,
                row(None, cancel, self.button),
                gap=10,
                margins=(16, 14, 16, 14),
            )
        )
        self.setFixedWidth(px(320))

    def _text(self) -> str:
        return self.field.text().strip()

    def _check(self) -> None:
        self.button.setEnabled(self._may_be_empty or bool(self._text()))
        self._complain("")

    def _save(self) -> None:
        if self.button.isEnabled():
            self._save_text(self._text(), self._saved)

    def _saved(self, wrong: str | None) -> None:
        if wrong is None:
            self.close_card()
        else:
            self._complain(wrong)

    def _complain(self, wrong: str) -> None:
        self.complaint.setText(wrong)
        self.complaint.setVisible(bool(wrong))
        self.field.setProperty("error", bool(wrong))
        self.field.style().polish(self.field)
        self.adjustSize()
