"""A sentence below a field, there only while there is something to say."""

from PySide6.QtCore import Qt

from gui.widgets.labels import Paragraph


class Note(Paragraph):
    """Hidden while it is empty."""

    def __init__(self, text: str = "") -> None:
        super().__init__("small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setProperty("tone", "2")
        self.setText(text)
        if not text:
            self.hide()  # never shown here: without a parent it would be a window

    def tell(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
