"""Start Timbre: go into its environment, set up first where need be, then do what was asked."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # an older Python reads this far and no further
    sys.exit(
        f"Timbre needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}."
        " Install a newer one and start Timbre with it, for example: python3.12 main.py"
    )
if sys.pycache_prefix is None:
    # Outside of the environment, compiled files would lie in the program's folder.
    sys.dont_write_bytecode = True

from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from installer import arguments, environment, failures
from installer.places import Cache, cache_folder
from installer.problem import SetupError
from installer.recipe import shipped
from installer.wording import words

# What is imported further down is of no use before the environment; it would slow each start.
ROOT = Path(__file__).resolve().parent
CACHE = Cache(cache_folder())
RECIPE = shipped(ROOT)


def main(argv: list[str]) -> int:
    start = arguments.read(argv)
    with failures.told(start.from_menu, CACHE):
        if start.command == "help":
            return arguments.print_usage()
        if start.command == "doctor" and arguments.is_about_entry(start):
            return do(start, [])
        problems = []
        try:
            environment.prepare(CACHE, RECIPE, start, argv)
        except SetupError as problem:
            if start.command != "doctor":
                raise
            problems.append(str(problem))
        return do(start, problems)


def do(start: arguments.Start, problems: list[str]) -> int:
    """What the command asks, in the environment (the doctor also outside of it)."""
    from installer import developing, display, doctor, libraries  # noqa: PLC0415

    if start.command == "doctor":
        return doctor.main(start, CACHE, RECIPE, problems)
    if start.command == "bench":
        return developing.bench(ROOT, start.rest)
    if start.command == arguments.TEST:
        developing.test(ROOT, CACHE, start.rest)
    from engine.log import start_log  # noqa: PLC0415
    from engine.places import Places  # noqa: PLC0415

    places = Places(start.data, CACHE.folder)
    start_log(places.log)
    if start.command == arguments.WINDOW and display.is_there():
        libraries.require(libraries.for_window())
        from gui import app  # noqa: PLC0415

        return app.main(places)
    from engine.console import chat, cli  # noqa: PLC0415

    if start.command in arguments.CONSOLE:
        return cli.main([start.command, *start.rest], places)
    print(words("There is no display, so Timbre opens in this terminal."), file=sys.stderr)
    return chat.main(places)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
