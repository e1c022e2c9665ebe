"""Rendering a chat template in a process apart, within limits of time, memory and length.

Jinja's sandbox keeps a template from files and from Python's insides; it does not keep it
from looping for ever or from building a text of gigabytes.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from adapters.child_process import ChildLimitError, ChildProcess
from adapters.errors import UserError
from adapters.wording import Phrase, phrase

CHILD = Path(__file__).with_name("child.py")
SECONDS = 10.0  # an honest template takes milliseconds; a busy machine may be slow to start one
ROOM = 2_000_000  # characters that a template may add to those of the messages


class TemplateRefusedError(Exception):
    """The template itself says that it does not take these messages; its words say why."""


class Renderer:
    """The process; may be used from any thread, one text is rendered at a time."""

    def __init__(self, seconds: float = SECONDS, room: int = ROOM) -> None:
        self._child = ChildProcess(CHILD, seconds)
        self._room = room

    def render(
        self,
        template: str,
        messages: Sequence[Mapping[str, str]],
        opening: bool,
        special_tokens: Mapping[str, Any],
    ) -> str:
        """The text; with ``opening`` up to where the assistant's reply begins.

        Raises ``TemplateRefusedError`` for what the template refuses and ``UserError`` when it
        goes beyond a limit.
        """
        asked = {
            "template": template,
            "messages": messages,
            "opening": opening,
            "special_tokens": special_tokens,
            "longest": self._room + 10 * sum(len(m["content"]) for m in messages),
        }
        try:
            answer = self._child.ask(asked)
        except ChildLimitError as error:
            raise _beyond(error.limit) from error
        if "text" in answer:
            return str(answer["text"])
        if "refusal" in answer:
            raise TemplateRefusedError(answer["refusal"])
        raise _beyond(answer["limit"])

    def start(self) -> None:
        """Start the process ahead of need; it gets ready while the caller goes on."""
        self._child.start()

    def close(self) -> None:
        self._child.close()


def _beyond(limit: str) -> UserError:
    reasons: dict[str, Phrase] = {
        "time": phrase("errors", "It does not come to an end in time."),
        "memory": phrase("errors", "It asks for too much memory."),
        "crash": phrase("errors", "The process in which it runs has ended."),
        "length": phrase("errors", "It writes far more than the conversation holds."),
    }
    return UserError(
        phrase("errors", "The model's chat template is refused."),
        reasons[limit],
        phrase("errors", "Choose another model, or a copy of it from its maker."),
    )


RENDERER = Renderer()  # templates know nothing of each other: one process serves all
