"""The instruction that new conversations begin with."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from adapters.catalog import preferences
from engine import instructions
from gui.context import Context
from gui.theme.tokens import px
from gui.widgets.bounded_edit import BoundedEdit
from gui.widgets.buttons import secondary
from gui.widgets.layouts import column, row
from gui.widgets.note import Note

SAVED_AFTER_MS = 500


class Instruction(QWidget):
    """Saved half a second after the last letter, and when the page goes.

    The shipped text is not stored: who never changed it gets the one of their language.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._catalog, self._writer = context.catalog, context.writer
        self._shipped = instructions.shipped(context.settings.language)
        self.field = BoundedEdit(self._shipped)
        self.note = Note()
        self.field.setAccessibleName(self.tr("Default instruction"))
        self.field.setTabChangesFocus(True)
        self.field.setProperty("lines", "true")
        self.field.setFixedHeight(px(104))
        self.field.bounded.connect(self.note.tell)
        self.reset = secondary(self.tr("Set back")).set_small()
        self.reset.clicked.connect(lambda: self.field.setPlainText(self._shipped))
        self.setLayout(column(self.field, self.note, row(None, self.reset)))
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self._write)
        self._read()

    def save(self) -> None:
        """Write down now what has changed."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def _read(self) -> None:
        """Behind the writes that wait; until then nothing can be typed that it would replace."""
        self.setEnabled(False)
        catalog = self._catalog
        self._writer.put(
            lambda: preferences.get(catalog, instructions.KEY), self._show, owner=self
        )

    def _show(self, own: object) -> None:
        if own is not None:
            self.note.tell(self.field.set_text(str(own)))
        self.field.textChanged.connect(self._timer.start)
        self.setEnabled(True)

    def _write(self) -> None:
        catalog, text = self._catalog, self.field.toPlainText().strip()
        own = None if text == self._shipped else text
        self._writer.put(lambda: preferences.put(catalog, instructions.KEY, own))
