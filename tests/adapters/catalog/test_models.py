"""Models on disk."""

import pytest

from adapters.catalog import models
from adapters.catalog.database import Catalog


def test_a_path_is_kept_once(catalog: Catalog) -> None:
    first = models.add(catalog, "Qwen3 0.6B", "folder", "/models/qwen", 5_000_000_000, 32768)
    again = models.add(catalog, "another name", "gguf", "/models/qwen", 1, None)
    assert again == first
    assert models.everything(catalog) == [first]
    assert models.get(catalog, first.id) == first
    assert (first.bytes, first.context_length, first.last_used) == (5_000_000_000, 32768, None)


def test_the_last_used_comes_first(catalog: Catalog) -> None:
    made = [models.add(catalog, n, "gguf", f"/{n}", 1, None).id for n in "abc"]
    models.touch(catalog, made[2])
    models.touch(catalog, made[1])
    assert [m.name for m in models.everything(catalog)] == ["b", "c", "a"]


def test_its_quantised_copy_is_remembered(catalog: Catalog) -> None:
    model = models.add(catalog, "a", "starter", "/a", 1, 2048)
    models.set_quantised(catalog, model.id, "/cache/a", "abc")
    kept = models.get(catalog, model.id)
    assert (kept.nf4_path, kept.fingerprint) == ("/cache/a", "abc")


def test_a_forgotten_one_is_gone_and_its_id_is_not_used_again(catalog: Catalog) -> None:
    model = models.add(catalog, "a", "folder", "/a", 1, None)
    models.forget(catalog, model.id)
    with pytest.raises(LookupError):
        models.get(catalog, model.id)
    assert models.add(catalog, "a", "folder", "/a", 1, None).id > model.id
