"""The command line, or the terminal chat, as a process of its own on the fake engine.

``python -m tests.engine.console.program SECONDS DATA COMMAND...``: every step takes so
many seconds; the command "chat" opens the terminal chat.
"""

import sys
from pathlib import Path

from engine.console import chat, cli
from engine.log import start_log
from engine.places import Places
from tests.fakes import fake_makers


def main(pause: str, data: str, *argv: str) -> int:
    places = Places(Path(data), Path(data).parent / "cache")
    start_log(places.log)
    makers = fake_makers(pause=float(pause))
    if argv == ("chat",):
        return chat.main(places, makers)
    return cli.main(argv, places, makers)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
