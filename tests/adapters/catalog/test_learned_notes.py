"""What each version of a voice did with the notes, and what that means for the next one."""

from collections.abc import Callable

from adapters.catalog import learned_notes, voices
from adapters.catalog.database import Catalog
from adapters.catalog.learned_notes import Changes
from adapters.catalog.records import LearnedNote, Voice

AddVoice = Callable[..., Voice]


def learned(**notes: str) -> list[LearnedNote]:
    """``path="hash"``, and ``path="hash!"`` for one that is held out."""
    return [
        LearnedNote(path, text.rstrip("!"), "held_out" if text.endswith("!") else "learn")
        for path, text in notes.items()
    ]


def test_what_is_known_follows_the_line_of_versions(catalog: Catalog, add_voice: AddVoice) -> None:
    first = add_voice("Anna", path="1", learned=learned(a="A", b="B", c="C!")).version
    voice = first.voice
    more = learned(a="A", b="B2", c="C!", d="D", e="E!")
    second = add_voice("Anna", path="2", voice=voice, parent=first.id, learned=more).version
    other = learned(a="A", f="F", c="C3!")
    third = add_voice("Anna", path="3", voice=voice, parent=first.id, learned=other).version
    after_second = learned_notes.earlier(catalog, second.id)
    assert after_second.learned == {"A", "B", "B2", "D"}
    assert learned_notes.earlier(catalog, third.id).learned == {"A", "B", "F"}
    for version in (first, second, third):  # whichever is gone on from
        known = learned_notes.earlier(catalog, version.id)
        assert known.taught == {"A", "B", "B2", "D", "F"}
        assert known.held_out == {"C", "E", "C3"}
        assert known.held_out_paths == {"c", "e"}


def test_what_has_changed_between_two_versions(catalog: Catalog, add_voice: AddVoice) -> None:
    first = add_voice("Anna", path="1", learned=learned(a="A", b="B", c="C!")).version
    more = learned(a="A", b="B2", d="D", e="E!")
    second = add_voice("Anna", path="2", voice=first.voice, parent=first.id, learned=more).version
    assert learned_notes.changes(catalog, second.id, first.id) == Changes(2, 1, 1)
    assert [note.path for note in learned_notes.of_version(catalog, second.id)] == list("abde")


def test_rolling_back_keeps_every_version(catalog: Catalog, add_voice: AddVoice) -> None:
    first = add_voice("Anna", path="1", bytes=10).version
    second = add_voice("Anna", path="2", bytes=20, voice=first.voice, parent=first.id)
    assert (second.version.number, second.version.parent) == (2, first.id)
    back = voices.make_current(catalog, first.id)
    assert back.version == first
    assert [each.number for each in voices.versions(catalog, first.voice)] == [2, 1]
    assert [voice.id for voice in voices.everything(catalog, "size")] == [first.voice]
    assert voices.make_current(catalog, second.version.id) == second
