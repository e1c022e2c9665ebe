"""What the owner has set: each setting is declared once, with its type, default and meaning.

Settings that belong to the data (the last voice, the default instruction) are kept in the
catalog instead.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from adapters.wording import Phrase, phrase
from engine.generation.drawing import DRAWN, Drawing
from engine.messages import Sampling


class Settings(BaseModel):
    """Values check themselves when they are set; a wrong one raises ``ValidationError``.

    Keys of a later version are kept and written back. ``notices`` says what could not be read.
    """

    model_config = ConfigDict(extra="allow", validate_assignment=True)

    theme: Annotated[
        Literal["system", "light", "dark"], Field(description="Which colours the window has.")
    ] = "system"
    language: Annotated[
        Literal["system", "en", "ru"], Field(description="The language of the window.")
    ] = "system"
    text_size: Annotated[
        int, Field(ge=90, le=150, description="The size of text and rows, in per cent.")
    ] = 100
    reduced_motion: Annotated[bool, Field(description="Nothing slides or fades.")] = False
    advised: Annotated[
        bool, Field(description="Words are drawn as the makers of the model advise.")
    ] = True
    temperature: Annotated[
        float, Field(ge=0.0, le=2.0, description="How freely words are chosen; 0 is not at all.")
    ] = Drawing.temperature
    top_p: Annotated[
        float, Field(gt=0.0, le=1.0, description="The share of likely words to choose from.")
    ] = Drawing.top_p
    top_k: Annotated[
        int, Field(ge=0, le=1000, description="The most words to choose from; 0 is no limit.")
    ] = Drawing.top_k
    min_p: Annotated[
        float, Field(ge=0.0, le=1.0, description="The least chance, against the likeliest word.")
    ] = Drawing.min_p
    repetition_penalty: Annotated[
        float, Field(ge=1.0, le=2.0, description="How much words already said are avoided.")
    ] = Drawing.repetition_penalty
    max_tokens: Annotated[
        int, Field(ge=1, le=32768, description="The longest reply, in tokens.")
    ] = Sampling.max_tokens
    seed: Annotated[
        int, Field(ge=0, le=999_999_999, description="Makes a reply repeatable; 0 draws one.")
    ] = 0
    model_folders: Annotated[
        list[str], Field(description="Folders beside the usual ones in which models lie.")
    ] = []

    _notices: list[Phrase] = PrivateAttr(default_factory=list)

    @property
    def notices(self) -> list[Phrase]:
        return self._notices

    @property
    def sampling(self) -> Sampling:
        """How replies are drawn unless a conversation says otherwise."""
        own = {} if self.advised else {name: getattr(self, name) for name in DRAWN}
        return Sampling(**own, max_tokens=self.max_tokens, seed=self.seed or None)

    @classmethod
    def load(cls, path: Path) -> "Settings":
        """Read ``path``; a missing file gives the defaults.

        So does one that the system does not let us read; a file that is no settings at all
        is set aside; a single value that makes no sense is replaced by its default.
        ``notices`` says so.
        """
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(stored, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return cls()
        except OSError as error:
            return cls._unread(path, error)
        except (ValueError, RecursionError):
            return cls._set_aside(path)
        return cls._of(stored)

    def save(self, path: Path) -> None:
        """Replace the file as a whole, or leave the old one. Raises ``OSError``."""
        partial = path.with_name(path.name + ".partial")
        with partial.open("w", encoding="utf-8") as file:
            file.write(json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)

    @classmethod
    def _of(cls, stored: dict[str, Any]) -> "Settings":
        try:
            return cls(**stored)
        except ValidationError as error:
            wrong = {str(fault["loc"][0]) for fault in error.errors()}
            settings = cls(**{key: stored[key] for key in stored.keys() - wrong})
            settings._notices += [
                phrase("errors", "The setting “{name}” was not understood and was reset.", name=n)
                for n in sorted(wrong)
            ]
            return settings

    @classmethod
    def _set_aside(cls, path: Path) -> "Settings":
        aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}")
        try:
            path.rename(aside)
        except OSError as error:
            return cls._unread(path, error)
        return cls._reset(
            phrase(
                "errors",
                "The settings could not be read and were reset. The old file is {path}.",
                path=str(aside),
            )
        )

    @classmethod
    def _unread(cls, path: Path, error: OSError) -> "Settings":
        """The file stays where it is: it may be all right, only not ours to read."""
        return cls._reset(
            phrase(
                "errors",
                "The settings in {path} could not be read, so the usual ones hold: {reason}",
                path=str(path),
                reason=error.strerror or str(error),
            )
        )

    @classmethod
    def _reset(cls, notice: Phrase) -> "Settings":
        settings = cls()
        settings._notices.append(notice)
        return settings
