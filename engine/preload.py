"""Brings torch's largest library into the process without stopping the window.

An import holds the interpreter while the system maps and links the library: a third of a
second in which nothing is painted. Called through ctypes, the same work lets go of it, and
the import finds it done.
"""

import ctypes
import importlib.util
import logging
import os
import sys
from pathlib import Path


def stay_offline() -> None:
    """Keep bitsandbytes from code on the network.

    Where the package ``kernels`` is importable, bitsandbytes fetches code from the hub when it
    is imported; where it is not, its log asks the owner to install it. Neither must be.
    """
    sys.modules.setdefault("kernels", None)  # type: ignore[arg-type]  # importing it fails now
    logging.getLogger("bitsandbytes.backends.cpu.ops").setLevel(logging.ERROR)


def load_torch_library() -> bool:
    """Map ``libtorch_cpu.so``; False where it is not found, and the import does all by itself."""
    spec = importlib.util.find_spec("torch")
    places = spec.submodule_search_locations if spec is not None else None
    if not places or os.name != "posix":
        return False
    library = Path(places[0]) / "lib" / "libtorch_cpu.so"
    system = ctypes.CDLL(None)
    system.dlopen.restype = ctypes.c_void_p
    system.dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    return bool(system.dlopen(os.fsencode(library), os.RTLD_NOW))
