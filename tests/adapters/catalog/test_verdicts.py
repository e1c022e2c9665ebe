"""One verdict for each version, which goes with it."""

from adapters.catalog import verdicts, voices
from adapters.catalog.database import Catalog


def version(catalog: Catalog, name: str) -> int:
    made = voices.add_version(
        catalog, None, name, "rust", "M", "f", name, "0" * 64, 1, 4, ("q_proj",), 20.0, 16.0, 3
    )
    return made.version.id


def test_kept_and_replaced(catalog: Catalog) -> None:
    one, other = version(catalog, "One"), version(catalog, "Other")
    assert verdicts.get(catalog, one) is None
    verdicts.put(catalog, one, '{"format": 1}')
    verdicts.put(catalog, one, '{"format": 1, "learning": -0.5}')
    assert verdicts.get(catalog, one) == '{"format": 1, "learning": -0.5}'
    assert verdicts.of(catalog, (one, other)) == {one: '{"format": 1, "learning": -0.5}'}
    assert verdicts.of(catalog, ()) == {}
