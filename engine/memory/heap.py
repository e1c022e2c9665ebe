"""What is freed has to leave the process; the C library keeps it for later. Loads no torch."""

import ctypes

_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc only


def give_back() -> None:
    """Hand free memory back to the system: 40 ms where half a gigabyte lies about.

    Tensors of many lengths leave holes that the next ones do not fit into. On a processor a
    training of 206 steps had taken 4 GB in the end, of which it used one
    (``docs/experiments.md``).
    """
    if _trim is not None:
        _trim(0)
