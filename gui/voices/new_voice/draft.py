"""What the owner has chosen so far for a new voice."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from adapters.voice.options import TrainingOptions
from engine.messages import PreviewNotes, Train


@dataclass(frozen=True)
class Draft:
    """Complete once it has a name, a colour and a folder."""

    name: str = ""
    colour: str = "rust"
    folder: Path | None = None
    options: TrainingOptions = field(default_factory=TrainingOptions)

    def with_folder(self, folder: Path) -> "Draft":
        """A folder gives its name to a voice that has none."""
        return replace(self, folder=folder, name=self.name or folder.name)

    def preview(self) -> PreviewNotes:
        assert self.folder is not None
        return PreviewNotes(str(self.folder), self.options)

    def train(self) -> Train:
        assert self.folder is not None
        return Train(str(self.folder), self.name.strip(), self.colour, self.options)
