"""The page of scenes: outline, form and compiled prompt show one document."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from adapters.catalog.records import Conversation
from adapters.errors import UserError
from engine.language import language_for
from engine.scene.model import Field, Scene
from gui.context import Context
from gui.page import Action, Page
from gui.scenes import menus, trying
from gui.scenes.acts import SceneActs
from gui.scenes.counts import Counts
from gui.scenes.document import SceneDocument
from gui.scenes.empty import NoScene
from gui.scenes.exchange import SceneExchange, may_be_scene
from gui.scenes.finding import Finder
from gui.scenes.forms.pane import FormPane
from gui.scenes.graph.view import SceneGraph
from gui.scenes.header import SceneHeader
from gui.scenes.history import HistoryCard
from gui.scenes.outline.delegate import OutlineDelegate
from gui.scenes.outline.model import OutlineModel
from gui.scenes.outline.pane import OutlinePane
from gui.scenes.outline.view import Outline
from gui.scenes.panes import Panes
from gui.scenes.shelf import Entry, Shelf
from gui.scenes.speakers import Speakers
from gui.scenes.strip.strip import PromptStrip
from gui.voices.drop_area import dropped
from gui.widgets.layouts import column


class ScenesPage(Page):
    """One scene is open in the document; the shelf keeps them all."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.document, self.shelf = SceneDocument(self), Shelf(context, self)
        self.speakers = Speakers(context, self)
        self.counts = Counts(self.document, context.bridge, lambda: self.open_scene, self)
        self.acts = SceneActs(self.document, context.notices, self)
        self.exchange = SceneExchange(context, self)
        self.open_scene: int | None = None
        self._opening: int | None = None  # is being read
        self._make_views()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setAcceptDrops(True)
        self._show_state()

    # --- what the window asks -----------------------------------------------------------

    def arrive(self, argument: object) -> None:
        """ "new", the id of a kept scene, or that with what is chosen in it (see ``place``)."""
        match argument:
            case "new":
                self.left.ask_for_new()
            case int(scene):
                self.open(scene)
            case ("scene", int(scene), *ids):
                self.open(scene, tuple(map(str, ids)))
            case _ if self.open_scene is None and self.shelf.is_read:
                self._open_another()

    def place(self) -> object:
        if self.open_scene is None:
            return None
        return ("scene", self.open_scene, *self.document.selection)

    def save(self) -> None:
        self.shelf.flush()
        self._context.writer.flush()

    def act(self, action: Action) -> bool:
        match action:
            case "search":
                self.left.finder.begin()
            case "escape":
                self.panes.show_scene()
                self.outline.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                return False
        return True

    # --- scenes ---------------------------------------------------------------------------

    def add(self, scene: Scene) -> None:
        """Keep a new scene and open it."""
        self.shelf.add(scene, self.open)

    def open(self, scene: int, chosen: tuple[str, ...] = ()) -> None:
        """Show a kept scene; the one before is kept as it is."""
        if scene == self.open_scene:
            self.document.select(*chosen)
        elif scene != self._opening:
            self._opening = scene
            self.shelf.load(scene, lambda read: self._show(scene, read, chosen), self._not_opened)

    def remove(self, entry: Entry) -> None:
        """Move a kept scene to the trash; the toast brings it back."""
        self.shelf.trash(entry.id)
        if entry.id == self.open_scene:
            self._show(None, Scene())
        told = self.tr("“{name}” was moved to the trash").format(name=entry.title)
        self._context.notices.toast(told, lambda: self._restore(entry.id))

    def try_in_chat(self) -> None:
        """Begin a conversation that plays the open scene, as it is now."""
        if self.open_scene is None:
            return
        self.shelf.flush()
        catalog, prompt = self._context.catalog, self.counts.newest().text
        begin = partial(trying.begin, catalog, self.open_scene, self.document.scene, prompt)
        self._context.writer.put(begin, self._tried, owner=self)

    def _tried(self, made: Conversation) -> None:
        self._context.news.conversations.emit()
        self._context.news.go.emit("chat", ("conversation", made.id))

    def _not_opened(self, error: UserError) -> None:
        self._opening = None
        self.outline.show_scene(self.open_scene)
        self._context.notices.problem(error)

    def _show(self, id: int | None, scene: Scene, chosen: tuple[str, ...] = ()) -> None:
        self.open_scene, self._opening = id, None
        self.document.open(scene)
        self.model.set_open(id)
        self.outline.show_scene(id)
        self.document.select(*chosen)
        self.header.show_saved(True)
        self._show_state()

    def _open_another(self) -> None:
        """The one that was opened last, else the first."""
        known = [one.id for one in self.shelf.entries()]
        if known:
            self.open(self.shelf.latest if self.shelf.latest in known else known[0])

    def _restore(self, id: int) -> None:
        self.shelf.restore(id)
        self.open(id)

    def _keep(self) -> None:
        if self.open_scene is not None:
            self.shelf.put(self.open_scene, self.document.scene)

    def _show_state(self) -> None:
        there = self.open_scene is not None or bool(self.shelf.entries())
        self._whole.setCurrentIndex(0 if there else 1)
        if self.open_scene is None and self._opening is None and self.isVisible():
            self._open_another()

    def show_history(self) -> None:
        if self.open_scene is not None:
            card = HistoryCard(self._context.catalog, self.open_scene, self)
            card.chosen.connect(self.go_back)
            card.open_in_middle()

    def go_back(self, scene: Scene) -> None:
        """To an earlier state: a step like any other, which can be undone."""
        self.document.do(self.tr("Restore an earlier state"), lambda _: scene)

    # --- menus ------------------------------------------------------------------------------

    def offer_new(self, at: QPoint) -> None:
        language = language_for(self._context.settings.language)
        menus.new_scene(self, language, self.add, self.exchange.ask).popup(at)

    def offer_acts(self, at: QPoint) -> None:
        """What can be done with the open scene."""
        if self.open_scene is None:
            return
        entry = Entry(self.open_scene, self.document.scene.title)
        chosen = self.document.chosen_field()
        role = chosen.id if chosen is not None and chosen.type == "role" else None
        scene = self.document.scene
        acts: dict[str, Callable[[], None]] = {
            self.tr("Duplicate"): lambda: self.add(scene),
            self.tr("History…"): self.show_history,
            self.tr("Delete the scene"): partial(self.remove, entry),
        }
        forms = self.exchange.forms()
        export = partial(self.exchange.export, scene, role=role)
        menus.of_scene(self, forms, acts, lambda form: export(form)).popup(at)

    # --- files ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None and may_be_scene(path):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None and may_be_scene(path):
            event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
            event.accept()
            self.exchange.bring(path)

    # --- inside -----------------------------------------------------------------------------

    def _make_views(self) -> None:
        colours = self.speakers.colours
        self.model = OutlineModel(self.shelf, self.document, self.counts, self)
        delegate = OutlineDelegate(colours, self.model)
        self.outline = Outline(self.model, delegate, self.document)
        self.left = OutlinePane(self.outline, Finder(self.document))
        self.header = SceneHeader(self.document)
        self.strip = PromptStrip(self.document, self.counts, self._context.bridge, colours)
        self.form = FormPane(self.document, self.speakers.all, colours)
        self.graph = SceneGraph(self.document, self.counts.of, colours)
        self.panes = Panes(self.left, self.header, self.strip, self.form)
        self.panes.show_above(self.graph)
        self.empty = NoScene()

    def _lay_out(self) -> None:
        self._whole = QStackedWidget()
        self._whole.addWidget(self.panes)
        self._whole.addWidget(self.empty)
        self.setLayout(column(self._whole, gap=0))

    def _connect(self) -> None:
        self.left.new_wanted.connect(self.offer_new)
        self.empty.new_wanted.connect(
            lambda: self.offer_new(self.empty.new.mapToGlobal(self.empty.new.rect().bottomLeft()))
        )
        self.outline.scene_chosen.connect(self.open)
        self.outline.opened.connect(self.panes.show_form)
        self.graph.edit_wanted.connect(lambda _: self.panes.show_form())
        self.graph.delete_wanted.connect(self.acts.remove)
        self.graph.add_wanted.connect(self._offer_cards_at)
        self.counts.changed.connect(self.graph.refresh_counts)
        self.outline.wanted.connect(self._do)
        self.model.moved.connect(self.acts.move)
        self.model.renamed.connect(self._rename)
        self.header.add_wanted.connect(self.acts.add)
        self.header.try_wanted.connect(self.try_in_chat)
        self.header.menu_wanted.connect(self.offer_acts)
        self.acts.added.connect(lambda _: self.panes.show_form())
        self.form.delete_wanted.connect(self.acts.remove)
        self.exchange.brought.connect(self.add)
        self.speakers.changed.connect(self._show_voices)
        self.document.changed.connect(self._keep)
        self.shelf.saved.connect(self.header.show_saved)
        self.shelf.changed.connect(self._show_state)

    def _add_keys(self) -> None:
        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.Undo, self.document.stack.undo),
            (keys.Redo, self.document.stack.redo),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _do(self, wanted: str) -> None:
        """A key of the outline."""
        match wanted:
            case "delete":
                self._delete()
            case "add":
                place = self.outline.visualRect(self.outline.currentIndex()).bottomLeft()
                self.header.offer_cards(self.outline.viewport().mapToGlobal(place))
            case _:
                self.acts.obey(wanted)

    def _offer_cards_at(self, place: QPointF) -> None:
        self.header.offer_cards(QCursor.pos(), (round(place.x()), round(place.y())))

    def _delete(self) -> None:
        row = self.outline.current()
        if isinstance(row, Entry):
            self.remove(row)
        else:
            self.acts.remove()

    def _rename(self, row: Entry | Field, title: str) -> None:
        if isinstance(row, Field):
            self.acts.rename(row.id, title)
        elif row.id == self.open_scene:
            self.acts.rename_scene(title)
        else:
            self.shelf.rename(row.id, title.strip())

    def _show_voices(self) -> None:
        self.outline.viewport().update()
        self.graph.refresh_looks()
        self.strip.refresh()
        self.form.refresh()
