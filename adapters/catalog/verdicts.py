"""What was measured of each version, as the JSON that ``engine.verdict.measurements`` writes."""

from collections.abc import Iterable

from sqlalchemy import select

from adapters.catalog.database import Catalog
from adapters.catalog.tables import VerdictRow, now


def put(catalog: Catalog, version: int, details: str) -> None:
    """Keep the verdict of a version, in place of an earlier one."""
    with catalog.session() as session:
        session.merge(VerdictRow(version=version, details=details, created=now()))


def get(catalog: Catalog, version: int) -> str | None:
    """None for a version that was made before there were verdicts, or that came from elsewhere."""
    return of(catalog, (version,)).get(version)


def of(catalog: Catalog, versions: Iterable[int]) -> dict[int, str]:
    """The verdicts of those versions that have one."""
    wanted = list(versions)
    query = select(VerdictRow.version, VerdictRow.details)
    with catalog.reading() as session:
        found = session.execute(query.where(VerdictRow.version.in_(wanted)))
        return {row.version: row.details for row in found}
