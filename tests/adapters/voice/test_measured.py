"""What the window says of covering rare themes is what stands in the benchmark's table."""

import json
from pathlib import Path

import pytest

from adapters.voice.measured import EVENLY

TABLE = Path(__file__).parents[3] / "docs" / "benchmarks" / "hyperlexemes.json"


def test_the_figures_are_those_of_the_table() -> None:
    rows = json.loads(TABLE.read_text("utf-8"))["rows"]
    means = {row["drawn"]: row for row in rows if row.get("seed") == "mean"}
    usual, even = means["by frequency"], means["by theme, evenness 1"]

    def lower(column: str) -> float:
        return 100 * (1 - float(even[column]) / float(usual[column]))

    assert lower("on rare themes") == pytest.approx(EVENLY.rare, abs=0.01)
    assert lower("perplexity overall") == pytest.approx(EVENLY.overall, abs=0.01)
