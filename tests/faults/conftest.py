"""Fixtures of other packages that the faults need too."""

from tests.engine.conftest import tiny_starter
from tests.engine.console.conftest import start

__all__ = ["start", "tiny_starter"]
