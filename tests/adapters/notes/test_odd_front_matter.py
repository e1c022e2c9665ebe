"""Front matter whose values yaml itself stumbles over."""

import pytest

from adapters.notes.readers import markdown


@pytest.mark.parametrize("value", ['!!int ""', "!!timestamp x", "!!binary ä", "&a [*a]"])
def test_the_text_is_read_all_the_same(value: str) -> None:
    page = f"---\ntitle: {value}\n---\nThe frost came early.".encode()
    assert markdown.read(page, "first-frost") == ("first frost", "The frost came early.")
