"""What an adapter from elsewhere says of itself; nothing of it is believed unchecked."""

from dataclasses import dataclass

# As Timbre writes them: into the metadata of a safetensors file, and of a GGUF file.
FINGERPRINT = "timbre.base_fingerprint"
BASE = "timbre.base_name"
NAME = "timbre.voice_name"
LONGEST = 120  # letters of a name


@dataclass(frozen=True)
class Told:
    """Each may be empty. ``name`` is the voice's own."""

    name: str = ""
    base_name: str = ""
    fingerprint: str = ""

    def as_metadata(self) -> dict[str, str]:
        """To be kept beside the tensors."""
        return {NAME: self.name, BASE: self.base_name, FINGERPRINT: self.fingerprint}


def from_metadata(values: dict[str, object], name: str = "", base_name: str = "") -> Told:
    """What ``as_metadata`` has written; ``name`` and ``base_name`` stand in where it says none."""
    return Told(
        one_line(values.get(NAME)) or one_line(name),
        one_line(values.get(BASE)) or one_line(base_name),
        _fingerprint(values.get(FINGERPRINT)),
    )


def one_line(value: object) -> str:
    """A name as it may be shown: one line of bounded length, without control characters."""
    if not isinstance(value, str):
        return ""
    plain = "".join(letter if letter.isprintable() else " " for letter in value[: 4 * LONGEST])
    return " ".join(plain.split())[:LONGEST].strip()


def _fingerprint(value: object) -> str:
    """SHA-256 in hexadecimal, or nothing."""
    sound = isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")
    return str(value) if sound else ""
