"""The card that says how long a training will take and whether it fits into memory."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from engine.memory.meter import Breakdown
from engine.messages import NotesPreview
from gui import figures
from gui.context import Context
from gui.memory_watch import MemoryWatch
from gui.status.legend import Square
from gui.status.parts import use_name
from gui.theme.fonts import font
from gui.theme.tokens import theme
from gui.voices.new_voice.estimate import Estimate, estimate
from gui.widgets.buttons import secondary
from gui.widgets.chip import BAD, OK, WARN, Chip
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row
from gui.widgets.meter_bar import MeterBar

USES = ("weights", "training", "voices", "kv_cache", "own", "other", "free")


class EstimateCard(QFrame):
    """Measures the memory again as other programs come and go; ``changed`` follows."""

    changed = Signal()
    less_wanted = Signal()  # train with less memory

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._preview: NotesPreview | None = None
        self.estimate: Estimate | None = None
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Estimate"))
        self.chip = Chip("", OK)
        self.time, self.time_note = label("", "title"), label("", "caption", wrap=True)
        self.peak, self.peak_note = label("", "title"), label("", "caption", wrap=True)
        self.bar = MeterBar()
        self.rows = {use: _Row(use) for use in USES}
        self.note = label("", "small", tone=3, wrap=True)
        self.less = secondary(self.tr("Train with less memory")).set_small()
        self.less.clicked.connect(self.less_wanted)
        self._lay_out()
        self._watch = MemoryWatch(context.bridge, self)
        self._watch.measured.connect(self._take)
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_preview(self, preview: NotesPreview | None) -> None:
        """None hides the card: nothing was counted yet."""
        self._preview, self.estimate = preview, None
        self.hide()
        if preview is not None:
            self._watch.measure()

    def in_words(self) -> str:
        """ "Fits: about 26 min, 5.2 GiB of 8.0 GiB at the peak"; empty while nothing is known.

        The verdict comes first, because a narrow window cuts off the end.
        """
        if self.estimate is None:
            return ""
        if self.estimate.judgement is None:
            return self.time.text()
        peak = f"{self.peak.text()} {self.peak_note.text()}"
        return f"{self.chip.text()}: {self.time.text()}, {peak}"

    def _take(self, memory: Breakdown) -> None:
        if self._preview is None:
            return
        self.estimate = estimate(self._preview, memory)
        self._show(self.estimate)
        self.show()
        self.changed.emit()

    def _show(self, found: Estimate) -> None:
        steps = self.tr("%n steps", "", found.steps)
        about = None if found.seconds is None else figures.duration(found.seconds)
        self.time.setText(self.tr("about {time}").format(time=about) if about else steps)
        self.time_note.setText(steps if about else self.tr("time shows with the first steps"))
        judged = found.judgement
        for widget in (self.chip, self.peak, self.peak_note, self.less, self.note):
            widget.setVisible(judged is not None)
        self.bar.show_parts(found.parts(), found.now.total, judged.missing if judged else 0)
        if judged is not None:
            self._show_memory(found)
        self._show_rows(found)

    def _show_memory(self, found: Estimate) -> None:
        judged = found.judgement
        assert judged is not None
        total = figures.memory(found.now.total)
        self.peak.setText(figures.memory(found.peak_used))
        self.peak_note.setText(self.tr("of {total} at the peak").format(total=total))
        word, look = {
            "fits": (self.tr("Fits"), OK),
            "tight": (self.tr("Tight"), WARN),
            "too large": (self.tr("Too large"), BAD),
        }[judged.verdict]
        self.chip.set(word, look)
        self.less.setVisible(judged.verdict != "fits")
        missing = self.tr("{size} too much: close other programs, or train with less memory.")
        self.note.setText(
            missing.format(size=figures.size(judged.missing))
            if judged.missing
            else self.tr("Under 1.0 GiB left free counts as tight.")
        )
        peak = self.tr("Memory at the peak, {used} of {total}, {verdict}")
        self.bar.describe(peak.format(used=self.peak.text(), total=total, verdict=word))

    def _show_rows(self, found: Estimate) -> None:
        model = self._context.bridge.model
        name = self.tr("{model}, 4-bit").format(model=model.name) if model else ""
        names = {"weights": name or use_name("weights"), "free": self.tr("Left free")}
        for use, line in self.rows.items():
            line.show_row(names.get(use, use_name(use)), getattr(found.peak, use))

    def _lay_out(self) -> None:
        numbers = row(gap=12)
        numbers.addLayout(column(self.time, self.time_note, None, gap=0), 1)
        numbers.addLayout(column(self.peak, self.peak_note, None, gap=0), 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, line in enumerate(self.rows.values()):
            for number, widget in enumerate((line.square, line.name, line.amount)):
                grid.addWidget(widget, place, number)
        self.setLayout(
            column(
                row(label(self.tr("Estimate"), "heading"), None, self.chip),
                numbers,
                4,
                self.bar,
                grid,
                self.note,
                row(self.less, None),
                gap=8,
                margins=(16, 14, 16, 14),
            )
        )

    def _rescale(self) -> None:
        for number in (self.time, self.peak):
            number.setFont(font("title"))
        for line in self.rows.values():
            line.amount.setFont(font("small"))


class _Row:
    """One line of the legend; what does not exist leaves it."""

    def __init__(self, use: str) -> None:
        self.square = Square(use)
        self.name = ElidedLabel("", "small", tone=2)
        self.amount: QLabel = label("", "small", tone=2)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._always = use == "free"

    def show_row(self, name: str, count: int) -> None:
        self.name.setText(name)
        self.amount.setText(
            figures.size(count) if count < figures.GIB / 10 else figures.memory(count)
        )
        for widget in (self.square, self.name, self.amount):
            widget.setVisible(self._always or count > 0)
