"""A small corpus: Mara asks, Jon answers, in as many scenes as a test wants."""

import json
from pathlib import Path

THINGS = ("kettle", "ladder", "boat", "clock", "stove", "harp", "fence", "bridge", "lamp", "well")


def scene(number: int, lines: int = 4) -> dict[str, object]:
    """A scene's file: two roles, and what they say as example dialogue."""
    thing = THINGS[number % len(THINGS)]
    talk = []
    for turn in range(lines):
        talk.append(f"Mara: Where did you put the {thing} number {number}, part {turn}?")
        talk.append(f"Jon: Behind the {thing} shed, friend, as {turn} times before {number}.")
    return {
        "format": "timbre-scene",
        "version": 1,
        "title": f"The {thing}",
        "fields": [
            {"id": "place", "type": "setting", "title": f"A yard with a {thing}"},
            {"id": "mara", "type": "role", "title": "Mara", "who": "Asks."},
            {
                "id": "jon",
                "type": "role",
                "title": "Jon",
                "lines": ["I mend things.", talk[1].removeprefix("Jon: ")],
            },
            {"id": "talk", "type": "example", "text": "\n".join(talk)},
        ],
    }


def write_scenes(folder: Path, count: int, lines: int = 4) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = json.dumps(scene(number, lines))
        (folder / f"{number:02}.json").write_text(text, "utf-8")
    return folder
