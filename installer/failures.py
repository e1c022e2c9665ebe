"""Telling why Timbre did not start: on the terminal, or on the screen where there is none."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from installer.places import Cache
from installer.problem import SetupError
from installer.report import ConsoleReport, Report
from installer.wording import words


@contextmanager
def told(from_menu: bool, cache: Cache) -> Iterator[None]:
    """End the program with a non-zero exit and a sentence that the owner gets to see."""
    try:
        yield
    except SetupError as problem:
        tell(str(problem), from_menu)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        sys.stderr.write("\n" + words("Stopped. The next start goes on from here.") + "\n")
        raise SystemExit(130) from None
    except Exception as error:
        if not from_menu:
            raise
        _note(cache)
        tell(
            words(
                "Timbre could not start: {error}. The details are in {log}.",
                error=f"{type(error).__name__}: {error}",
                log=cache.log,
            ),
            from_menu,
        )
        raise SystemExit(1) from error


def _note(cache: Cache) -> None:
    try:
        with cache.log.open("a", encoding="utf-8") as log:
            traceback.print_exc(file=log)
    except OSError:
        traceback.print_exc()


def tell(sentence: str, from_menu: bool) -> None:
    sys.stderr.write(sentence + "\n")
    if from_menu:
        # Every other start does without, and is quicker for it.
        from installer import screen  # noqa: PLC0415

        screen.show(sentence)


def report(from_menu: bool) -> Report:
    """Where the progress of a set-up is shown."""
    if not from_menu:
        return ConsoleReport()
    from installer import screen  # noqa: PLC0415  # as above

    return screen.report()
