"""Rows as plain values and back: what a column could not have held is not taken."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.catalog.plain_rows import checked, plain
from adapters.catalog.tables import RunRow, RunStepRow

TABLE: Any = RunStepRow.__table__
STEP = {"step": 3, "loss": 2.5, "learning_rate": 1e-3, "tokens": 900, "seconds": 4.0}


def test_there_and_back() -> None:
    row = RunStepRow(run=7, held_out_loss=None, **STEP)
    told = plain(row)
    assert told == {**STEP, "held_out_loss": None}  # not the run: that is another one elsewhere
    assert checked(TABLE, told) == STEP


def test_moments_keep_their_microseconds() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    left_out = [c.name for c in RunRow.__table__.columns if c.name != "started"]
    told = plain(RunRow(started=moment), left_out)
    assert checked(RunRow.__table__, told, left_out) == {"started": moment}  # type: ignore[arg-type]


def test_a_whole_number_may_stand_for_a_real_one() -> None:
    assert checked(TABLE, {**STEP, "loss": 2})["loss"] == 2.0


def test_unknown_columns_are_left_out() -> None:
    assert checked(TABLE, {**STEP, "run": 1, "new": "x"}) == STEP


@pytest.mark.parametrize(
    "change",
    [
        {"loss": None},
        {"loss": "2.5"},
        {"loss": float("nan")},
        {"loss": True},
        {"step": 3.0},
        {"tokens": 2**63},
        {"tokens": {}},
    ],
)
def test_what_a_column_could_not_hold_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="run_steps"):
        checked(TABLE, {**STEP, **change})
    with pytest.raises(ValueError, match="no row"):
        checked(TABLE, [change])


def test_a_sentence_with_gaps_is_never_taken() -> None:
    """Filling one from elsewhere in would let it reach into what it is filled with."""
    columns = {c.name for c in RunRow.__table__.columns}
    row = RunRow(problem=None, folder="/notes")
    assert "problem" in columns
    assert "problem" not in plain(row, columns - {"problem", "folder"})
