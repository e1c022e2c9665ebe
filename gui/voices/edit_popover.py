"""A small card beside what it edits: one line of text, saved with Enter, left with Esc."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from gui.theme.tokens import px
from gui.widgets.buttons import ghost, primary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

Complaint = Callable[[str | None], None]


class EditPopover(QFrame):
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
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "true")
        self._save_text, self._may_be_empty = save, may_be_empty
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

    def open_at(self, point: QPoint) -> None:
        """Show with the top left corner at ``point`` of the screen, kept on it."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(point.x(), room.right() - self.width())
        y = min(point.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, title: str) -> None:
        cancel = ghost(self.tr("Cancel")).set_small()
        cancel.clicked.connect(self.close)
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
            self.close()
        else:
            self._complain(wrong)

    def _complain(self, wrong: str) -> None:
        self.complaint.setText(wrong)
        self.complaint.setVisible(bool(wrong))
        self.field.setProperty("error", bool(wrong))
        self.field.style().polish(self.field)
        self.adjustSize()
