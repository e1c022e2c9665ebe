"""The owner's decisions about notes are kept by folder and path."""

from adapters.catalog import note_decisions
from adapters.catalog.database import Catalog
from adapters.catalog.records import NoteDecision


def test_nothing_is_decided_at_first(catalog: Catalog) -> None:
    assert note_decisions.of_folder(catalog, "/notes") == {}


def test_use_and_masking_are_decided_apart(catalog: Catalog) -> None:
    note_decisions.set_use(catalog, "/notes", "a.md", "skip")
    note_decisions.set_unmasked(catalog, "/notes", "a.md", True)
    note_decisions.set_use(catalog, "/notes", "a.md", "learn")
    assert note_decisions.of_folder(catalog, "/notes") == {"a.md": NoteDecision("learn", True)}


def test_a_decision_is_of_one_folder(catalog: Catalog) -> None:
    note_decisions.set_use(catalog, "/notes", "a.md", "skip")
    assert note_decisions.of_folder(catalog, "/other") == {}


def test_what_was_taken_back_is_forgotten(catalog: Catalog) -> None:
    note_decisions.set_use(catalog, "/notes", "a.md", "held_out")
    note_decisions.set_unmasked(catalog, "/notes", "b.md", True)
    note_decisions.set_use(catalog, "/notes", "a.md", None)
    note_decisions.set_unmasked(catalog, "/notes", "b.md", False)
    assert note_decisions.of_folder(catalog, "/notes") == {}
