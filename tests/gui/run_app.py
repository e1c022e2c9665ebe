"""The program in a process of its own, on a fake engine: ``python -m tests.gui.run_app``.

Arguments: data folder, cache folder, and "stuck" for an engine that never gets ready, as
during a long import. Says "raised" when a second start asked for the window.
"""

import sys
import time
from pathlib import Path

from adapters.catalog.database import Catalog
from engine.messages import Event, RaiseWindow
from engine.owner import Makers
from engine.places import Places
from engine.worker import Emit
from gui import app
from gui.bridge import Bridge
from tests.fakes import FakeEngine


def make(places: Places, catalog: Catalog, emit: Emit) -> FakeEngine:  # noqa: ARG001
    return FakeEngine(catalog, emit)


def make_never(places: Places, catalog: Catalog, emit: Emit) -> FakeEngine:
    time.sleep(600)
    return make(places, catalog, emit)


def tell(event: Event) -> None:
    if isinstance(event, RaiseWindow):
        print("raised", flush=True)


def main() -> int:
    data, cache, *rest = sys.argv[1:]
    heard = Bridge.__init__

    def hear(bridge: Bridge) -> None:
        heard(bridge)
        bridge.event.connect(tell)

    Bridge.__init__ = hear  # type: ignore[method-assign]
    makers = Makers(make_never if "stuck" in rest else make, make)
    return app.main(Places(Path(data), Path(cache)), makers)


if __name__ == "__main__":
    sys.exit(main())
