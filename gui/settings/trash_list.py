"""What lies in the trash, each with its way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adapters.catalog import blends, conversations, runs, scenes, trash, versions, voices
from adapters.catalog.trash import Trashed
from gui import background, figures
from gui.context import Context
from gui.widgets.buttons import Button, ghost
from gui.widgets.error_card import Sign
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import row

ICONS = {
    "conversation": "message-square",
    "voice": "audio-lines",
    "run": "pause",
    "blend": "layers",
    "version": "git-branch",
    "scene": "workflow",
}
RESTORE = {
    "conversation": conversations.restore,
    "voice": voices.restore,
    "run": runs.restore,
    "blend": blends.restore,
    "version": versions.restore,
    "scene": scenes.restore,
}


class TrashList(QWidget):
    """The newest fifty; ``restored`` after one has been taken out."""

    restored = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.buttons: list[Button] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Read the list anew."""
        catalog = self._context.catalog
        background.run(lambda: trash.items(catalog), self._show, owner=self)

    def _show(self, items: list[Trashed]) -> None:
        for line in self._lines:
            line.deleteLater()
        self.buttons.clear()
        self._lines = [self._make_line(item) for item in items]
        for line in self._lines:
            self._column.addWidget(line)

    def _make_line(self, item: Trashed) -> QWidget:
        name = self._name(item)
        button = ghost(self.tr("Restore")).set_small()
        button.setAccessibleName(self.tr("Restore {name}").format(name=name))
        button.clicked.connect(lambda: self._restore(item))
        self.buttons.append(button)
        inside = row(Sign(ICONS[item.kind], "text_2", 15), gap=10)
        inside.addWidget(ElidedLabel(name), 1)
        inside.addWidget(label(figures.ago(item.when), "small", tone=3))
        inside.addWidget(button)
        line = QWidget()
        line.setLayout(inside)
        return line

    def _name(self, item: Trashed) -> str:
        if item.kind == "version":
            named = self.tr("{name}, version {number}")
            return named.format(name=item.name, number=item.number)
        if item.kind == "scene":
            return item.name or self.tr("Scene without a title")
        return item.name or self.tr("Conversation without a title")

    def _restore(self, item: Trashed) -> None:
        catalog = self._context.catalog
        restore = RESTORE[item.kind]
        self._context.writer.put(
            lambda: restore(catalog, item.id), lambda _: self._restored(item), owner=self
        )

    def _restored(self, item: Trashed) -> None:
        news = self._context.news
        heard = {"conversation": news.conversations, "scene": news.scenes}
        heard.get(item.kind, news.voices).emit()
        self.restored.emit()
