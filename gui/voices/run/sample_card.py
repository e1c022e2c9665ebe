"""Sample replies: how the voice answered one prompt as it learned, step by step."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from adapters.catalog.records import RunSample
from gui import figures
from gui.theme.tokens import colour, px, theme, voice_colour
from gui.widgets.buttons import ghost
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.scrubber import Scrubber, nearest


class SampleCard(QFrame):
    """Follows the newest reply until the owner looks at an earlier one."""

    chosen = Signal(object)  # the step on screen; None while there is no reply
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Sample reply"))
        self._samples: dict[int, RunSample] = {}
        self._wanted: int | None = None  # None: the newest
        self.change = ghost(self.tr("Change prompt"), "pencil").set_small()
        self.change.clicked.connect(self.change_wanted)
        self.prompt = label("", tone=2, wrap=True)
        self.scrubber = Scrubber(self.tr("Step of the sample reply"))
        self.scrubber.chosen.connect(self._choose)
        self.now, self.before = Said(), Said()
        self.waiting = label("", "small", tone=3, wrap=True)
        self._lay_out()

    def show_samples(
        self, samples: Mapping[int, RunSample], prompt: str, voice: str, may_change: bool
    ) -> None:
        """``prompt`` is what will be asked next; ``may_change`` while there is a next time."""
        self.change.setVisible(may_change)
        self._samples = dict(sorted(samples.items()))
        asked = next(iter(self._samples.values())).prompt if self._samples else prompt
        self.prompt.setText(self.tr("“{prompt}”").format(prompt=asked) if asked else "")
        self.prompt.setVisible(bool(asked))
        self.now.set_voice(voice)
        self._wait_for(prompt, asked)
        self._show()

    def follow(self) -> None:
        """Show the newest reply again, such as that of another run."""
        self._wanted = None

    def step(self) -> int | None:
        """The step whose reply is on screen."""
        return self.scrubber.value() if self._samples else None

    def _wait_for(self, prompt: str, asked: str) -> None:
        text = ""
        if self._samples and prompt != asked:
            text = self.tr("From the next step on it is asked: “{prompt}”").format(prompt=prompt)
        elif not self._samples:
            text = self.tr("The first reply comes before the first step.")
        self.waiting.setText(text)
        self.waiting.setVisible(bool(text))

    def _show(self) -> None:
        steps: Sequence[int] = tuple(self._samples)
        self.scrubber.setVisible(len(steps) > 1)
        if not steps:
            self.now.hide()
            self.before.hide()
            self.chosen.emit(None)
            return
        step = steps[-1] if self._wanted is None else nearest(steps, self._wanted)
        self.scrubber.show_steps(steps, step)
        self._compare(step)

    def _choose(self, step: int) -> None:
        self._wanted = None if step == max(self._samples) else step
        self._compare(step)

    def _compare(self, step: int) -> None:
        """The reply of a step above that of the base."""
        base = self.tr("At step 0, before training")
        at = self.tr("At step {step}").format(step=figures.whole(step)) if step else base
        self.now.show_reply(at, self._samples[step].text)
        first = self._samples.get(0)
        self.before.setVisible(first is not None and step != 0)
        if first is not None and step:
            self.before.show_reply(base, first.text)
        self.scrubber.setAccessibleDescription(self.now.accessibleName())
        self.chosen.emit(step)

    def _lay_out(self) -> None:
        same = label(self.tr("same prompt at every step"), "small", tone=3)
        head = row(label(self.tr("Sample reply"), "heading"), same, None, self.change)
        self.setLayout(
            column(
                head,
                self.prompt,
                self.scrubber,
                self.now,
                self.before,
                self.waiting,
                gap=8,
                margins=(16, 12, 16, 14),
            )
        )
        self.before.set_voice(None)


class Said(QWidget):
    """A reply beside a bar: in the voice's colour, or quiet for the base."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: str | None = None
        self._at = label("", "caption", tone=2)
        self._text = label("", "reading", wrap=True)
        self.setLayout(column(self._at, self._text, gap=2, margins=(px(16), 0, 0, 0)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def set_voice(self, voice: str | None) -> None:
        self._voice = voice
        self._text.setProperty("tone", "1" if voice else "2")
        self._text.style().polish(self._text)
        self.update()

    def show_reply(self, at: str, text: str) -> None:
        self._at.setText(at)
        self._text.setText(text or self.tr("It said nothing."))
        self.setAccessibleName(f"{at}: {self._text.text()}")
        self.show()

    def text(self) -> str:
        return self._text.text()

    def at(self) -> str:
        return self._at.text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        ink = voice_colour(self._voice) if self._voice else colour("line_strong")
        painter = QPainter(self)
        painter.fillRect(0, 0, px(3), self.height(), ink)
        if self.hasFocus():
            painter.setPen(colour("focus"))
            painter.drawRect(self.rect().adjusted(px(8), 0, -1, -1))
