"""The figures behind a verdict: what was measured, and what came out."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.verdict.measurements import Change, Copied, Group, Measurements, Style
from gui import figures
from gui.widgets.emptying import empty
from gui.widgets.labels import label

Row = tuple[str, str, str]  # what, its figures, its change or share
translate = QCoreApplication.translate


class VerdictFigures(QWidget):
    """A table of three columns under small headings; ``rows`` is what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_figures(self, measured: Measurements) -> None:
        self.rows = rows(measured)
        empty(self._grid)
        for place, cells in enumerate(self.rows):
            whole = ", ".join(filter(None, cells))
            for column, text in enumerate(cells):
                self._grid.addWidget(_cell(text, column, whole), place, column)


def _cell(text: str, column: int, whole: str) -> QLabel:
    """``whole`` is the row, for a screen reader that meets its first cell."""
    made = label(text, "small", tone=1 if column == 2 else 2, wrap=column == 0)
    if column == 0:
        made.setAccessibleName(whole)
    else:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def rows(measured: Measurements) -> list[Row]:
    """Every figure that was measured, in the order of the sentences above."""
    held_out = translate("VerdictCard", "Held-out notes")
    theme = translate("VerdictCard", "Theme: {name}")
    return [
        *([_change(held_out, measured.held_out)] if measured.held_out else []),
        *(_change(theme.format(name=one.name), one.change) for one in measured.themes),
        *(_general(one) for one in measured.general),
        *(_copied(measured.copied) if measured.copied else []),
        *(_style(measured.style) if measured.style else []),
    ]


def _change(what: str, change: Change) -> Row:
    """Perplexity before and after, and the change with its interval."""
    both = f"{figures.decimal(change.before)} → {figures.decimal(change.after)}"
    share = figures.percent(change.share)
    if change.low is not None and change.high is not None:
        bounds = translate("VerdictCard", "{change} ({low} to {high})")
        share = bounds.format(
            change=share,
            low=figures.percent(change.low - 1),
            high=figures.percent(change.high - 1),
        )
    return what, both, share


def _general(group: Group) -> Row:
    name = {
        "en": translate("VerdictCard", "General text, English"),
        "ru": translate("VerdictCard", "General text, Russian"),
    }.get(group.name, group.name)
    return _change(name, group.change)


def _copied(copied: Copied) -> list[Row]:
    words = translate("VerdictCard", "%n words", "", copied.words)
    without = translate("VerdictCard", "{count} without the voice")
    what = translate("VerdictCard", "Longest run of words shared with a learned note")
    quote = f"{what}: “{copied.quote}”" if copied.quote else what
    return [(quote, without.format(count=figures.whole(copied.base_words)), words)]


def _style(style: Style) -> list[Row]:
    told = translate("VerdictCard", "Taken for your writing: {what}")
    shares = (
        (translate("VerdictCard", "your held-out notes"), style.notes),
        (translate("VerdictCard", "replies of the voice"), style.voice),
        (translate("VerdictCard", "replies without the voice"), style.base),
    )
    right = translate("VerdictCard", "How often this judge of style is right")
    return [
        *((told.format(what=what), "", figures.part(share)) for what, share in shares),
        (right, "", figures.part(style.accuracy)),
    ]
