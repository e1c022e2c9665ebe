"""Scenes: the texts of their files under their titles, with every state that was kept.

What a text says is nobody's business here; ``engine.scene`` reads it.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, delete, exists, select, update
from sqlalchemy.orm import Session

from adapters.catalog.conversation_tables import MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold
from adapters.catalog.records import KeptScene, SceneVersion
from adapters.catalog.scene_tables import SceneRow, SceneVersionRow
from adapters.catalog.tables import now

ONE_SITTING = timedelta(minutes=5)  # changes within it are one version of the history
MOST_VERSIONS = 200  # of one scene, besides those that were played


def create(catalog: Catalog, title: str, text: str) -> KeptScene:
    """Keep a new scene. Two of one title are two scenes."""
    moment = now()
    with catalog.session() as session:
        row = SceneRow(title=title, title_key=fold(title), created=moment, updated=moment)
        session.add(row)
        session.flush()
        _add_version(session, row.id, text)
        return _one(session, row.id)


def save(catalog: Catalog, scene: int, title: str, text: str) -> None:
    """Keep it as it is now; the state before stays in the history unless it was of this sitting.

    A state in which messages were said is never written over. Raises ``LookupError`` for an
    unknown scene.
    """
    with catalog.session() as session:
        newest = _newest(session, scene)
        if newest is None:
            raise LookupError(f"no scene {scene}")
        if newest.text != text:
            if now() - newest.begun < ONE_SITTING and not _was_played(session, newest.id):
                newest.text, newest.saved = text, now()
            else:
                _add_version(session, scene, text)
                _forget_oldest(session, scene)
        _change(session, scene, title=title, title_key=fold(title), updated=now())


def get(catalog: Catalog, scene: int) -> KeptScene:
    """Also one in the trash. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, scene)


def everything(catalog: Catalog, words: str = "") -> list[KeptScene]:
    """Those with ``words`` in their titles, by title; none from the trash."""
    query = select(SceneRow).where(
        SceneRow.trashed.is_(None), SceneRow.title_key.contains(fold(words), autoescape=True)
    )
    with catalog.reading() as session:
        return _records(session, query.order_by(SceneRow.title_key, SceneRow.id))


def latest(catalog: Catalog) -> KeptScene | None:
    """The one that was opened last."""
    query = select(SceneRow).where(SceneRow.trashed.is_(None), SceneRow.last_opened.is_not(None))
    newest = query.order_by(SceneRow.last_opened.desc(), SceneRow.id.desc()).limit(1)
    with catalog.reading() as session:
        return next(iter(_records(session, newest)), None)


def text_of(catalog: Catalog, scene: int) -> str:
    """As it is now. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        newest = _newest(session, scene)
    if newest is None:
        raise LookupError(f"no scene {scene}")
    return newest.text


def history(catalog: Catalog, scene: int) -> list[SceneVersion]:
    """Every state that is kept, newest first, without the texts."""
    row = SceneVersionRow
    query = select(row.id, row.scene, row.begun, row.saved).where(row.scene == scene)
    with catalog.reading() as session:
        return [SceneVersion(*found) for found in session.execute(query.order_by(row.id.desc()))]


def version_text(catalog: Catalog, version: int) -> str:
    """Raises ``LookupError`` for an unknown id."""
    query = select(SceneVersionRow.text).where(SceneVersionRow.id == version)
    with catalog.reading() as session:
        text = session.scalar(query)
    if text is None:
        raise LookupError(f"no version {version} of a scene")
    return text


def opened(catalog: Catalog, scene: int) -> None:
    """Remember that it was opened just now."""
    _set(catalog, scene, last_opened=now())


def trash(catalog: Catalog, scene: int) -> None:
    """Move it to the trash; ``restore`` takes it out again."""
    _set(catalog, scene, trashed=now())


def restore(catalog: Catalog, scene: int) -> None:
    _set(catalog, scene, trashed=None)


def _add_version(session: Session, scene: int, text: str) -> None:
    moment = now()
    session.add(SceneVersionRow(scene=scene, text=text, begun=moment, saved=moment))
    session.flush()


def _newest(session: Session, scene: int) -> SceneVersionRow | None:
    row = SceneVersionRow
    query = select(row).where(row.scene == scene).order_by(row.id.desc()).limit(1)
    return session.scalars(query).one_or_none()


def _was_played(session: Session, version: int) -> bool:
    return bool(session.scalar(select(exists().where(MessageRow.scene_version == version))))


def _forget_oldest(session: Session, scene: int) -> None:
    row = SceneVersionRow
    played = exists().where(MessageRow.scene_version == row.id)
    mine = select(row.id).where(row.scene == scene, ~played).order_by(row.id.desc())
    old = session.scalars(mine.offset(MOST_VERSIONS)).all()
    session.execute(delete(row).where(row.id.in_(old)))


def _set(catalog: Catalog, scene: int, **values: object) -> None:
    with catalog.session() as session:
        _change(session, scene, **values)


def _change(session: Session, scene: int, **values: object) -> None:
    session.execute(update(SceneRow).where(SceneRow.id == scene).values(**values))


def _one(session: Session, scene: int) -> KeptScene:
    found = _records(session, select(SceneRow).where(SceneRow.id == scene))
    if not found:
        raise LookupError(f"no scene {scene}")
    return found[0]


def _records(session: Session, query: Select[Any]) -> list[KeptScene]:
    rows = session.scalars(query).all()
    newest = _newest_ids(session, [row.id for row in rows])
    return [
        KeptScene(
            row.id,
            row.title,
            newest[row.id],
            row.created,
            row.updated,
            row.last_opened,
            row.trashed,
        )
        for row in rows
    ]


def _newest_ids(session: Session, scenes: list[int]) -> dict[int, int]:
    row = SceneVersionRow
    query = select(row.scene, row.id).where(row.scene.in_(scenes)).order_by(row.id)
    return {found.scene: found.id for found in session.execute(query)}
