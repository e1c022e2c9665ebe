"""The voices and blends that a role can speak in, read anew when one of them changes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from adapters.catalog.records import Blend, Voice
from gui import background
from gui.chat.speaker import colour_of, everyone
from gui.context import Context


class Speakers(QObject):
    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._catalog = context.catalog
        self._all: Sequence[Voice | Blend] = ()
        self._colours: dict[str, str] = {}
        context.news.voices.connect(self.read)
        self.read()

    def all(self) -> Sequence[Voice | Blend]:
        return self._all

    def colours(self) -> Mapping[str, str]:
        """By name; a blend has that of its loudest voice."""
        return self._colours

    def read(self) -> None:
        background.run(lambda: everyone(self._catalog), self._take, owner=self)

    def _take(self, found: Sequence[Voice | Blend]) -> None:
        self._all = found
        named = ((one.name, colour_of(one)) for one in found)
        self._colours = {name: colour for name, colour in named if colour is not None}
        self.changed.emit()
