"""How a voice learns on where nothing else is said: as it did before. Loads no torch."""

import json
from dataclasses import replace

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, Voice
from adapters.voice.options import TrainingOptions

SEEDS = 2**31


def run_before(catalog: Catalog, voice: Voice) -> Run | None:
    """The run that made its current version; None for one from elsewhere."""
    return runs.get(catalog, voice.version.run) if voice.version.run is not None else None


def options_for(voice: Voice, before: Run | None) -> TrainingOptions:
    """The settings of the run ``before``; where there is none, what the voice's files say.

    The seed is another: it draws which of the older notes are replayed.
    """
    version = voice.version
    of_files = TrainingOptions(rank=version.rank, alpha=2 * version.rank, targets=version.targets)
    if before is None:
        return of_files
    try:
        options = TrainingOptions.from_dict(json.loads(before.options))
    except (ValueError, TypeError):  # written by a version that knew other limits
        return of_files
    return replace(options.for_another_run(), seed=(before.seed + 1) % SEEDS)
