"""When a field is told: always, while it is mentioned, or never; how likely; what leaves first."""

from PySide6.QtWidgets import QSpinBox, QWidget

from engine.scene.model import Field
from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import ListRow, one_undo
from gui.voices.new_voice.fields import WholeField
from gui.widgets.combo import Combo
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

LARGEST = 999  # of a priority on screen; a file may hold any
USUAL_LIKENESS = 40  # per cent, offered when likeness is first asked for


class WhenRow(Row):
    """What is asked for when mentioned is on screen only then."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.mode = self._make_mode()
        self.words = ListRow(
            hand, "words", self.tr("Words"), self.tr("One a line; * stands for any ending"), True
        )
        self.patterns = ListRow(
            hand, "patterns", self.tr("Patterns"), self.tr("Regular expressions, one a line"), True
        )
        self.alike = whole(self.tr("Likeness, per cent"), 0, 100)
        self.alike.setSpecialValueText(self.tr("Off"))
        self.stays = whole(self.tr("Stays, turns"), 0, 1000)
        self.chance = whole(self.tr("Probability, per cent"), 0, 100)
        self.priority = whole(self.tr("Priority"), -LARGEST, LARGEST)
        self.priority.setToolTip(self.tr("The lowest leave first when the scene is too large"))
        self._lay_out()
        self._connect()

    def refresh(self, field: Field) -> None:
        when = field.when
        self.mode.setCurrentIndex(self.mode.findData(when.mode))
        self._mentioned.setVisible(when.mode == "mentioned")
        self._likely.setVisible(when.mode != "never")
        self.words.refresh(field)
        self.patterns.refresh(field)
        show_number(self.alike, round((when.alike or 0) * 100))
        show_number(self.stays, when.stays)
        show_number(self.chance, round(when.probability * 100))
        show_number(self.priority, field.priority)

    def _make_mode(self) -> Combo:
        made = Combo(self.tr("When it is told"))
        made.addItem(self.tr("Always"), "always")
        made.addItem(self.tr("When mentioned"), "mentioned")
        made.addItem(self.tr("Never"), "never")
        return made

    def _lay_out(self) -> None:
        self._mentioned = QWidget()
        both = row(labelled(self.alike), labelled(self.stays), gap=12)
        self._mentioned.setLayout(column(self.words, self.patterns, both, gap=12))
        self._likely = labelled(self.chance)
        last = row(self._likely, labelled(self.priority), gap=12)
        head = label(self.tr("When it is told"), "label", 2)
        self.setLayout(column(column(head, self.mode, gap=6), self._mentioned, last, gap=12))

    def _connect(self) -> None:
        self.mode.activated.connect(self._choose_mode)
        self.alike.valueChanged.connect(self._set_alike)
        self.stays.valueChanged.connect(
            lambda turns: self._hand.set_when(self.tr("Stays"), "stays", stays=turns)
        )
        self.chance.valueChanged.connect(
            lambda part: self._hand.set_when(
                self.tr("Probability"), "probability", probability=part / 100
            )
        )
        self.priority.valueChanged.connect(
            lambda value: self._hand.set(self.tr("Priority"), "priority", priority=value)
        )

    def _choose_mode(self, index: int) -> None:
        self._hand.set_when(self.tr("When it is told"), mode=self.mode.itemData(index))

    def _set_alike(self, part: int) -> None:
        likeness = part / 100 if part else None
        self._hand.set_when(self.tr("Likeness"), "alike", alike=likeness)


def whole(name: str, least: int, most: int) -> WholeField:
    made = WholeField(name, least, most)
    one_undo(made)
    one_undo(made.lineEdit())
    return made


def labelled(editor: QSpinBox) -> QWidget:
    made = QWidget()
    made.setLayout(column(label(editor.accessibleName(), "label", 2), editor, gap=6))
    return made


def show_number(box: QSpinBox, value: int) -> None:
    if box.value() != value:
        box.blockSignals(True)
        box.setValue(value)
        box.blockSignals(False)
