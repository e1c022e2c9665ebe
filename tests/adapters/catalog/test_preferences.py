"""Settings that belong to the data."""

import pytest

from adapters.catalog import preferences
from adapters.catalog.database import Catalog


@pytest.mark.parametrize("value", [None, 0, 1.5, "Анна", [1, {"a": None}], {"ключ": True}])
def test_any_json_is_kept(catalog: Catalog, value: object) -> None:
    preferences.put(catalog, "key", "before")
    preferences.put(catalog, "key", value)
    assert preferences.get(catalog, "key", "default") == value


def test_an_unknown_key_gives_the_default(catalog: Catalog) -> None:
    assert preferences.get(catalog, "key") is None
    assert preferences.get(catalog, "key", 3) == 3


def test_what_json_cannot_hold_is_refused_and_changes_nothing(catalog: Catalog) -> None:
    preferences.put(catalog, "key", 1)
    with pytest.raises(TypeError):
        preferences.put(catalog, "key", {1, 2})
    assert preferences.get(catalog, "key") == 1
