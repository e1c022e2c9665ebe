"""Who the owner is in the conversations of a folder is kept with the folder."""

from adapters.catalog import note_folders
from adapters.catalog.database import Catalog


def test_no_name_is_chosen_at_first(catalog: Catalog) -> None:
    assert note_folders.owner_names(catalog, "/home/anna/notes") == frozenset()


def test_the_names_last_chosen_are_kept_for_their_folder_only(catalog: Catalog) -> None:
    note_folders.set_owner_names(catalog, "/home/anna/notes", ["Анна", "Anna K"])
    note_folders.set_owner_names(catalog, "/home/anna/notes", ["Анна", "Анна", "anna"])
    assert note_folders.owner_names(catalog, "/home/anna/notes") == {"Анна", "anna"}
    assert note_folders.owner_names(catalog, "/home/anna/other") == frozenset()


def test_a_choice_can_be_taken_back(catalog: Catalog) -> None:
    note_folders.set_owner_names(catalog, "/home/anna/notes", ["Anna"])
    note_folders.set_owner_names(catalog, "/home/anna/notes", [])
    assert note_folders.owner_names(catalog, "/home/anna/notes") == frozenset()


def test_a_folder_is_one_however_it_is_spelled(catalog: Catalog) -> None:
    note_folders.set_owner_names(catalog, "/home/anna/notes/", ["Anna"])
    assert note_folders.owner_names(catalog, "/home/anna/./notes") == {"Anna"}
