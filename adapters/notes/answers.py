"""A fragment as what a voice learns to say: an answer to a prompt, or a text that goes on."""

from adapters.notes.chat_format import ChatFormat
from adapters.notes.example import Asked, Example
from adapters.notes.fragments import Fragment

LEAST_ROOM = 16  # tokens of the owner's text, however long the instruction is


def room(prompt: list[int], max_length: int) -> int:
    """What is left for the owner's text beside the prompt and the end of the turn."""
    return max(LEAST_ROOM, max_length - len(prompt) - 1)


def answer(
    fragment: Fragment,
    prompt: list[int],
    chat: ChatFormat,
    max_length: int,
    asked: Asked = "title",
) -> Example:
    """What the same answer said before is read, as far as there is room for it."""
    learned = chat.encode(fragment.text)
    if fragment.complete:
        learned.append(chat.end_of_turn)
    return _after(fragment, prompt, learned, chat, max_length, asked)


def continuation(fragment: Fragment, chat: ChatFormat, max_length: int) -> Example:
    """The text alone, without instruction and turns, after what the note said before."""
    learned = chat.encode(fragment.text)
    return _after(fragment, list(chat.opening), learned, chat, max_length, "nobody")


def _after(
    fragment: Fragment,
    prompt: list[int],
    learned: list[int],
    chat: ChatFormat,
    max_length: int,
    asked: Asked,
) -> Example:
    # What is read again gives way first: a heading made this prompt longer than the room knew.
    free = max(0, max_length - len(prompt) - len(learned))
    before = chat.encode(fragment.before)
    read = prompt + before[max(0, len(before) - free) :]
    return Example.of(fragment.document, read, learned, asked)
