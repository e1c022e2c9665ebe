"""Passwords, keys and card numbers inside of notes: found, and masked in what is learned.

A voice may say again what it has learned, so what must stay secret is not learned. Where in
doubt a place is left alone: a mask in the middle of ordinary prose would be learned, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from adapters.notes import secret_numbers, secret_words
from adapters.notes.document import Document, Turn

MASK = "[•••]"  # one and the same for all, so that nothing can be learned from it
_LABEL = 24  # characters that a list spends on saying what each of its secrets is for
_MOST = 0.5  # of a note's characters, from where on it is such a list

Kind = Literal["password", "private key", "key", "card number", "bank account"]


@dataclass(frozen=True)
class Secret:
    """A place in a text, from ``start`` up to ``end``."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Masked:
    """What was hidden, in a form that can be shown: ``form`` gives away too little to use."""

    kind: Kind
    form: str


def find(text: str) -> list[Secret]:
    """The secrets in ``text``, in order; none overlaps another."""
    found: list[Secret] = []
    for secret in sorted(_all(text), key=lambda one: (one.start, -one.end)):
        if not found or secret.start >= found[-1].end:
            found.append(secret)
    return found


def shown(text: str, secret: Secret) -> Masked:
    """Its kind and a few of its letters, by which the owner knows which one it is."""
    value = text[secret.start : secret.end]
    if secret.kind == "private key":
        return Masked(secret.kind, "…")
    if secret.kind in ("card number", "bank account"):
        return Masked(secret.kind, "…" + value.replace(" ", "")[-4:])
    return Masked(secret.kind, value[: 4 if len(value) >= 16 else 1] + "…")


def is_mostly_secret(text: str, secrets: list[Secret]) -> bool:
    """Whether a note is a list of secrets rather than prose in which there is one."""
    held = sum(secret.end - secret.start + _LABEL for secret in secrets)
    return bool(secrets) and held >= _MOST * len(text.strip())


def masked(text: str) -> str:
    """The text with a mask in the place of each secret."""
    pieces: list[str] = []
    at = 0
    for secret in find(text):
        pieces += [text[at : secret.start], MASK]
        at = secret.end
    return "".join([*pieces, text[at:]])


def without_secrets(document: Document) -> Document:
    """The document as it is learned."""
    turns = tuple(Turn(turn.speaker, masked(turn.text)) for turn in document.turns)
    return replace(document, text=masked(document.text), turns=turns)


def _all(text: str) -> Iterator[Secret]:
    for kind, start, end in (*secret_words.places(text), *secret_numbers.places(text)):
        yield Secret(kind, start, end)
