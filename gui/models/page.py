"""The Models page: what is on disk, what was found, and what could be fetched."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from adapters.catalog.records import Model
from engine.messages import Failed, FoundModel, Suggestion
from gui.context import Context
from gui.models.acts import ModelActs
from gui.models.download_line import DownloadLine
from gui.models.downloads import DownloadList
from gui.models.fit_card import FitCard
from gui.models.head import ModelsHead
from gui.models.loader import Loader
from gui.models.model_line import ModelLine
from gui.models.need import Need
from gui.models.offer_lines import FoundLine, SuggestionLine
from gui.models.offers import Offers
from gui.models.section import Section
from gui.models.shelf import Shelf, Shelved
from gui.notices import Problem
from gui.page import Action, Page
from gui.status.meter import MemoryMeter
from gui.widgets.buttons import primary
from gui.widgets.emptying import empty
from gui.widgets.error_card import ErrorCard
from gui.widgets.labels import label
from gui.widgets.layouts import column
from gui.widgets.scrolled import scrolled


class ModelsPage(Page):
    """Three sections; a problem is shown right under the models that it is about."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.shelf = Shelf(context, self)
        self.downloads = DownloadList(context, self)
        self.loader = Loader(context, self)
        self.offers = Offers(context, self.shelf, self.downloads, self)
        self.doing = ModelActs(context, self)
        self.head = ModelsHead()
        self.own = Section()
        self.found = Section(
            self.tr("Found on this machine"),
            self.tr("Models of other programs. Adding one copies nothing."),
        )
        self.suggested = Section(
            self.tr("Suggested for this machine"),
            self.tr("They fit into its memory. Timbre connects only when you download one."),
        )
        self.nothing = label("", tone=3)
        self._trouble = column(gap=8)
        self._lines: dict[int, ModelLine] = {}
        self._download_lines: dict[str, DownloadLine] = {}
        self._shown: object = None
        self._wanted: int | None = None  # the model whose line is to be brought into view
        self._lay_out()
        self._connect()
        self.downloads.find()

    # --- what the window asks ---------------------------------------------------------

    def arrive(self, argument: object) -> None:
        """``argument`` may be ("model", id), whose line is brought into view."""
        match argument:
            case ("model", int(model)):
                self._wanted = model
                self.head.search.clear()  # it may not match
        self.shelf.refresh()
        self.offers.look()

    def act(self, action: Action) -> bool:
        if action == "search":
            self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    # --- what is shown ----------------------------------------------------------------

    def line_of(self, model: int) -> ModelLine:
        """The line of a model of the catalog; KeyError where it is not shown."""
        return self._lines[model]

    def download_line(self, repo: str) -> DownloadLine:
        return self._download_lines[repo]

    def _show(self) -> None:
        words = self.head.search.text().casefold().split()
        models = [s for s in self.shelf.models() if _matches(s.model.name, words)]
        downloads = [d for d in self.downloads.all() if _matches(d.name, words)]
        shown = (models, [d.repo for d in downloads])
        if shown != self._shown:
            self._shown = shown
            self._lines = {s.model.id: self._model_line(s) for s in models}
            self._download_lines = {d.repo: DownloadLine(d) for d in downloads}
            for line in self._download_lines.values():
                self._connect_download(line)
            self.own.show_lines([*self._lines.values(), *self._download_lines.values()])
        for download in downloads:
            self._download_lines[download.repo].show_download(download)
        self.nothing.setVisible(bool(words) and not models and not downloads)
        self.nothing.setText(self.tr("No model matches “{words}”.").format(words=" ".join(words)))
        on_disk = sum(s.model.bytes for s in self.shelf.models())
        self.head.show_sums(on_disk, self.shelf.free)
        self._take_wanted()

    def _take_wanted(self) -> None:
        line = self._lines.get(self._wanted) if self._wanted is not None else None
        if line is None:
            return
        self._wanted = None
        line.take_focus()
        # Once the new lines have their places.
        QTimer.singleShot(0, line, lambda: self._area.ensureWidgetVisible(line))

    def _model_line(self, shelved: Shelved) -> ModelLine:
        line, model = ModelLine(shelved), shelved.model
        line.load_wanted.connect(lambda: self._load(model))
        line.unload_wanted.connect(self.loader.unload)
        line.stop_wanted.connect(self.loader.stop)
        line.reveal_wanted.connect(lambda: self.doing.reveal(model))
        line.forget_wanted.connect(lambda: self.doing.forget(model))
        line.load.set_busy(self.loader.model == model.id)
        return line

    def _connect_download(self, line: DownloadLine) -> None:
        line.pause_wanted.connect(lambda: self.downloads.pause(line.repo))
        line.resume_wanted.connect(lambda: self._download(line.repo))
        line.discard_wanted.connect(lambda: self.downloads.discard(line.repo))

    def _show_offers(self) -> None:
        self.found.show_lines([self._found_line(found) for found in self.offers.found()])
        self.suggested.show_lines([self._suggestion_line(s) for s in self.offers.suggested()])
        self.head.download.setEnabled(bool(self.offers.suggested()))

    def _found_line(self, found: FoundModel) -> FoundLine:
        line = FoundLine(found)
        line.add_wanted.connect(lambda: self._add(Path(found.path)))
        return line

    def _suggestion_line(self, suggestion: Suggestion) -> SuggestionLine:
        line = SuggestionLine(suggestion)
        line.download_wanted.connect(
            lambda: self._download(suggestion.repo, suggestion.revision, suggestion.bytes)
        )
        return line

    # --- what the owner does ----------------------------------------------------------

    def _load(self, model: Model) -> None:
        empty(self._trouble)
        self._lines[model.id].load.set_busy(True)
        self.loader.load(model)

    def _add(self, path: Path) -> None:
        empty(self._trouble)
        self.doing.add(path)

    def _download(self, repo: str, revision: str = "main", total: int = 0) -> None:
        empty(self._trouble)
        self.downloads.start(repo, revision, total)

    def _show_memory(self) -> None:
        meter = self.window().findChild(MemoryMeter)
        if meter is not None:
            meter.open_details()

    def to_suggestions(self) -> None:
        """Bring what can be downloaded into view, with the focus on the first."""
        self._area.ensureWidgetVisible(self.suggested)
        button = self.suggested.findChild(QPushButton)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    # --- what happens -----------------------------------------------------------------

    def _too_large(self, model: Model, need: Need) -> None:
        loaded = self._context.bridge.model
        card = FitCard(model, need, loaded.name if loaded else "")
        card.again_wanted.connect(lambda: self._load(model))
        card.smaller_wanted.connect(self.to_suggestions)
        card.memory_wanted.connect(self._show_memory)
        self._place(card)
        card.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_loaded(self, model: Model, failed: Failed) -> None:
        again = primary(self.tr("Try again"), "rotate-cw").set_small()
        again.clicked.connect(lambda: self._load(model))
        self._place(ErrorCard(Problem.of(failed), (again,)))

    def _not_added(self, failed: Failed) -> None:
        self._place(ErrorCard(Problem.of(failed)))
        self._show_offers()

    def _not_downloaded(self, repo: str, failed: Failed) -> None:
        again = primary(self.tr("Try again"), "rotate-cw").set_small()
        again.clicked.connect(lambda: self._download(repo))
        self._place(ErrorCard(Problem.of(failed), (again,)))

    def _place(self, card: FitCard | ErrorCard) -> None:
        empty(self._trouble)
        card.closed.connect(lambda: empty(self._trouble))
        self._trouble.addWidget(card)

    def _stage(self, model: int, update: object) -> None:
        if model in self._lines:
            self._lines[model].show_stage(update)  # type: ignore[arg-type]

    def _rest(self, model: int) -> None:
        if model in self._lines:
            self._lines[model].rest()

    def _downloaded(self, name: str) -> None:
        self._context.notices.toast(self.tr("“{name}” is on this machine now").format(name=name))

    # --- looks ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body: QVBoxLayout = column(
            self.own,
            self.nothing,
            self._trouble,
            self.found,
            self.suggested,
            None,
            gap=16,
            margins=(24, 0, 24, 24),
        )
        inside = QWidget()
        inside.setLayout(body)
        self._area = scrolled(inside)
        head = column(self.head, margins=(24, 12, 24, 12))
        whole = column(head, gap=0)
        whole.addWidget(self._area, 1)
        self.setLayout(whole)
        self.nothing.hide()
        self.head.download.setEnabled(False)  # until something is suggested

    def _connect(self) -> None:
        self.head.search.textChanged.connect(self._show)
        self.head.given.connect(self._add)
        self.head.download_wanted.connect(self.to_suggestions)
        self.shelf.changed.connect(self._show)
        self.shelf.changed.connect(self.offers.changed)
        self.downloads.changed.connect(self._show)
        self.downloads.failed.connect(self._not_downloaded)
        self.downloads.added.connect(self._downloaded)
        self.offers.changed.connect(self._show_offers)
        self.loader.stage.connect(self._stage)
        self.loader.ended.connect(self._rest)
        self.loader.too_large.connect(self._too_large)
        self.loader.failed.connect(self._not_loaded)
        self.doing.refused.connect(self._not_added)


def _matches(name: str, words: list[str]) -> bool:
    return all(word in name.casefold() for word in words)
