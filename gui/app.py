"""The program with a window: shown first, then the catalog and the engine."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtWidgets import QWidget

from adapters.catalog import models
from adapters.errors import UserError
from adapters.wording import phrase
from engine import ownership
from engine.handover.client import raise_window
from engine.log import start_log
from engine.messages import Command, Event, LoadModel, Notice, RaiseWindow
from engine.owner import Makers, Owner, leave, own
from engine.places import Places
from engine.settings import Settings
from gui import background, trace
from gui.bridge import Bridge
from gui.context import Context
from gui.looks import Looks, make_application
from gui.notices import Notices
from gui.stopping import Signals
from gui.trouble import trouble_window
from gui.window import Window

log = logging.getLogger(__name__)

# The engine's threads hand the interpreter over sooner than the usual 5 ms, so that the
# window stays smooth beside them.
SWITCH_SECONDS = 0.0005


def main(places: Places, makers: Makers | None = None) -> int:
    """Show the window until it is closed; the exit status. A second start raises the first."""
    start_log(places.log)
    if ownership.owner(places) is not None and raise_window(places):
        return 0
    sys.setswitchinterval(SWITCH_SECONDS)
    app = make_application()
    trace.mark("application")
    program = Program(places, makers or Makers())
    program.window.show()
    code = app.exec()
    if not program.close():
        leave(code)
    return code


@dataclass(frozen=True)
class _Owned:
    """The service, closed together with everything else that the owner runs."""

    owner: Owner

    def submit(self, command: Command) -> int:
        return self.owner.service.submit(command)

    def cancel(self, job: int) -> None:
        self.owner.service.cancel(job)

    def close(self) -> bool:
        return self.owner.close()


class Program:
    """Window, bridge and owner of one run of the program; needs the QApplication."""

    def __init__(self, places: Places, makers: Makers) -> None:
        self._places, self._makers = places, makers
        self.settings = Settings.load(places.settings)
        self.looks = Looks(self.settings)
        self.bridge, self.notices = Bridge(), Notices()
        self.window = Window(self.bridge, self.notices, places)
        self.context: Context | None = None
        self._trouble: QWidget | None = None
        self._signals = Signals(self.window.close)
        self.window.painted.connect(self._fill)
        self._hook = sys.excepthook
        sys.excepthook = self._unexpected

    def close(self) -> bool:
        """Stop everything. False: a thread is inside native code, leave by ``os._exit``."""
        sys.excepthook = self._hook
        self._signals.close()
        background.finish(500)
        return self.bridge.close()

    def _fill(self) -> None:
        """After the first paint: the catalog, the service, the first page, the model."""
        trace.mark("painted")
        try:
            self.bridge.start(self._own)
        except UserError as error:
            log.warning("The start failed: %s", error)
            self._give_up(error)
            return
        assert self.context is not None
        self.context.news.settings.connect(self.looks.refresh)
        self.window.open(self.context)
        trace.mark("opened")
        self._load_last_model(self.context)

    def _own(self, emit: Callable[[Event], None]) -> _Owned:
        owner = own(self._places, emit, lambda: emit(RaiseWindow()), self._makers)
        if owner is None:
            raise _somebody_else()
        self.context = Context(
            self.bridge, owner.catalog, self._places, self.settings, self.notices
        )
        for notice in (*self.settings.notices, *owner.notices):
            emit(Notice(notice))
        return _Owned(owner)

    def _load_last_model(self, context: Context) -> None:
        """Have the model ready before the first question: last time's, else the starter."""
        known = models.everything(context.catalog)
        used = [model for model in known if model.last_used is not None]
        starters = [model for model in known if model.kind == "starter"]
        latest_last = sorted(used, key=lambda model: str(model.last_used))
        if chosen := [*starters, *latest_last]:
            self.bridge.submit(LoadModel(chosen[-1].id))

    def _give_up(self, error: UserError) -> None:
        self._trouble = trouble = trouble_window(error)
        self.window.hide()
        trouble.show()

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A fault of ours in the window: logged, told, and the window goes on."""
        log.error("Unexpected in the window", exc_info=(kind, error, trace))
        self.notices.problem(
            UserError(
                phrase("errors", "Something in the window went wrong."),
                phrase("errors", "It is a fault of Timbre, not yours."),
                phrase(
                    "errors",
                    "What you made is saved. The log has the details: {path}",
                    path=str(self._places.log),
                ),
            )
        )


def _somebody_else() -> UserError:
    return UserError(
        phrase("errors", "Timbre is already open with this data folder."),
        phrase("errors", "It runs in a terminal, or is just ending."),
        phrase("errors", "Close it there, or wait a moment and start again."),
    )
