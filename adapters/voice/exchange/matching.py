"""Which base on this machine an adapter from elsewhere belongs to, and what was assumed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from adapters.voice.exchange.base import Base
from adapters.voice.exchange.told import Told
from adapters.wording import Phrase, phrase


@dataclass(frozen=True)
class Match:
    """``base`` None: it belongs to none that is here. ``assumed`` is what the owner is told."""

    base: Base | None
    assumed: Phrase | None = None


def match(told: Told, bases: Iterable[Base], fits: Callable[[Base], bool]) -> Match:
    """By fingerprint where a base here has it, else by shapes and name, else by shapes alone.

    Shapes alone do not outweigh the fingerprint of another base.
    """
    fitting: list[Base] = []
    for base in bases:
        if told.fingerprint and base.fingerprint == told.fingerprint:
            return Match(base) if fits(base) else Match(None, _false(base))
        if fits(base):
            fitting.append(base)
    named = [base for base in fitting if same_name(base.name, told.base_name)]
    if named:
        return Match(named[0], _by_name(told, named[0]))
    if fitting and not told.fingerprint:
        return Match(fitting[0], _by_shapes(told, fitting[0]))
    return Match(None, _elsewhere(told))


def same_name(one: str, other: str) -> bool:
    """Whether two names of models mean one, with or without the owner's name before it."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.rpartition("/")[2].casefold() if letter.isalnum())


def _by_name(told: Told, base: Base) -> Phrase:
    return phrase(
        "exchange",
        "It was made for “{made_for}”; name and shapes fit “{base}”, so that was assumed.",
        made_for=told.base_name,
        base=base.name,
    )


def _by_shapes(told: Told, base: Base) -> Phrase:
    if not told.base_name:
        return phrase(
            "exchange",
            "It does not say which model it was made for; its shapes fit “{base}”.",
            base=base.name,
        )
    return phrase(
        "exchange",
        "It was made for “{made_for}”; its shapes fit “{base}”.",
        made_for=told.base_name,
        base=base.name,
    )


def _elsewhere(told: Told) -> Phrase:
    if not told.base_name:
        return phrase("exchange", "Its layers fit none of your models.")
    return phrase(
        "exchange",
        "It was made for “{made_for}”, which is none of your models.",
        made_for=told.base_name,
    )


def _false(base: Base) -> Phrase:
    return phrase(
        "exchange", "It says that it was made for “{base}”, and does not fit it.", base=base.name
    )
