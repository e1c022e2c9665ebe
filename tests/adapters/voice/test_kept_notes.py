"""What a resumed run finds of its notes."""

from array import array
from pathlib import Path

from adapters.notes.example import Example
from adapters.voice import kept_notes
from adapters.voice.kept_notes import KeptNotes


def example(document: str, *tokens: int) -> Example:
    return Example(document, array("i", tokens), ((1, len(tokens)),))


def test_a_document_of_several_examples_counts_once(tmp_path: Path) -> None:
    talk = [example("talk", 1, 2), example("talk", 1, 2, 3)]
    notes = KeptNotes([example("a", 4, 5)], [*talk, example("b", 6, 7)], 1)
    assert notes.held_out_documents == 2
    kept_notes.write(notes, tmp_path)
    again = kept_notes.read(tmp_path)
    assert again is not None
    assert again.held_out_documents == 2
    assert [list(one.tokens) for one in again.held_out] == [[1, 2], [1, 2, 3], [6, 7]]


def test_what_is_learned_of_each_is_kept(tmp_path: Path) -> None:
    talk = Example("talk", array("i", range(9)), ((2, 4), (7, 9)))
    none = Example("none", array("i", [1, 2]), ())
    kept_notes.write(KeptNotes([talk, none, example("a", 1, 2, 3)], [talk], 3), tmp_path)
    again = kept_notes.read(tmp_path)
    assert again is not None
    assert [one.learned for one in again.learn] == [talk.learned, (), ((1, 3),)]
    assert again.held_out[0].learned == talk.learned
