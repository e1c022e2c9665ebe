"""The engine: owns the model and turns each command into a generator of updates."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import torch

from adapters.catalog.database import Catalog
from engine.failures import is_out_of_memory
from engine.jobs import (
    models,
    playing,
    reading_ahead,
    reply,
    stopping,
    training,
    training_each,
    voices,
)
from engine.jobs.footprints import Footprints
from engine.jobs.run_state import catch_up
from engine.jobs.state import State
from engine.messages import (
    Ask,
    CarryOut,
    CarryOutEach,
    Command,
    DeleteVersion,
    DeleteVoice,
    LoadModel,
    PlayScene,
    PlayTurn,
    ReadAhead,
    Reply,
    ResumeTraining,
    StopAndKeep,
    UnloadModel,
)
from engine.model.load import spare_cores
from engine.places import Places
from engine.worker import Emit, Steps

JOBS: dict[type[Command], Callable[[State, Any], Steps]] = {
    Ask: reply.ask,
    CarryOut: training.carry_out,
    CarryOutEach: training_each.carry_out_each,
    DeleteVersion: voices.delete_version,
    DeleteVoice: voices.delete_voice,
    LoadModel: models.load_model,
    PlayScene: playing.play_scene,
    PlayTurn: playing.play_turn,
    ReadAhead: reading_ahead.read_ahead,
    Reply: reply.reply,
    ResumeTraining: training.resume,
    StopAndKeep: stopping.stop_and_keep,
    UnloadModel: models.unload_model,
}


class Engine:
    """The handler of the model's lane; made and used on that lane's thread only."""

    def __init__(self, places: Places, catalog: Catalog, emit: Emit) -> None:
        torch.set_num_threads(spare_cores())  # a conversion comes before any load
        self.state = State(places, catalog, emit)
        self.hurried = self.state.hurried
        self._footprints = Footprints(self.state)

    def handle(self, command: Command) -> Steps:
        """Do a command step by step; after running out of memory, caches are let go."""
        try:
            catch_up(self.state)
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
