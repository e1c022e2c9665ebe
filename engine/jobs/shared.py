"""What every job is given, on both lanes."""

from dataclasses import dataclass

from adapters.catalog.database import Catalog
from engine.places import Places
from engine.worker import Emit


@dataclass
class Shared:
    """Where things lie, the catalog, and a way to tell everyone something.

    A job is a function of this (or of ``State`` on the model's lane) and a command that
    gives a generator of updates; what it returns is the job's result.
    """

    places: Places
    catalog: Catalog
    emit: Emit
