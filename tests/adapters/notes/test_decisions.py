"""What becomes of each note, and that the owner has the last word."""

import random
from dataclasses import replace

import pytest

from adapters.catalog.records import NoteDecision, NoteUse
from adapters.catalog.vocabulary import words_in_order
from adapters.notes import duplicates, secrets
from adapters.notes.decisions import Decided, decide
from adapters.notes.document import Document
from adapters.notes.holdout import text_hash
from adapters.notes.index.rows import Note
from adapters.wording import phrase

PICTURE = phrase("notes", "a picture")


def prose(seed: int, words: int = 60) -> str:
    return " ".join(random.Random(seed).choices([f"word{n}" for n in range(400)], k=words))


def note(path: str, text: str) -> Note:
    found = secrets.find(text)
    return Note(
        id=hash(path),
        path=path,
        size=len(text),
        reason=None,
        letters=len(text.strip()),
        sha256=text_hash(Document(path, "", text, 0)),
        same=duplicates.same_text(text),
        signature=duplicates.signature(words_in_order(text)),
        secrets=tuple(secrets.shown(text, one) for one in found),
        mostly_secret=secrets.is_mostly_secret(text, found),
        speakers=frozenset(),
    )


def picture(path: str) -> Note:
    return Note(hash(path), path, 9, PICTURE, 0, "", "", None, (), False, frozenset())


def notes(count: int) -> list[Note]:
    return [note(f"{n}.md", prose(n)) for n in range(count)]


def by_path(found: list[Decided]) -> dict[str, Decided]:
    return {one.note.path: one for one in found}


def use_of(found: list[Decided], path: str) -> tuple[NoteUse, str]:
    one = by_path(found)[path]
    return one.use, str(one.reason or "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" \n\t\n", "empty"),
        ("Buy salt.", "too short, 9 characters"),
        ("mail password: hunter2\nbank password: k3yboard", "looks like passwords or keys"),
    ],
)
def test_what_a_note_says_itself(text: str, why: str) -> None:
    assert use_of(decide([note("a.md", text)], {}), "a.md") == ("skip", why)


def test_what_has_no_text_cannot_be_learned_whatever_the_owner_says() -> None:
    (one,) = decide([picture("a.jpg")], {"a.jpg": NoteDecision("learn")})
    assert (one.use, one.reason, one.usable) == ("skip", PICTURE, False)


def test_the_order_is_kept_and_a_tenth_is_held_out() -> None:
    found = decide([*notes(40), picture("x.jpg")], {})
    assert [one.note.path for one in found] == [*(f"{n}.md" for n in range(40)), "x.jpg"]
    assert sum(one.use == "held_out" for one in found) == 4
    assert not any(one.by_owner for one in found)


def test_of_equal_texts_the_one_with_the_shorter_name_is_learned() -> None:
    text = prose(1)
    found = decide([note("copy of a.md", text), note("a.md", f"{text.upper()}\n")], {})
    assert use_of(found, "a.md") == ("learn", "")
    assert use_of(found, "copy of a.md") == ("skip", "same text as a.md")


def test_of_nearly_equal_texts_the_longest_is_learned() -> None:
    text = prose(1, 100)
    found = decide([note("a.md", text), note("final.md", f"{text} and the end of it")], {})
    assert use_of(found, "final.md") == ("learn", "")
    assert use_of(found, "a.md") == ("skip", "nearly the same as final.md")


def test_the_ends_of_a_chain_are_both_learned_but_on_one_side() -> None:
    """Each is near to the next, but the last is not near to the first."""
    words = prose(1, 100).split()
    chain = []
    for step in range(12):
        words[step * 8] = f"new{step}"
        words[step * 8 + 3] = f"other{step}"
        chain.append(note(f"step{step:02}.md", " ".join(words)))
    found = by_path(decide([*chain, *notes(40)], {}))
    kept = [found[one.path] for one in chain if found[one.path].use != "skip"]
    assert len(kept) > 1
    assert len({one.use for one in kept}) == 1


