"""No role speaks for another, however the model cuts its text into pieces."""

import pytest

from engine.generation.name_stops import NameStops

NAMES = ("Tomas", "Старший помощник", "You")


def heard(text: str, size: int = 1) -> tuple[str, bool]:
    """What is shown of ``text`` when it comes in pieces of ``size`` letters."""
    stops = NameStops("Ines", NAMES)
    shown = "".join(stops.feed(text[at : at + size]) for at in range(0, len(text), size))
    return shown + stops.rest(), stops.stopped


@pytest.mark.parametrize("size", [1, 3, 100])
@pytest.mark.parametrize(
    ("text", "shown", "stopped"),
    [
        ("Stay here.", "Stay here.", False),
        ("Ines: Stay here.", "Stay here.", False),
        (" \n Stay here.", "Stay here.", False),
        ("\nTomas: I go.", "", True),
        ("**Ines:** Stay here.", "Stay here.", False),
        ("Stay here.\nTomas: No.", "Stay here.", True),
        ("Stay.\n\n**Tomas**: No.", "Stay.", True),
        ("Stay.\nInes: And you?", "Stay.", True),
        ("Tomas: I go.", "", True),
        ("Останься.\nстарший помощник: Нет.", "Останься.", True),
        ("Stay.\nTomas is out.", "Stay.\nTomas is out.", False),
        ("I told Tomas: stay.", "I told Tomas: stay.", False),
        ("A list:\n- Tomas\n- Ines", "A list:\n- Tomas\n- Ines", False),
        ("Stay.\nTom", "Stay.\nTom", False),
        ("Ines", "Ines", False),
        ("Ines: Tomas: no", "", True),
        ("Inessa: no name of mine", "Inessa: no name of mine", False),
    ],
)
def test_what_is_shown(text: str, shown: str, stopped: bool, size: int) -> None:
    assert heard(text, size) == (shown, stopped)


def test_what_may_become_a_name_is_held_back() -> None:
    stops = NameStops("Ines", NAMES)
    assert stops.feed("Stay.\nTom") == "Stay."
    assert stops.feed("orrow.") == "\nTomorrow."


def test_without_names_everything_passes() -> None:
    stops = NameStops("", ())
    assert stops.feed("\nTomas: x") == "\nTomas: x"
    assert stops.rest() == ""


@pytest.mark.parametrize("size", [1, 3, 100])
@pytest.mark.parametrize(
    ("text", "shown", "stopped"),
    [
        ("The boat.\nMine: The boat.", "The boat.", True),
        ("Stay.\n\n**Old Pilot**: No.", "Stay.", True),
        ("Останься.\nСтарый Пётр: Нет.", "Останься.", True),
        ("I need:\nrope: ten metres", "I need:\nrope: ten metres", False),
        (
            "Stay.\nThe boat is not yours: it is mine.",
            "Stay.\nThe boat is not yours: it is mine.",
            False,
        ),
        ("Stay.\nGo now", "Stay.\nGo now", False),
        ("Listen: stay.\nWe go at 9:30.", "Listen: stay.\nWe go at 9:30.", False),
    ],
)
def test_an_invented_speaker_ends_it_too(text: str, shown: str, stopped: bool, size: int) -> None:
    stops = NameStops("Ines", NAMES, cues=True)
    given = "".join(stops.feed(text[at : at + size]) for at in range(0, len(text), size))
    assert (given + stops.rest(), stops.stopped) == (shown, stopped)
    if stopped:
        plain = NameStops("Ines", NAMES)
        assert plain.feed(text) + plain.rest() == text
