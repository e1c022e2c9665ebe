"""Fragments to training examples: tokens, and from where on they are learned."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from adapters.notes.chat_format import ChatFormat
from adapters.notes.document import Document
from adapters.notes.fragments import Fragment, split

_LEAST_ROOM = 16  # tokens of the owner's text, however long the instruction is


@dataclass(frozen=True)
class Example:
    """One sequence. Tokens before ``trained_from`` are only read."""

    document: str
    tokens: "array[int]"
    trained_from: int

    @property
    def trained(self) -> int:
        """How many tokens are learned."""
        return len(self.tokens) - self.trained_from


def examples(documents: Iterable[Document], chat: ChatFormat, max_length: int) -> list[Example]:
    """The examples of ``documents``, in order, each of at most ``max_length`` tokens.

    Longer only where the prompt alone leaves no room for a few words.
    """
    return [
        _example(fragment, chat, max_length)
        for document in documents
        for fragment in split(document, _room(document, chat, max_length), chat.measure)
    ]


def whole(document: Document, chat: ChatFormat, context_length: int) -> Example:
    """A document uncut, up to the context: what perplexity is measured on."""
    fragment = Fragment(document.path, document.title, "", document.text, True)
    example = _example(fragment, chat, context_length)
    return Example(document.path, example.tokens[:context_length], example.trained_from)


def _example(fragment: Fragment, chat: ChatFormat, max_length: int) -> Example:
    prompt = chat.prompt(fragment.question)
    learned = chat.encode(fragment.text)
    if fragment.complete:
        learned.append(chat.end_of_turn)
    # What is read again gives way first: a heading made this prompt longer than the room knew.
    free = max(0, max_length - len(prompt) - len(learned))
    before = chat.encode(fragment.before)
    read_only = prompt + before[max(0, len(before) - free) :]
    return Example(fragment.document, array("i", [*read_only, *learned]), len(read_only))


def _room(document: Document, chat: ChatFormat, max_length: int) -> int:
    """What is left for the owner's text beside the prompt and the end of the turn."""
    return max(_LEAST_ROOM, max_length - len(chat.prompt(document.title)) - 1)