def test_near_duplicates_never_straddle() -> None:
    for seed in range(20):
        pairs = []
        for n in range(30):
            text = prose(1000 * seed + n, 80)
            pairs += [note(f"{n}a.md", text), note(f"{n}b.md", text.replace("word1 ", "other "))]
        owner = {f"{n}b.md": NoteDecision("learn") for n in range(30)}  # both of each pair
        found = by_path(decide(pairs, owner))
        for n in range(30):
            assert {found[f"{n}a.md"].use, found[f"{n}b.md"].use} - {"skip"} == {"learn"}
        found = by_path(
            decide(pairs, {path: NoteDecision("held_out") for path in list(owner)[:9]})
        )
        for n in range(30):
            assert len({found[f"{n}a.md"].use, found[f"{n}b.md"].use} - {"skip"}) == 1


@pytest.mark.parametrize("use", ["learn", "held_out", "skip"])
def test_the_owner_has_the_last_word(use: NoteUse) -> None:
    for path in ("3.md", "short.md", "copy.md"):
        some = [*notes(20), note("short.md", "Buy salt."), note("copy.md", prose(5))]
        one = by_path(decide(some, {path: NoteDecision(use)}))[path]
        assert (one.use, one.reason, one.by_owner) == (use, None, True)
        assert one.proposed == by_path(decide(some, {}))[path].use


def test_a_decision_about_one_note_changes_no_other() -> None:
    some = [*notes(20), note("copy.md", prose(5))]
    before = by_path(decide(some, {}))
    after = by_path(decide(some, {"copy.md": NoteDecision("learn")}))
    assert after["copy.md"].use == "learn"
    assert after["5.md"].use == "learn"
    assert sum(after[path].use != before[path].use for path in before) <= 3


def test_where_the_original_is_left_out_its_copy_is_learned() -> None:
    some = [*notes(20), note("copy.md", prose(5))]
    assert use_of(decide(some, {"5.md": NoteDecision("skip")}), "copy.md") == ("learn", "")


def test_a_note_cannot_be_held_out_while_its_like_is_learned() -> None:
    owner = {"5.md": NoteDecision("learn"), "copy.md": NoteDecision("held_out")}
    found = decide([*notes(20), note("copy.md", prose(5))], owner)
    assert use_of(found, "copy.md") == ("skip", "nearly the same as 5.md, which is learned")
    assert use_of(found, "5.md") == ("learn", "")


def test_what_an_earlier_version_learned_is_not_held_out() -> None:
    some = notes(40)
    first = decide(some, {})
    earlier = {one.note.sha256: one.use for one in first}
    more = [*some, *(note(f"new{n}.md", prose(500 + n)) for n in range(40))]
    later = by_path(decide(more, {}, earlier=earlier))
    assert all(later[one.note.path].use == one.use for one in first)
    assert sum(one.use == "held_out" for one in later.values()) == 8


def test_the_choice_does_not_depend_on_names_and_order() -> None:
    some = notes(60)
    other = [note(f"x/{one.path}", prose(n)) for n, one in enumerate(some)]
    first = {one.note.sha256: one.use for one in decide(some, {})}
    assert {one.note.sha256: one.use for one in decide(list(reversed(other)), {})} == first


def test_of_a_conversation_the_owner_says_who_they_are() -> None:
    talk = replace(note("chat.txt", prose(1)), speakers=frozenset({"Anna", "Bo"}))
    assert use_of(decide([talk], {}), "chat.txt") == (
        "skip",
        "a conversation: say who you are in it",
    )
    assert use_of(decide([talk], {}, {"Cat"}), "chat.txt") == (
        "skip",
        "a conversation in which you say nothing",
    )
    assert use_of(decide([talk], {}, {"Bo"}), "chat.txt") == ("learn", "")


def test_no_notes_are_no_trouble() -> None:
    assert decide([], {}) == []
