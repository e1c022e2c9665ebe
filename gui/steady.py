"""Keeps None, True and False alive on Python 3.11.

PySide6 6.12 is built for Pythons on which these three are immortal (3.12 and newer). On
3.11, which it says it serves as well, every call that returns nothing takes a reference
to None that was never given: after some ten thousand calls the interpreter aborts with
"none_dealloc". A large count to start from outlives any window.
"""

import ctypes
import sys

# More than a million calls a second could take in thirty thousand years.
SPARE = 1 << 60


def keep_constants() -> None:
    """Call it before the first Qt object is made."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += SPARE
