"""Models that could be added: found on this machine, or suggested from the hub."""

from PySide6.QtCore import QObject, Signal

from engine.language import language_for
from engine.messages import FindModels, Found, FoundModel, Suggested, Suggestion, SuggestModels
from gui.context import Context
from gui.models.downloads import DownloadList
from gui.models.shelf import Shelf


class Offers(QObject):
    """What is in the catalog or being fetched is offered no more."""

    changed = Signal()

    def __init__(
        self, context: Context, shelf: Shelf, downloads: DownloadList, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._shelf, self._downloads = context, shelf, downloads
        self._found: tuple[FoundModel, ...] = ()
        self._suggested: tuple[Suggestion, ...] = ()

    def look(self) -> None:
        """Look on the disk and into the list that ships with Timbre; opens no connection."""
        bridge = self._context.bridge
        if bridge.running(FindModels):
            return
        language = language_for(self._context.settings.language)
        # What cannot be found is not offered; there is nothing for the owner to mend.
        bridge.submit(FindModels(), on_finished=self._take_found, on_failed=lambda _: None)
        bridge.submit(
            SuggestModels(language), on_finished=self._take_suggested, on_failed=lambda _: None
        )

    def found(self) -> list[FoundModel]:
        known = self._shelf.paths()
        return [model for model in self._found if model.path not in known]

    def suggested(self) -> list[Suggestion]:
        known = {shelved.model.name for shelved in self._shelf.models()}
        return [
            model
            for model in self._suggested
            if self._downloads.get(model.repo) is None
            and not {model.name, model.repo.rpartition("/")[2]} & known
        ]

    def _take_found(self, result: Found) -> None:
        self._found = result.models
        self.changed.emit()

    def _take_suggested(self, result: Suggested) -> None:
        self._suggested = result.models
        self.changed.emit()
