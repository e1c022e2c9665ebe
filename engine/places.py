"""Where things lie on disk. Made once in main.py and passed in; nothing asks for it globally."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The owner's data folder, and the cache that all data folders share."""

    data: Path
    cache: Path

    @property
    def catalog(self) -> Path:
        return self.data / "catalog.sqlite"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def voices(self) -> Path:
        """One folder per voice version: adapter_model.safetensors and adapter_config.json."""
        return self.data / "voices"

    @property
    def stray_voices(self) -> Path:
        """Folders of voices that the catalog did not know, kept for the owner."""
        return self.data / "voices-put-aside"

    @property
    def checkpoints(self) -> Path:
        """One folder per run."""
        return self.data / "checkpoints"

    @property
    def notes_index(self) -> Path:
        """What was read from the folders of notes; it can be made again."""
        return self.data / "notes-index.sqlite"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        return self.data / "timbre.log"

    @property
    def lock(self) -> Path:
        return self.data / "timbre.lock"

    @property
    def models(self) -> Path:
        """NF4 folders made from the owner's models; each can be made again."""
        return self.cache / "models"

    @property
    def downloads(self) -> Path:
        """Models from the hub, one folder each; those under way end with ".partial"."""
        return self.cache / "downloads"

    @property
    def starter_gguf(self) -> Path:
        return self.cache / "starter" / "SmolLM2-135M-Instruct.Q4_1.gguf"

    @property
    def starter_nf4(self) -> Path:
        return self.cache / "starter" / "nf4"
