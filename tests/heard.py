"""What a service says, remembered; and an error to say."""

import threading
from collections.abc import Callable

from adapters.errors import UserError
from adapters.wording import phrase
from engine.messages import Event


class Heard:
    """An ``emit`` that remembers; ``wait_for`` blocks until an event fits (or fails)."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._more = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._more:
            self.events.append(event)
            self._more.notify_all()

    def wait_for(self, fits: Callable[[Event], bool], timeout: float = 60.0) -> Event:
        """The first event that fits, past ones included."""
        with self._more:
            found = self._more.wait_for(lambda: [e for e in self.events if fits(e)], timeout)
        if not found:
            raise AssertionError(f"no such event, the last ones: {self.events[-20:]}")
        return found[0]

    def of(self, kind: type[Event]) -> list[Event]:
        with self._more:
            return [event for event in self.events if isinstance(event, kind)]


def user_error() -> UserError:
    """An error that the owner can understand, for tests of how it is shown."""
    return UserError(
        phrase("errors", "The file could not be read."),
        phrase("errors", "It is gone."),
        phrase("errors", "Choose another one."),
    )
