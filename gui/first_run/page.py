"""The welcome, shown until something has been said: two ways to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adapters.catalog import models
from engine.messages import Event, ModelChanged
from gui.context import Context
from gui.first_run.card import WelcomeCard
from gui.page import Page
from gui.theme.mark import Mark
from gui.widgets.buttons import ghost
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.scrolled import scrolled


class FirstRunPage(Page):
    """Everything here is already on the machine; nothing has to be chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.talk = WelcomeCard(
            "message-square",
            self.tr("Talk now"),
            self.tr("Start a conversation with the starter model. It is already here."),
            "",
            first=True,
        )
        self.train = WelcomeCard(
            "folder",
            self.tr("Train a voice"),
            self.tr("Choose a folder of notes. Timbre shows what it will learn before it starts."),
            self.tr("your files are read, never changed"),
        )
        self.models = ghost(self.tr("Change it under Models")).set_small()
        self.talk.clicked.connect(lambda: context.news.go.emit("chat", "new"))
        self.train.clicked.connect(lambda: context.news.go.emit("voices", "new"))
        self.models.clicked.connect(lambda: context.news.go.emit("models", None))
        self._lay_out()
        self._show_state()
        context.bridge.event.connect(self._hear)

    def arrive(self, argument: object) -> None:  # noqa: ARG002 - there is one thing to show
        self.talk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, event: Event) -> None:
        if isinstance(event, ModelChanged):
            self._show_state()

    def _show_state(self) -> None:
        """The model's name, and whether it is in memory yet."""
        loaded = self._context.bridge.model
        if loaded is not None:
            self.talk.foot.setText(self.tr("{model}, ready").format(model=loaded.name))
            return
        starters = [m for m in models.everything(self._context.catalog) if m.kind == "starter"]
        self.talk.foot.setText(starters[0].name if starters else "")

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        subtitle = self.tr(
            "An assistant that learns your voices from your own notes. "
            "Everything stays on this machine."
        )
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 24, 24, 40)
        layout.setSpacing(0)
        layout.addStretch(2)
        layout.addWidget(Mark(46), 0, centre)
        layout.addSpacing(20)
        layout.addWidget(label(self.tr("Welcome to Timbre"), "display"), 0, centre)
        layout.addSpacing(8)
        words = label(subtitle, "reading", tone=2, wrap=True)
        words.setAlignment(centre)
        layout.addWidget(words)
        layout.addSpacing(30)
        layout.addLayout(row(None, self.talk, self.train, None, gap=24))
        layout.addSpacing(26)
        layout.addLayout(self._model_line())
        layout.addStretch(3)
        self.setLayout(column(scrolled(inside)))

    def _model_line(self) -> QHBoxLayout:
        text = self.tr("Starter model: a small English model to try things with")
        made = row(Sign("box", "text_2"), label(text, tone=2, wrap=True), self.models)
        made.insertStretch(0, 1)
        made.addStretch(1)
        return made
