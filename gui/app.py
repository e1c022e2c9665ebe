"""The program with a window: shown first, then the catalog and the engine."""

import logging
import os
import sys
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine import ownership
from engine.places import Places
from gui import background, trace
from gui.bridge import Bridge
from gui.context import Context
from gui.looks import Looks, make_application
from gui.notices import Notices
from gui.stopping import Signals
from gui.trouble import trouble_window
from gui.window import Window

if TYPE_CHECKING:
    from engine.owner import Makers

log = logging.getLogger(__name__)

# The engine's threads hand the interpreter over sooner than the usual 5 ms, so that the
# window stays smooth beside them.
SWITCH_SECONDS = 0.0005


def main(places: Places, makers: "Makers | None" = None) -> int:
    """Show the window until it is closed; the exit status. A second start raises the first.

    ``makers`` are fakes in tests.
    """
    if ownership.owner(places) is not None and _raise_other(places):
        return 0
    sys.setswitchinterval(SWITCH_SECONDS)
    app = make_application()
    trace.mark("application")
    program = Program(places, makers)
    program.window.show()
    code = app.exec()
    if not program.close():
        leave_now(code)
    return code


def _raise_other(places: Places) -> bool:
    from engine.handover.client import raise_window  # noqa: PLC0415 - seldom needed

    return raise_window(places)


def leave_now(code: int) -> None:
    """End the process while a thread is inside an import or a load: all is saved by then."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


class Program:
    """Window and bridge of one run of the program; needs the QApplication."""

    def __init__(self, places: Places, makers: "Makers | None" = None) -> None:
        self._places, self._makers = places, makers
        self.looks = Looks(places)
        self.bridge, self.notices = Bridge(), Notices()
        self.window = Window(self.bridge, self.notices, places)
        self.context: Context | None = None
        self.trouble: QWidget | None = None
        self._signals = Signals(self.window.close)
        self.window.painted.connect(self._fill)
        self._hook = sys.excepthook
        sys.excepthook = self._unexpected

    def close(self) -> bool:
        """Stop everything. False: a thread is inside native code, leave by ``os._exit``."""
        sys.excepthook = self._hook
        self._signals.close()
        background.finish(200)
        return self.bridge.close()

    def _fill(self) -> None:
        """After the first paint: the catalog, the service, the first page, the model."""
        trace.mark("painted")
        from gui import opening  # noqa: PLC0415 - takes longer than the paint may

        try:
            self._open(opening)
        except UserError as error:
            log.warning("The start failed: %s", error)
            self._give_up(error)
        except Exception:  # whatever it is: an empty frame would say nothing at all
            log.exception("The start failed")
            self._give_up(self._fault(phrase("errors", "Timbre could not start.")))

    def _open(self, opening: ModuleType) -> None:
        self.context = context = opening.open_data(
            self._places, self.bridge, self.notices, self._makers
        )
        self.looks.take(context.settings)
        context.news.settings.connect(lambda: self.looks.take(context.settings))
        self.window.open(context, opening.first_page(context.catalog))
        trace.mark("opened")
        opening.load_last_model(context)

    def _give_up(self, error: UserError) -> None:
        self.trouble = trouble_window(error)
        self.trouble.show()
        self.window.hide()

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A fault of ours in the window: logged, told, and the window goes on.

        What the owner can mend is told as that, also where no page was prepared for it.
        """
        if isinstance(error, UserError):
            log.warning("Not done: %s", error)
            self.notices.problem(error)
            return
        log.error("Unexpected in the window", exc_info=(kind, error, trace))
        self.notices.problem(self._fault(phrase("errors", "Something in the window went wrong.")))

    def _fault(self, what: Phrase) -> UserError:
        return UserError(
            what,
            phrase("errors", "It is a fault of Timbre, not yours."),
            phrase(
                "errors",
                "What you made is saved. The log has the details: {path}",
                path=str(self._places.log),
            ),
        )
