"""Who can be compared: the model itself, the voices that fit it, and versions of the voice."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Choice:
    """``voice`` None: the model itself; ``version`` None: the current one."""

    name: str
    voice: int | None = None
    version: int | None = None
    colour: str | None = None


def choices(catalog: Catalog, voice: int) -> list[Choice]:
    """The model first, then this voice, its other versions, and all that fit the same model."""
    this = voices.get(catalog, voice)
    others = [one for one in voices.everything(catalog) if _fits(one, this)]
    older = translate("Compare", "{name}, version {number}")
    versions = [one for one in voices.versions(catalog, voice) if one.id != this.version.id]
    return [
        Choice(translate("Compare", "No voice, the model itself")),
        Choice(this.name, this.id, None, this.colour),
        *(
            Choice(older.format(name=this.name, number=one.number), this.id, one.id, this.colour)
            for one in versions
        ),
        *(Choice(one.name, one.id, None, one.colour) for one in others),
    ]


def _fits(other: Voice, this: Voice) -> bool:
    return other.id != this.id and other.model_fingerprint == this.model_fingerprint
