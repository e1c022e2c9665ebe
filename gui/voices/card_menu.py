"""The menu of a card: what can be done to a voice, or to a run that is not done yet."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.theme.icons import icon
from gui.voices.card import UNDER_WAY, Card
from gui.voices.colours import colour_names
from gui.voices.edit_popover import EditPopover
from gui.voices.voice_actions import VoiceActions
from gui.widgets.dot import dot_icon


class CardMenu(QMenu):
    """``point`` of the screen is where it opens, and what it opens in turn."""

    def __init__(
        self,
        card: Card,
        actions: VoiceActions,
        point: QPoint,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._card, self._do, self._point, self._page = card, actions, point, parent
        self.setAccessibleName(card.name)
        if card.is_blend:
            self._blend_entries()
        elif card.state is None:
            self._voice_entries()
        else:
            self._run_entries()
        if not card.is_blend:
            self._add("folder-open", self.tr("Show files"), lambda: actions.show_files(card))
        if card.state not in UNDER_WAY:
            self.addSeparator()
            remove = self._add("trash-2", self.tr("Delete"), lambda: actions.delete(card))
            remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))

    def _voice_entries(self) -> None:
        self._add("pencil", self.tr("Rename…"), self._rename)
        self._add("file-text", self.tr("Describe…"), self._describe)
        self._add("flag", self.tr("Tags…"), self._tag)
        self.addMenu(self._colours())
        self._add("plus", self._train_on_words(), lambda: self._do.train_on(self._card.key[1]))
        offer = self._do.exchange.offer
        self._add("save", self.tr("Export…"), lambda: offer(self._card, self._page))
        self.addSeparator()

    def _blend_entries(self) -> None:
        blend, do = self._card.key[1], self._do.blends
        talk = self._add("message-square", self.tr("Talk with this blend"), lambda: do.talk(blend))
        talk.setEnabled(not self._card.missing and not self._card.elsewhere)
        self._add("pencil", self.tr("Rename…"), self._rename)
        self._add("sliders-horizontal", self.tr("Edit…"), lambda: do.edit(blend, self._page))

    def _run_entries(self) -> None:
        run = self._card.key[1]
        if self._card.state in UNDER_WAY:
            self._add("pause", self.tr("Pause"), lambda: self._do.pause(run))
            keep = self._add("save", self.tr("Stop and keep"), lambda: self._do.stop_and_keep(run))
            keep.setEnabled(self._card.state == "running" and self._card.step > 0)
        else:
            self._add("play", self.tr("Resume"), lambda: self._do.resume(run))
        self.addSeparator()

    def _colours(self) -> QMenu:
        menu = QMenu(self.tr("Colour"), self)
        for key, name in colour_names().items():
            entry = menu.addAction(dot_icon(key), name)
            entry.setCheckable(True)
            entry.setChecked(key == self._card.colour)
            entry.triggered.connect(lambda _, key=key: self._do.set_colour(self._card.key[1], key))
        return menu

    def _rename(self) -> None:
        number, blend = self._card.key[1], self._card.is_blend
        rename = self._do.blends.rename if blend else self._do.rename
        self._edit(
            EditPopover(
                self.tr("Rename the blend") if blend else self.tr("Rename the voice"),
                self._card.name,
                lambda name, answer: rename(number, name, answer),
                self._page,
            )
        )

    def _describe(self) -> None:
        voice = self._card.key[1]
        self._edit(
            EditPopover(
                self.tr("Describe the voice"),
                self._card.description,
                lambda text, answer: self._do.describe(voice, text, answer),
                self._page,
                may_be_empty=True,
            )
        )

    def _train_on_words(self) -> str:
        count = self._card.new_notes
        return self.tr("Train on %n new notes", "", count) if count else self.tr("Train on")

    def _tag(self) -> None:
        voice = self._card.key[1]
        self._edit(
            EditPopover(
                self.tr("Tags, with commas between them"),
                ", ".join(self._card.tags),
                lambda text, answer: self._do.tag(voice, text, answer),
                self._page,
                may_be_empty=True,
            )
        )

    def _edit(self, popover: EditPopover) -> None:
        popover.open_at(self._page.window().mapFromGlobal(self._point))

    def _add(self, icon_name: str, words: str, do: Callable[[], None]) -> QAction:
        entry = self.addAction(icon(icon_name), words)
        entry.triggered.connect(lambda: do())
        return entry
