"""Small notes for tests of training."""

from pathlib import Path

THINGS = ("frost", "roses", "letter", "garden", "voice", "kettle", "ladder", "bread")


def write_notes(folder: Path, count: int = 20) -> Path:
    """Markdown of different lengths in two folders; a tenth of them will be held out."""
    for n in range(count):
        thing, other = THINGS[n % 8], THINGS[n % 5]
        path = folder / ("odd" if n % 2 else "even") / f"{n:02}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"The {thing} and the {other} of day {n}, as they were. " * (1 + n % 4)
        path.write_text(f"# Note {n} about {thing}\n\n{text}\n", encoding="utf-8")
    return folder
