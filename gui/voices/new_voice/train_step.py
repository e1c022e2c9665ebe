"""Step 4: the settings of the training. The defaults suit most notes; the rest is folded away."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from adapters.voice.measured import EVENLY
from adapters.voice.options import TrainingOptions
from gui.figures import decimal
from gui.theme.tokens import px
from gui.voices.new_voice.fields import DecimalField, WholeField
from gui.voices.new_voice.prompt_field import PromptField
from gui.voices.new_voice.size_choice import SizeChoice
from gui.voices.run.facts import FactsCard
from gui.widgets.buttons import ghost
from gui.widgets.labels import label
from gui.widgets.layouts import card, column, row
from gui.widgets.switch import Switch


class TrainStep(QWidget):
    """``changed`` follows every change of ``options``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = TrainingOptions()
        self.rank = WholeField(self.tr("Rank"), 1, 256)
        self.alpha = WholeField(self.tr("Alpha"), 1, 1024)
        self.size_choice = SizeChoice()
        self.rate = DecimalField(self.tr("Learning rate"), 0.00001, 0.1, 5)
        self.epochs = DecimalField(
            self.tr("Epochs"), 0.0, 1000.0, 1, self.tr("by the amount of notes")
        )
        self.length = WholeField(self.tr("Longest example, tokens"), 16, 32768)
        self.seed = WholeField(self.tr("Seed"), 0, 2**31 - 1)
        self.saving = Switch(self.tr("Use less memory, which takes longer"))
        self.evenly = Switch(self.tr("Cover rare themes evenly"))
        self.fold = ghost(self.tr("Advanced"), "chevron-right")
        self.fold.setCheckable(True)
        self.reset = ghost(self.tr("Back to the defaults")).set_small()
        self.advanced = card(self._fields())
        self.facts = FactsCard(self.tr("What will be trained"))
        self.prompt = PromptField()
        self._lay_out()
        self.show_options(self._base)
        self._connect()

    @property
    def options(self) -> TrainingOptions:
        chosen = replace(
            self._base,
            rank=self.rank.value(),
            alpha=self.alpha.value(),
            learning_rate=round(self.rate.value(), 5),
            epochs=self.epochs.value() or None,
            max_length=self.length.value(),
            seed=self.seed.value(),
            checkpointing=self.saving.isChecked(),
            evenness=1.0 if self.evenly.isChecked() else 0.0,
        )
        return self.size_choice.apply(chosen)

    def show_options(self, options: TrainingOptions) -> None:
        self._base = options
        self.rank.setValue(options.rank)
        self.alpha.setValue(options.alpha)
        self.size_choice.show_options(options)
        self.rate.setValue(options.learning_rate)
        self.epochs.setValue(options.epochs or 0.0)
        self.length.setValue(options.max_length)
        self.seed.setValue(options.seed)
        self.saving.setChecked(options.checkpointing)
        self.evenly.setChecked(options.evenness > 0)

    def unfold(self, open_: bool) -> None:
        self.advanced.setVisible(open_)
        self.fold.set_icon("chevron-down" if open_ else "chevron-right")

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        fields = (
            (self.rank, self.alpha),
            (self.rate, self.epochs),
            (self.length, self.seed),
        )
        for line, pair in enumerate(fields):
            for place, field in enumerate(pair):
                words = label(field.accessibleName(), "label", tone=2)
                words.setBuddy(field)
                grid.addWidget(words, 3 * line, place)
                grid.addWidget(field, 3 * line + 1, place)
            grid.setRowMinimumHeight(3 * line + 2, 6)
        for line, switch in enumerate((self.saving, self.evenly), 3 * len(fields)):
            words = label(switch.accessibleName())
            words.setBuddy(switch)
            grid.addLayout(row(switch, words, None), line, 0, 1, 2)
        after = 3 * len(fields) + 2
        grid.addWidget(label(self._worth(), "small", tone=2, wrap=True), after, 0, 1, 2)
        grid.addLayout(row(self.reset, None), after + 1, 0, 1, 2)
        return grid

    def _worth(self) -> str:
        """What covering rare themes was measured to bring and to cost."""
        told = self.tr(
            "Lower perplexity: {rare} % on rare themes, {overall} % on all notes; no extra time."
        )
        return told.format(rare=decimal(EVENLY.rare, 2), overall=decimal(EVENLY.overall, 2))

    def _lay_out(self) -> None:
        about = self.tr(
            "The settings suit most notes. Training goes on while you chat, can be paused, "
            "and keeps what it has learned when it is stopped."
        )
        self.advanced.setMaximumWidth(px(560))
        self.facts.setMaximumWidth(px(560))
        self.size_choice.setMaximumWidth(px(560))
        self.setLayout(
            column(
                label(self.tr("Ready to train"), "title"),
                label(about, tone=2, wrap=True),
                4,
                self.facts,
                self.size_choice,
                4,
                self.prompt,
                row(self.fold, None),
                self.advanced,
                None,
                gap=8,
                margins=(20, 16, 20, 16),
            )
        )
        self.unfold(False)

    def _connect(self) -> None:
        self.fold.toggled.connect(self.unfold)
        self.reset.clicked.connect(lambda: self.show_options(TrainingOptions()))
        for field in (self.rank, self.alpha, self.rate, self.epochs, self.length, self.seed):
            field.valueChanged.connect(self.changed)
        self.size_choice.changed.connect(self.changed)
        self.saving.toggled.connect(self.changed)
        self.evenly.toggled.connect(self.changed)
