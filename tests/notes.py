"""Notes for tests of training: small ones that are written here, and a real folder."""

import os
import shutil
from pathlib import Path

THINGS = ("frost", "roses", "letter", "garden", "voice", "kettle", "ladder", "bread")


def given() -> Path:
    """The folder that TIMBRE_NOTES names, else the notes that Timbre ships."""
    shipped = Path(__file__).parents[1] / "resources" / "notes"
    return Path(os.environ.get("TIMBRE_NOTES") or shipped)


def some_given(folder: Path, count: int = 40) -> Path:
    """The first of the given notes, copied to a folder of their own: a real run in minutes."""
    folder.mkdir()
    for note in sorted(given().rglob("*.md"))[:count]:
        shutil.copy(note, folder / f"{note.parent.name}-{note.name}")
    return folder


def write_notes(folder: Path, count: int = 20) -> Path:
    """Markdown of different lengths in two folders; a tenth of them will be held out."""
    for n in range(count):
        thing, other = THINGS[n % 8], THINGS[n % 5]
        path = folder / ("odd" if n % 2 else "even") / f"{n:02}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"The {thing} and the {other} of day {n}, as they were. " * (1 + n % 4)
        path.write_text(f"# Note {n} about {thing}\n\n{text}\n", encoding="utf-8")
    return folder


THEMES = {
    "garden": "roses frost compost seedlings beds pruning greenhouse soil",
    "boats": "sail rudder harbour anchor mast keel rigging tiller",
}


def write_themes(folder: Path) -> Path:
    """Enough notes for themes: three about a garden for each one about boats."""
    folder.mkdir(parents=True)
    for n in range(72):
        theme = "boats" if n % 4 == 0 else "garden"
        words = THEMES[theme].split()
        text = " ".join(words[(n * step) % 8] for step in (1, 3, 5, 7))
        (folder / f"{n:02}.md").write_text(f"# {n}\n\nOn the {n}. it was {text}.\n", "utf-8")
    return folder
