"""Whether a regular expression finds something; one that never ends is ended."""

from pathlib import Path

from adapters.child_process import ChildLimitError, ChildProcess
from adapters.wording import Phrase, phrase

CHILD = Path(__file__).with_name("child.py")
SECONDS = 5.0  # the first answer waits for the process to start
LONGEST = 100_000  # characters of a turn, of which the last count


class PatternError(Exception):
    """The pattern is wrong, or goes beyond a limit; ``why`` says which."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(str(why))
        self.why = why


class Matcher:
    """The process; may be used from any thread, one search at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._child = ChildProcess(CHILD, seconds)
        self._bad: dict[str, Phrase] = {}  # so that the same harm is done once

    def __call__(self, pattern: str, text: str) -> bool:
        """Raises ``PatternError``, and again for each later search of the same pattern."""
        if pattern not in self._bad:
            found = self._searched(pattern, text[-LONGEST:])
            if isinstance(found, bool):
                return found
            self._bad[pattern] = found
        raise PatternError(self._bad[pattern])

    def close(self) -> None:
        self._child.close()

    def _searched(self, pattern: str, text: str) -> bool | Phrase:
        try:
            answer = self._child.ask({"pattern": pattern, "text": text})
        except ChildLimitError:
            answer = {"trouble": "time"}
        if "found" in answer:
            return bool(answer["found"])
        if answer.get("trouble") == "wrong":
            return phrase(
                "scene",
                "The pattern {pattern} is wrong: {reason}",
                pattern=pattern,
                reason=answer["reason"],
            )
        return phrase(
            "scene", "The pattern {pattern} takes too much time or memory.", pattern=pattern
        )


MATCHER = Matcher()  # patterns know nothing of each other: one process serves all
