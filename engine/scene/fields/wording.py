"""How the texts of a field become lines of the prompt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.language import Language

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_GAP = re.compile(r"\{(\w+)\}")
_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "»", '"')


@dataclass(frozen=True)
class Told:
    """To whom a scene is told: the language, and the role (its field's id) that will speak."""

    language: Language = "en"
    speaker: str | None = None


def fill(line: str, values: Mapping[str, str]) -> str:
    """A template with its gaps filled; "" where one of them is empty.

    What stands in square brackets is left out alone when a gap inside of it is empty.
    """

    def whole(part: str) -> bool:
        return all(values.get(gap, "") for gap in _GAP.findall(part))

    kept = _OPTIONAL.sub(lambda found: found[1] if whole(found[1]) else "", line)
    if not whole(kept):
        return ""
    return _GAP.sub(lambda found: values[found[1]], kept).strip()


def closed(text: str) -> str:
    """With a full stop where it ends without any mark."""
    text = text.strip()
    return text if not text or text.endswith(_ENDS) else text + "."


def quoted(lines: Sequence[str], language: Language) -> str:
    """Example lines in the language's quotation marks, one after another."""
    left, right = "«»" if language == "ru" else "“”"
    return " ".join(f"{left}{line.strip()}{right}" for line in lines if line.strip())
