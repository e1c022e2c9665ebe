"""Settings that belong to the data, not to the program: the last voice, sampling, ..."""

import json
from typing import Any

from adapters.catalog.database import Catalog
from adapters.catalog.tables import PreferenceRow


def get(catalog: Catalog, key: str, default: Any = None) -> Any:
    """The value kept under ``key``, as JSON gives it back, or ``default``."""
    with catalog.reading() as session:
        row = session.get(PreferenceRow, key)
        return default if row is None else json.loads(row.value)


def put(catalog: Catalog, key: str, value: Any) -> None:
    """Keep ``value`` (anything that JSON can hold) under ``key``."""
    with catalog.session() as session:
        session.merge(PreferenceRow(key=key, value=json.dumps(value, ensure_ascii=False)))
