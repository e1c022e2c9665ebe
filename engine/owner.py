"""The process that owns a data folder, and everything it runs; loads no torch by itself."""

import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn, Protocol

from adapters.catalog import messages, models, runs, strays
from adapters.catalog.database import Catalog
from adapters.wording import Phrase
from engine import ownership
from engine.backups import Backups
from engine.handover.server import Server
from engine.leftovers import sweep_checkpoints
from engine.model import record
from engine.ownership import Ownership
from engine.places import Places
from engine.preload import load_torch_library
from engine.service import LANES, Service
from engine.worker import Emit, Handler

log = logging.getLogger(__name__)

STARTER_NAME = "SmolLM2-135M-Instruct"


class MakeHandler(Protocol):
    """Makes the engine of a lane, on the lane's own thread."""

    def __call__(self, places: Places, catalog: Catalog, emit: Emit) -> Handler: ...


def _make_engine(places: Places, catalog: Catalog, emit: Emit) -> Handler:
    # Loads torch, which takes seconds: so only here, on the engine's thread. What it makes
    # stays: looking through it for garbage again and again would stop the window each time.
    load_torch_library()
    gc.disable()
    try:
        from engine.engine import Engine  # noqa: PLC0415
    finally:
        gc.freeze()
        gc.enable()
    return Engine(places, catalog, emit)


def _make_files(places: Places, catalog: Catalog, emit: Emit) -> Handler:
    # May load tokenizers and hub clients, and so waits until it is needed.
    from engine.files import Files  # noqa: PLC0415

    return Files(places, catalog, emit)


@dataclass(frozen=True)
class Makers:
    """What makes both engines; tests give fakes."""

    engine: MakeHandler = _make_engine
    files: MakeHandler = _make_files


class Owner:
    """Catalog, service, socket and backups of an owned data folder; close it at the end.

    ``notices`` says what the owner should know about the start.
    """

    def __init__(
        self,
        places: Places,
        held: Ownership,
        emit: Emit,
        raise_window: Callable[[], None] | None,
        makers: Makers,
    ) -> None:
        self._held = held
        self.catalog = Catalog.open(places.catalog, places.backups)
        self.notices: list[Phrase] = [*self.catalog.notices, *_after_start(places, self.catalog)]
        self.service = Service(
            lambda: makers.engine(places, self.catalog, emit),
            lambda: makers.files(places, self.catalog, emit),
            emit,
            places,
        )
        self._server = _listen(places, self.service, raise_window)
        self._backups = Backups(self.catalog, emit)

    def close(self, timeout: float = 1.5, *, wait: bool = False) -> bool:
        """Stop everything and keep what there is; give the service's ``close``.

        With ``wait``, work that other processes handed over is done first. While a thread
        is still inside an import or a load, the lock is held until the process ends.
        """
        if self._server is not None:
            self._server.close(wait=wait)
        ended = self.service.close(timeout)
        self._backups.close()
        if ended:
            self.catalog.close()
            self._held.release()
        return ended


def own(
    places: Places,
    emit: Emit,
    raise_window: Callable[[], None] | None = None,
    makers: Makers | None = None,
) -> Owner | None:
    """Become the owner of the data folder; None where another process is.

    ``raise_window`` is called on a thread of its own when a second launch asks for the
    window. Raises ``UserError`` when the folder or the catalog cannot be used.
    """
    held = ownership.take(places)
    if held is None:
        return None
    try:
        return Owner(places, held, emit, raise_window, makers or Makers())
    except BaseException:
        held.release()
        raise


def leave(code: int) -> NoReturn:
    """End the process with ``code``, at once where an engine's thread is stuck in a load."""
    leave_if_stuck(code)
    sys.exit(code)


def leave_if_stuck(code: int) -> None:
    """End the process at once if an engine's thread is still inside an import or a load.

    The interpreter's own end would wait for native code, or crash under it.
    """
    if not any(thread.name in LANES for thread in threading.enumerate()):
        return
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _after_start(places: Places, catalog: Catalog) -> list[Phrase]:
    """Mark what a crash cut off, know the starter model, compare rows with files."""
    messages.interrupted(catalog)
    runs.interrupted(catalog)
    sweep_checkpoints(places, catalog)
    remember_starter(places, catalog)
    return strays.tidy(catalog, places.voices, places.stray_voices)


def remember_starter(places: Places, catalog: Catalog) -> None:
    """Put the starter model into the catalog where its NF4 folder lies in the cache."""
    made = record.read(places.starter_nf4)
    if made is None:
        return
    known = [model for model in models.everything(catalog) if model.kind == "starter"]
    size = sum(file.stat().st_size for file in places.starter_nf4.iterdir() if file.is_file())
    row = (
        known[0]
        if known
        else models.add(
            catalog,
            STARTER_NAME,
            "starter",
            str(places.starter_gguf),
            size,
            made.context_length,
        )
    )
    if (row.nf4_path, row.fingerprint) != (str(places.starter_nf4), made.fingerprint):
        models.set_quantised(catalog, row.id, str(places.starter_nf4), made.fingerprint)


def _listen(
    places: Places, service: Service, raise_window: Callable[[], None] | None
) -> Server | None:
    try:
        return Server(places, service, raise_window)
    except OSError as error:
        log.warning("Commands cannot be handed over: %s", error)
        return None
