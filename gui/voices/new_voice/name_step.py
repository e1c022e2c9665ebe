"""Step 1: the name and colour of the voice, and the model that it is trained on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from adapters.catalog import voices
from engine.messages import ModelChanged
from gui import background
from gui.context import Context
from gui.theme.tokens import px
from gui.voices.new_voice.swatches import Swatches
from gui.widgets.buttons import secondary
from gui.widgets.error_card import Sign
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import card, column, row


class NameStep(QWidget):
    """``changed`` follows every change of name or colour."""

    changed = Signal()
    models_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._colour, self._may_propose = "rust", True
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(self.tr("For example: Field notes"))
        self.name.setAccessibleName(self.tr("Name of the voice"))
        self.hint = label("", "small", tone=3, wrap=True)
        self.swatches = Swatches()
        self.model_name = ElidedLabel("", "body")
        self.model_hint = label("", "small", tone=3, wrap=True)
        self.to_models = secondary(self.tr("Choose a model"), "box")
        self.to_models.clicked.connect(self.models_wanted)
        self._lay_out()
        self.name.textChanged.connect(self._renamed)
        self.swatches.chosen.connect(self._recoloured)

    def begin(self) -> None:
        """Start afresh, with the colour that the fewest voices have."""
        self.name.clear()
        catalog = self._context.catalog
        self._may_propose = True
        background.run(lambda: voices.next_colour(catalog), self._propose, owner=self)
        self.show_model(self._context.bridge.model)

    def go_on(self, name: str, colour: str) -> None:
        """Show what was chosen before this page was made anew."""
        self.swatches.choose(colour)
        self._recoloured(colour)
        self.name.setText(name)
        self.show_model(self._context.bridge.model)

    @property
    def colour(self) -> str:
        return self._colour

    def is_complete(self) -> bool:
        return bool(self.name.text().strip())

    def show_model(self, model: ModelChanged | None) -> None:
        """The loaded model is the one that learns; where none is, the one used last."""
        self.model_name.setText(model.name if model else self.tr("No model is loaded"))
        self.model_hint.setText(
            self.tr("The voice speaks through this model.")
            if model
            else self.tr("The training loads the one used last, else the starter.")
        )

    def _lay_out(self) -> None:
        self.name.setFixedWidth(px(360))
        layout = column(
            label(self.tr("A new voice"), "title"),
            8,
            label(self.tr("Name"), "label", tone=2),
            self.name,
            self.hint,
            10,
            label(self.tr("Colour"), "label", tone=2),
            self.swatches,
            10,
            label(self.tr("Base model"), "label", tone=2),
            self._model_card(),
            None,
            gap=6,
            margins=(20, 18, 20, 16),
        )
        self.setLayout(layout)

    def _model_card(self) -> QFrame:
        words = column(self.model_name, self.model_hint, gap=2)
        inside = row(Sign("box", "text_2", 20), gap=12, margins=(14, 12, 14, 12))
        inside.addLayout(words, 1)
        inside.addWidget(self.to_models)
        made = card(inside)
        made.setMaximumWidth(px(520))
        return made

    def _propose(self, key: str) -> None:
        """The owner may have chosen a colour while this one was looked up."""
        if self._may_propose:
            self.swatches.choose(key)
            self._recoloured(key)  # it may have been chosen before, for the last voice

    def _recoloured(self, key: str) -> None:
        self._colour, self._may_propose = key, False
        self.changed.emit()

    def _renamed(self) -> None:
        self.changed.emit()
        name, catalog = self.name.text().strip(), self._context.catalog
        background.run(
            lambda: bool(name) and voices.by_name(catalog, name) is not None,
            lambda taken: self._warn(name, taken),
            owner=self,
        )

    def _warn(self, name: str, taken: bool) -> None:
        if name == self.name.text().strip():
            self.hint.setText(
                self.tr("Another voice has this name; the new one gets a number behind it.")
                if taken
                else ""
            )
