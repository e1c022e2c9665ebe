"""Conversations as files: the fake engine does what the real one does, which needs no model."""

from pathlib import Path

from engine.jobs import chats
from engine.jobs.shared import Shared
from engine.messages import ExportChat, ImportChats
from engine.places import Places
from engine.worker import Emit, Steps
from tests.fake_rows import FakeRows


class FakeChats:
    _rows: FakeRows
    emit: Emit

    def _export_chat(self, command: ExportChat) -> Steps:
        return (yield from chats.export_chat(self._shared(), command))

    def _import_chats(self, command: ImportChats) -> Steps:
        return (yield from chats.import_chats(self._shared(), command))

    def _shared(self) -> Shared:
        assert self._rows.catalog is not None
        return Shared(Places(Path(), Path()), self._rows.catalog, self.emit)
