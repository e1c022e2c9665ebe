"""Imports stay plain beside PySide6.

PySide6 puts a function of its own in the place of ``__import__``. It reads the source of
every module that is imported afterwards, to find out whether that module uses Qt; that
slows down torch and transformers, and it breaks pydantic: asked for ``__wrapped__`` while it
is half imported, pydantic raises ImportError. All it is good for is ``from __feature__
import``, which Timbre does not use.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it must have put its function there already


def import_plainly() -> None:
    """Put back what stood there before."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
