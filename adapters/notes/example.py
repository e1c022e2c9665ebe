"""What is learned from: tokens, some of which are only read."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Span = tuple[int, int]  # the first token, and the one after the last

# Where the question comes from that an example answers: the title of the note, one of its
# headings, a question that stands in it, the others of a conversation, or the model, which wrote
# one for the note. "nobody": it answers nothing and goes on as the owner would.
Asked = Literal["title", "heading", "note", "talk", "model", "nobody"]


@dataclass(frozen=True)
class Example:
    """One sequence. Only the tokens of its spans, which are in order, are learned."""

    document: str
    tokens: "array[int]"
    learned: tuple[Span, ...]
    asked: Asked = "title"

    @classmethod
    def of(
        cls, document: str, read: list[int], learned: list[int], asked: Asked = "title"
    ) -> "Example":
        """Something that is read, and what is learned to follow it."""
        whole = array("i", [*read, *learned])
        # What nothing stands before cannot be foretold.
        return cls(document, whole, ((max(1, len(read)), len(whole)),), asked)

    @property
    def trained(self) -> int:
        """How many tokens are learned."""
        return sum(end - start for start, end in self.learned)

    @property
    def read_only(self) -> int:
        return len(self.tokens) - self.trained

    @property
    def prompts(self) -> Iterator[tuple[int, ...]]:
        """What is read before each span, where that is a question."""
        spans = () if self.asked == "nobody" else self.learned
        return (tuple(self.tokens[:start]) for start, _ in spans)

    @property
    def texts(self) -> Iterator[list[int]]:
        """The tokens of each span."""
        return (self.tokens[start:end].tolist() for start, end in self.learned)

    def cut(self, length: int) -> "Example":
        """Its first ``length`` tokens."""
        spans = ((start, min(end, length)) for start, end in self.learned if start < length)
        return replace(self, tokens=self.tokens[:length], learned=tuple(spans))
