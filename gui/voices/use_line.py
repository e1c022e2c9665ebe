"""Where a voice has spoken, and the way there."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from adapters.catalog import conversations, voices
from adapters.catalog.database import Catalog
from gui import background, figures
from gui.context import Context
from gui.widgets.buttons import ghost
from gui.widgets.labels import label
from gui.widgets.layouts import row

Use = tuple[int, int, int | None, datetime | None]  # voice, how many, the last of them, and when


class UseLine(QWidget):
    """Hidden for a voice that has not spoken yet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = 0
        self._last: int | None = None
        self.text = label("", "small", tone=2)
        self.open_last = ghost(self.tr("Open the last one"), "message-square").set_small()
        self.open_last.clicked.connect(self._open)
        self.setLayout(row(self.text, self.open_last, None, gap=8))
        self.hide()

    def show_voice(self, voice: int) -> None:
        self._wanted = voice
        catalog = self._context.catalog
        background.run(lambda: _read(catalog, voice), self._take, owner=self)

    def _take(self, use: Use) -> None:
        voice, count, last, when = use
        if voice != self._wanted:
            return  # another card was chosen while this one was read
        self._last = last
        said = [self.tr("Spoke in %n conversations", "", count)]
        if when is not None:
            said.append(self.tr("used {ago}").format(ago=figures.ago(when)))
        self.text.setText(" · ".join(said))
        self.setVisible(count > 0)

    def _open(self) -> None:
        if self._last is not None:
            self._context.news.go.emit("chat", ("conversation", self._last))


def _read(catalog: Catalog, voice: int) -> Use:
    count, last = conversations.with_voice(catalog, voice)
    return voice, count, last, voices.get(catalog, voice).last_used
