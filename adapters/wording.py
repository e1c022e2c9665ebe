"""Sentences for the owner that are written below the window and translated in it.

``engine`` and ``adapters`` know no Qt, yet their errors are shown in the owner's
language. So they carry the English sentence and its values apart; the window
looks the sentence up and fills it in. ``lupdate`` collects every call of
``phrase`` as if it were ``translate``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Phrase:
    """A sentence in English with named gaps, and what goes into them."""

    context: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(dict(self.values))


def phrase(context: str, template: str, **values: object) -> Phrase:
    """Make a ``Phrase``; both texts must be literals, or the translators never see them."""
    return Phrase(context, template, values)


def as_text(sentence: Phrase) -> str:
    """A phrase as JSON, to be kept for another day and perhaps another language."""
    return json.dumps(_plain(sentence), ensure_ascii=False)


def from_text(text: str) -> Phrase:
    """What ``as_text`` has written; any other text is a sentence as it stands."""
    try:
        found = _made(json.loads(text))
    except (ValueError, KeyError, TypeError, RecursionError):
        found = None
    return found if isinstance(found, Phrase) else Phrase("", "{text}", {"text": text})


def _plain(value: object) -> object:
    if isinstance(value, Phrase):
        values = {name: _plain(part) for name, part in value.values.items()}
        return {"context": value.context, "template": value.template, "values": values}
    return value if isinstance(value, str | int | float) else str(value)


def _made(value: Any) -> object:
    if not isinstance(value, dict):
        return value
    values = {str(name): _made(part) for name, part in value["values"].items()}
    return Phrase(str(value["context"]), str(value["template"]), values)
