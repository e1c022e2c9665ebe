"""A catalog of its own for each test, and short ways to fill it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog.open(tmp_path / "data" / "catalog.sqlite", tmp_path / "data" / "backups")
    yield catalog
    catalog.close()


@pytest.fixture
def add_voice(catalog: Catalog) -> Callable[..., Voice]:
    def add(name: str, **changed: object) -> Voice:
        values: dict[str, object] = {
            "run": None,
            "colour": "rust",
            "model_name": "SmolLM2 135M",
            "model_fingerprint": "f" * 64,
            "path": name,
            "sha256": "0" * 64,
            "bytes": 1000,
            "rank": 16,
            "targets": ("q_proj", "v_proj"),
            "perplexity_before": 30.0,
            "perplexity_after": 20.0,
            "notes": 40,
        }
        return voices.add_version(catalog, name=name, **{**values, **changed})  # type: ignore[arg-type]

    return add
