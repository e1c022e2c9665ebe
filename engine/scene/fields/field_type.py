"""What the program must know of a type of fields; a new type is one more file beside this one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from adapters.wording import Phrase
from engine.language import Language
from engine.scene.fields.wording import Told
from engine.scene.model import Field, FieldData

Values = Mapping[str, str]  # what fills the gaps of the wording
Problems = tuple[Phrase, ...]


def texts_of(field: Field, told: Told) -> Values:
    """The title and every text of the data under its own name."""
    del told
    named = {f.name: getattr(field.data, f.name) for f in fields(field.data)}  # type: ignore[arg-type]
    return {"title": field.title} | {k: v for k, v in named.items() if isinstance(v, str)}


def whole_text(field: Field) -> str:
    """Title and all texts of the data, to be compared with what was said."""
    values = [getattr(field.data, f.name) for f in fields(field.data)]  # type: ignore[arg-type]
    texts = [v for v in values if isinstance(v, str)]
    lists = [line for v in values if isinstance(v, tuple) for line in v]
    return "\n".join(text for text in (field.title, *texts, *lists) if text)


def nothing(field: Field) -> Problems:
    """For a type that asks for no more than its data already does."""
    del field
    return ()


@dataclass(frozen=True)
class FieldType:
    """A type's name in files, its data, its label for the owner, and how it is worded.

    ``words`` gives the lines of a field in each language, by the rules of ``wording.fill``.
    ``variant`` chooses another set of lines, named like "speaker", for one field.
    """

    data: type[FieldData]
    label: Phrase
    words: Mapping[Language, tuple[str, ...]]
    values: Callable[[Field, Told], Values] = texts_of
    variants: Mapping[str, Mapping[Language, tuple[str, ...]]] | None = None
    variant: Callable[[Field, Told], str] | None = None
    problems: Callable[[Field], Problems] = nothing

    @property
    def name(self) -> str:
        return self.data.type

    def lines(self, field: Field, told: Told) -> tuple[str, ...]:
        """The templates for this field."""
        chosen = self.variant(field, told) if self.variant else ""
        return (self.variants or {}).get(chosen, self.words)[told.language]
