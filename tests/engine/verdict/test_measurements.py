"""What is kept of a verdict comes back as it was; anything else is no verdict."""

import json

import pytest

from engine.verdict.measurements import (
    Change,
    Copied,
    Group,
    Measurements,
    Style,
    as_text,
    from_text,
    of_version,
)

WHOLE = Measurements(
    held_out=Change(20.0, 16.4, 0.8, 0.85, 9, 900),
    themes=(Group("frost, roses", Change(22.0, 18.0)),),
    general=(Group("en", Change(9.0, 9.5, 0.99, 1.1, 12, 1500)),),
    copied=Copied(7, "as it was — “quiet”", 4, 6),
    style=Style(0.9, 0.95, 0.1, 0.5, 18),
    learning=-0.31,
)


@pytest.mark.parametrize("measured", [WHOLE, Measurements()])
def test_there_and_back(measured: Measurements) -> None:
    assert from_text(as_text(measured)) == measured


def test_what_another_version_wrote_is_not_guessed_at() -> None:
    later = json.loads(as_text(WHOLE)) | {"format": 2}
    assert from_text(json.dumps(later)) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": 1, "held_out": 3}', '{"format": 1, "themes": [{}]}'],
)
def test_what_is_damaged_is_no_verdict(text: str) -> None:
    assert from_text(text) is None


def test_without_details_the_two_perplexities_speak() -> None:
    assert of_version(as_text(WHOLE), 30.0, 29.0) == WHOLE
    for details in (None, "{"):
        assert of_version(details, 30.0, 29.0) == Measurements(Change(30.0, 29.0))
    assert of_version(None, None, None) == Measurements()
