"""The card that says whether a voice learned: the verdict, its reasons, and what to do."""

from PySide6.QtWidgets import QFrame, QWidget

from engine.verdict.words import MANNER, MEANING
from gui.voices.run.state_chip import verdict_look
from gui.voices.run.verdict_figures import VerdictFigures
from gui.voices.verdict import Verdict, in_words
from gui.widgets.buttons import ghost
from gui.widgets.chip import CALM, Chip
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class VerdictCard(QFrame):
    """``more`` shows the figures behind the sentences, ``compare`` lets the owner judge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Verdict"))
        self.chip = Chip("", CALM)
        self.compare = ghost(self.tr("Compare"), "audio-lines").set_small()
        self.more = ghost("", "chevron-right").set_small()
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self.reasons = label("", wrap=True)
        self.advice = label("", wrap=True, tone=2)
        self.figures = VerdictFigures()
        self.figures.hide()
        self._meaning = label("", "small", tone=3, wrap=True)
        head = row(
            label(self.tr("Verdict"), "heading"), 2, self.chip, None, self.compare, self.more
        )
        self.setLayout(
            column(
                head,
                self.reasons,
                self.advice,
                self.figures,
                self._meaning,
                gap=8,
                margins=(16, 12, 16, 14),
            )
        )
        self._unfold(False)

    def show_verdict(self, judged: Verdict) -> None:
        self.chip.set(judged.word(), verdict_look(judged.tone, judged.icon))
        for shown, text in ((self.reasons, judged.reasons()), (self.advice, judged.advice())):
            shown.setText(text)
            shown.setVisible(bool(text))
        self.figures.show_figures(judged.measured)
        if not self.figures.rows:
            self.more.setChecked(False)
        self.more.setVisible(bool(self.figures.rows))
        self._explain()

    def _unfold(self, shown: bool) -> None:
        self.figures.setVisible(shown)
        self.more.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.more.set_icon("chevron-down" if shown else "chevron-right")
        self._explain()

    def _explain(self) -> None:
        """That facts are not learned is always said; what a figure is, beside the figures."""
        said = [MANNER, MEANING] if self.more.isChecked() else [MANNER]
        self._meaning.setText("\n".join(in_words(sentence) for sentence in said))
