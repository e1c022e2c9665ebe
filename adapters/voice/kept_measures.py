"""What was measured of the base, kept beside a run's checkpoints.

The verdict compares each document before and after, also where a run was resumed in between.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from adapters.voice import durable
from adapters.voice.perplexity import Measured

Measures = Mapping[str, Sequence[Measured]]  # by name of a set of documents, in their order

_FILE = "base.json"


def write(measures: Measures, folder: Path) -> None:
    """Keep them in ``folder``. Raises ``OSError`` where the disk is full."""
    plain = {name: [(m.loss, m.tokens) for m in some] for name, some in measures.items()}
    folder.mkdir(parents=True, exist_ok=True)
    durable.write(folder / _FILE, json.dumps(plain).encode())


def read(folder: Path) -> Measures | None:
    """What was kept in ``folder``, or None where nothing (whole) is."""
    try:
        plain = json.loads((folder / _FILE).read_bytes())
        return {
            str(name): [Measured(float(loss), int(tokens)) for loss, tokens in some]
            for name, some in plain.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return None
