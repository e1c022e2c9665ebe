"""The engine: owns the model and turns each command into a generator of updates."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

from adapters.catalog.database import Catalog
from engine.failures import is_out_of_memory
from engine.jobs import models, reply, stopping, training, voices
from engine.jobs.footprints import Footprints
from engine.jobs.state import State
from engine.messages import (
    Ask,
    Command,
    DeleteVoice,
    LoadModel,
    Reply,
    ResumeTraining,
    StopAndKeep,
    Train,
    UnloadModel,
)
from engine.places import Places
from engine.worker import Emit, Steps

JOBS: dict[type[Command], Callable[[State, Any], Steps]] = {
    Ask: reply.ask,
    DeleteVoice: voices.delete_voice,
    LoadModel: models.load_model,
    Reply: reply.reply,
    ResumeTraining: training.resume,
    StopAndKeep: stopping.stop_and_keep,
    Train: training.train,
    UnloadModel: models.unload_model,
}


class Engine:
    """The handler of the model's lane; made and used on that lane's thread only."""

    def __init__(self, places: Places, catalog: Catalog, emit: Emit) -> None:
        self.state = State(places, catalog, emit)
        self._footprints = Footprints(self.state)

    def handle(self, command: Command) -> Steps:
        """Do a command step by step; after running out of memory, caches are let go."""
        try:
            with closing(JOBS[type(command)](self.state, command)) as job:
                while True:
                    try:
                        update = next(job)
                    except StopIteration as end:
                        return end.value
                    self._footprints.show()
                    yield update
        except Exception as error:
            if is_out_of_memory(error):
                self.state.free_what_can_be_made_again()
            raise
        finally:
            self._footprints.show(now=True)

    def close(self) -> None:
        """Let go of the model; everything that lasts is in the catalog already."""
        self.state.loaded = None
