"""What the rows of a form are given, and how they write into the document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from adapters.catalog.records import Blend, Voice
from engine.scene import edit
from engine.scene.model import Field, find
from gui.scenes.document import SceneDocument
from gui.scenes.looks import Colours

Speakers = Callable[[], Sequence[Voice | Blend]]


@dataclass
class Hand:
    """The field ``id`` of the document, as a form changes it; a form can be given another."""

    document: SceneDocument
    id: str
    speakers: Speakers
    colours: Callable[[], Colours]

    def field(self) -> Field:
        found = find(self.document.scene, self.id)
        assert found is not None, "a form outlives its field only until the next event"
        return found

    def set(self, step: str, merge: str = "", **values: Any) -> None:
        """Attributes of the field or of its data; ``merge`` names what is typed on and on."""
        name = f"{merge} of {self.id}" if merge else ""
        self.document.do(step, lambda scene: edit.change(scene, self.id, **values), name)

    def set_when(self, step: str, merge: str = "", **values: Any) -> None:
        self.set(step, merge, when=replace(self.field().when, **values))


class Row(QWidget):
    """A part of a form; ``refresh`` shows what the field has become, and changes nothing."""

    def refresh(self, field: Field) -> None:
        raise NotImplementedError
