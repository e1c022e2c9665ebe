"""Sentences for the owner that are written below the window and translated in it.

``engine`` and ``adapters`` know no Qt, yet their errors are shown in the owner's
language. So they carry the English sentence and its values apart; the window
looks the sentence up and fills it in. ``lupdate`` collects every call of
``phrase`` as if it were ``translate``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
