"""What the owner has chosen so far for a new voice."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from adapters.voice.options import TrainingOptions
from engine.messages import PreviewNotes, ShowExamples, Train


@dataclass(frozen=True)
class Draft:
    """Complete once it has a name, a colour and a folder."""

    name: str = ""
    colour: str = "rust"
    folder: Path | None = None
    options: TrainingOptions = field(default_factory=TrainingOptions)
    prompt: str = ""  # asked while it learns; empty: what the notes suggest

    def with_folder(self, folder: Path) -> "Draft":
        """A folder, or an archive, gives its name to a voice that has none."""
        return replace(self, folder=folder, name=self.name or folder.name.removesuffix(".zip"))

    @property
    def is_default(self) -> bool:
        """Whether no setting of the training was turned."""
        return self.options == TrainingOptions()

    def preview(self) -> PreviewNotes:
        assert self.folder is not None
        return PreviewNotes(str(self.folder), self.options)

    def examples(self, path: str) -> ShowExamples:
        """Ask for what would be learned of one note."""
        assert self.folder is not None
        return ShowExamples(str(self.folder), path, self.options)

    def train(self) -> Train:
        assert self.folder is not None
        return Train(str(self.folder), self.name.strip(), self.colour, self.options, self.prompt)


@dataclass(frozen=True)
class Unfinished:
    """A new voice that the owner is still describing, and the step that is shown."""

    draft: Draft
    step: int
