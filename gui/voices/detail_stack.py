"""The right pane: a voice, a blend, a run in training, or a first word where there is nothing."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.context import Context
from gui.voices.blend.pane import BlendPane
from gui.voices.card import Card
from gui.voices.first_voice import FirstVoice
from gui.voices.live_runs import LiveRuns
from gui.voices.run.run_pane import RunPane
from gui.voices.run.voice_pane import VoicePane
from gui.voices.voice_actions import VoiceActions
from gui.widgets.scrolled import scrolled


class DetailStack(QStackedWidget):
    """Shows what belongs to a card; None shows the first word."""

    back_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    sample_wanted = Signal()
    compare_wanted = Signal(int)  # voice

    def __init__(
        self,
        context: Context,
        live: LiveRuns,
        actions: VoiceActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._card: Card | None = None
        self.first = FirstVoice()
        self.run = RunPane(context, live, actions)
        self.voice = VoicePane(context)
        self.blend = BlendPane()
        for pane in (
            self.first,
            scrolled(self.run),
            scrolled(self.voice),
            scrolled(self.blend),
        ):
            self.addWidget(pane)
        self.first.sample_wanted.connect(self.sample_wanted)
        self.run.back_wanted.connect(self.back_wanted)
        self.voice.back_wanted.connect(self.back_wanted)
        self.voice.talk_wanted.connect(lambda voice: context.news.go.emit("chat", voice))
        self.voice.menu_wanted.connect(self._open_menu)
        self.voice.compare_wanted.connect(self.compare_wanted)
        self.blend.back_wanted.connect(self.back_wanted)
        self.blend.talk_wanted.connect(actions.blends.talk)
        self.blend.edit_wanted.connect(actions.blends.edit)
        self.blend.menu_wanted.connect(self._open_menu)
        self.voice.files_wanted.connect(self._show_files)
        self.voice.versions.back_wanted.connect(actions.make_current)
        self.voice.versions.delete_wanted.connect(actions.delete_version)
        self.voice.versions.train_on_wanted.connect(lambda voice: actions.train_on(voice.id))

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card | None) -> None:
        self._card = card
        if card is None:
            self.setCurrentIndex(0)
        elif card.is_blend:
            self.blend.show_blend(card)
            self.setCurrentIndex(3)
        elif card.state is None:
            self.voice.show_voice(card.key[1])
            self.voice.versions.show_new_notes(card.new_notes)
            self.setCurrentIndex(2)
        else:
            self.run.show_run(card.key[1])
            self.setCurrentIndex(1)

    def show_back(self, shown: bool) -> None:
        """Whether the pane is a page of its own with a way back."""
        self.run.head.back.setVisible(shown)
        self.voice.head.back.setVisible(shown)
        self.blend.head.back.setVisible(shown)

    def _show_files(self) -> None:
        if self._card is not None:
            self._actions.show_files(self._card)

    def _open_menu(self, point: QPoint) -> None:
        if self._card is not None:
            self.menu_wanted.emit(self._card, point)
