"""An answer on the screen while it is being made."""

from adapters.wording import phrase
from engine.console.screen import Progress, complain, printable
from engine.messages import Answer, Piece, ReplyStarted, TurnsLeft, Update


class Stream:
    """Writes the pieces of an answer as they come, and knows what has come so far."""

    def __init__(self, *, aloud: bool) -> None:
        self._aloud = aloud
        self._progress = Progress()
        self.text = ""
        self.last: Piece | None = None
        self.seed: int | None = None

    def show(self, update: Update) -> None:
        match update:
            case Piece(text):
                self._progress.clear()
                self.last = update
                self._write(text)
            case ReplyStarted(_, seed):
                self.seed = seed
            case TurnsLeft(count):
                self._progress.clear()
                complain(
                    phrase(
                        "console",
                        "(the oldest {count} turns no longer fit and were left out)",
                        count=count,
                    )
                )
            case _:
                self._progress.show(update)

    def end(self, answer: Answer | None = None) -> None:
        """End the line, after what the pieces lacked of the whole answer."""
        self._progress.clear()
        if answer is not None and answer.text.startswith(self.text):
            self._write(answer.text[len(self.text) :])
        if self._aloud and self.text and not self.text.endswith("\n"):
            print(flush=True)

    def _write(self, text: str) -> None:
        self.text += text
        if self._aloud:
            print(printable(text), end="", flush=True)
