"""The instruction that new conversations begin with."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from adapters.catalog import preferences
from engine import instructions
from gui.context import Context
from gui.theme.tokens import px
from gui.translate import language_for
from gui.widgets.buttons import secondary
from gui.widgets.layouts import column, row

SAVED_AFTER_MS = 500


class Instruction(QWidget):
    """Saved half a second after the last letter, and when the page goes.

    The shipped text is not stored: who never changed it gets the one of their language.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._catalog = context.catalog
        self._shipped = instructions.shipped(language_for(context.settings.language))
        own = preferences.get(self._catalog, instructions.KEY)
        self.field = QPlainTextEdit(str(own or self._shipped))
        self.field.setAccessibleName(self.tr("Default instruction"))
        self.field.setTabChangesFocus(True)
        self.field.setProperty("lines", "true")
        self.field.setFixedHeight(px(104))
        self.reset = secondary(self.tr("Set back")).set_small()
        self.reset.clicked.connect(lambda: self.field.setPlainText(self._shipped))
        self.setLayout(column(self.field, row(None, self.reset)))
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self._write)
        self.field.textChanged.connect(self._timer.start)

    def save(self) -> None:
        """Write down now what has changed."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def _write(self) -> None:
        text = self.field.toPlainText().strip()
        own = "" if text == self._shipped else text
        preferences.put(self._catalog, instructions.KEY, own)
