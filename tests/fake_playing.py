"""The part of the fake engine that plays scenes: turns go round, and become rows."""

import time

from adapters.catalog import conversations, messages, scenes
from engine import scene_store
from engine.messages import (
    Answer,
    Done,
    Piece,
    PlayTurn,
    ReadAhead,
    Reading,
    ReplyStarted,
    RoleChosen,
)
from engine.scene.cast import cast_of, in_turn
from engine.worker import Steps
from tests.fake_rows import FakeRows
from tests.fake_talk import SPEED, FakeTalk


class FakePlaying(FakeTalk):
    _rows: FakeRows
    parts_ahead = 0  # that there are to read

    def _read_ahead(self, _: ReadAhead) -> Steps:
        for part in range(self.parts_ahead):
            time.sleep(self.pause)
            yield Reading(part, part, self.parts_ahead)
        return Done()

    def _play_turn(self, command: PlayTurn) -> Steps:
        catalog = self._rows.catalog
        assert catalog is not None
        scene = conversations.get(catalog, command.conversation).scene or 0
        cast = cast_of(scene_store.open_kept(catalog, scene))
        path = messages.path(catalog, command.message) if command.message else []
        role = (
            cast.role(command.role)
            if command.role is not None
            else in_turn(cast, [row.role or "" for row in path], command.muted)
        )
        assert role is not None
        yield RoleChosen(role.id, role.title, None)
        row = messages.add(
            catalog, command.conversation, command.message, "assistant", "",
            scene_version=scenes.get(catalog, scene).version, role=role.id, role_name=role.title,
        ).id  # fmt: skip
        yield ReplyStarted(row, 42)
        said = ""
        try:
            for update in self._talk(row, 42):
                said += update.text if isinstance(update, Piece) else ""
                yield update
        finally:
            messages.update(catalog, row, text=said, stop="end")
        return Answer(
            row, said, 3, 0.1, SPEED, None, 1.0, 42, "Fake-135M", "end", role=role.id,
            role_name=role.title,
        )  # fmt: skip
