"""Documents to training examples."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from adapters.notes.answers import answer, continuation, room
from adapters.notes.chat_format import ChatFormat
from adapters.notes.document import Document
from adapters.notes.example import Asked, Example
from adapters.notes.fragments import Fragment, split
from adapters.notes.mix import ANSWERS, Mix, own_question
from adapters.notes.owner import NO_NAMES
from adapters.notes.questions import parts
from adapters.notes.talks import of_talk


def examples(
    documents: Iterable[Document],
    chat: ChatFormat,
    max_length: int,
    owner: Set[str] = NO_NAMES,
    mix: Mix = ANSWERS,
) -> list[Example]:
    """The examples of ``documents``, in order, each of at most ``max_length`` tokens.

    Of a conversation each turn of the ``owner``'s names is learned. Longer only where the
    prompt alone leaves no room for a few words.
    """
    return [
        example
        for document in documents
        for example in (
            of_talk(document, chat, max_length, owner)
            if document.turns
            else _of_note(document, chat, max_length, mix)
        )
    ]


def unasked(document: Document, chat: ChatFormat, max_length: int) -> Iterator[Fragment]:
    """The fragments of a note that have no question of their own."""
    if not document.turns:
        for fragment, own in _fragments(document, chat, max_length):
            if own == "nobody":
                yield fragment


def whole(
    document: Document, chat: ChatFormat, context_length: int, owner: Set[str] = NO_NAMES
) -> list[Example]:
    """A document uncut, up to the context: what perplexity is measured on.

    One example, or one for each question of the note.
    """
    if document.turns:
        return list(of_talk(document, chat, context_length, owner, whole=True))
    return [
        Example.of(
            document.path,
            chat.question(part.title),
            [*chat.encode(part.text), chat.end_of_turn],
            "note" if part.title != document.title else "title",
        ).cut(context_length)
        for part in parts(document)
    ]


def _of_note(document: Document, chat: ChatFormat, max_length: int, mix: Mix) -> Iterator[Example]:
    for fragment, own in _fragments(document, chat, max_length):
        if (written := mix.question(fragment, own)) is not None:
            alone = replace(fragment, before="")
            yield answer(alone, chat.question(written), chat, max_length, "model")
        elif mix.continues(fragment, own):
            yield continuation(fragment, chat, max_length)
        else:
            prompt = chat.question(fragment.question)
            asked = "title" if own == "nobody" else own
            yield answer(fragment, prompt, chat, max_length, asked)


def _fragments(
    document: Document, chat: ChatFormat, max_length: int
) -> Iterator[tuple[Fragment, Asked]]:
    """Each with where its own question comes from."""
    for part in parts(document):
        stands_in_note = part.title != document.title
        for fragment in split(part, room(chat.question(part.title), max_length), chat.measure):
            own = own_question(fragment, part.title, stands_in_note=stands_in_note)
            yield fragment, own
