"""Places of many fields are written at once, and what did not move is shared."""

from engine.scene.model import find
from engine.scene.placing import placed
from tests.engine.scene.samples import HARBOUR


def test_places_are_written_at_any_depth_and_the_rest_is_shared() -> None:
    after = placed(HARBOUR, {"letter": (4, 8), "ines": (0, 0), "nobody": (1, 1)})
    letter, ines = find(after, "letter"), find(after, "ines")
    assert letter is not None
    assert ines is not None
    assert (letter.place, ines.place) == ((4, 8), (0, 0))
    assert find(after, "tomas") is find(HARBOUR, "tomas")
    assert after.links is HARBOUR.links


def test_nothing_moved_is_the_same_scene() -> None:
    assert placed(HARBOUR, {}) is HARBOUR
    once = placed(HARBOUR, {"goal": (12, 16)})
    assert placed(once, {"goal": (12, 16)}) is once
