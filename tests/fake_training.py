"""The part of the fake engine that trains, and deletes what came of it."""

import time

from adapters.catalog.records import RunState
from adapters.wording import phrase
from engine.handed_on import HandedOn
from engine.messages import (
    CarryOut,
    CarryOutEach,
    DeleteVersion,
    DeleteVoice,
    Done,
    FindNewNotes,
    HeldOut,
    MicroStep,
    NewNotes,
    NotesOfVoice,
    ResumeTraining,
    RolesTrained,
    RunQueued,
    RunStarted,
    ScenesGathered,
    StopAndKeep,
    TaughtRole,
    Train,
    Trained,
    TrainFromScenes,
    TrainingStep,
    TrainOn,
    UnusedFile,
)
from engine.worker import Steps
from tests.fake_rows import FakeRows
from tests.heard import user_error


class FakeTraining:
    """Runs of ``steps`` steps, each of two micro-batches of ``pause`` seconds."""

    pause: float
    steps: int
    new_notes = 0  # that each voice finds in its folder
    _rows: FakeRows

    def __init__(self) -> None:
        self._training: set[int] = set()  # runs under way
        self._resumed: set[int] = set()
        self._keep: set[int] = set()  # runs that were asked to stop and keep

    def _find_new_notes(self, command: FindNewNotes) -> Steps:
        del command
        yield from ()
        return NewNotes(
            tuple(NotesOfVoice(voice, "/notes", self.new_notes) for voice in self._rows.voices())
        )

    def _train(self, command: Train | TrainOn) -> Steps:
        return (yield from self._hand_on(self._rows.add_run(command, self.steps)))

    def _train_from_scenes(self, command: TrainFromScenes) -> Steps:
        """Whoever is named speaks in the folder, Ines if nobody is."""
        names = command.roles or ("Ines",)
        runs = [
            self._rows.add_run(Train(command.folder, name, "rust", command.options), self.steps)
            for name in names
        ]

        def give_up() -> None:
            for run in runs:
                self._rows.set_run_state(run, "paused")

        taught = [TaughtRole(run, name, 24, 6, 1) for run, name in zip(runs, names, strict=True)]
        unused = UnusedFile("photo.jpg", phrase("scene", "Nobody speaks in it."))
        yield ScenesGathered(6, tuple(taught), (unused,))
        return HandedOn(CarryOutEach(tuple(runs)), give_up)

    def _carry_out_each(self, command: CarryOutEach) -> Steps:
        trained = []
        for run in command.runs:
            trained += [(yield from self._carry_out(CarryOut(run)))]
        return RolesTrained(tuple(trained))

    def _resume(self, command: ResumeTraining) -> Steps:
        self._rows.set_run_state(command.run, "queued")
        self._resumed.add(command.run)
        return (yield from self._hand_on(command.run))

    def _hand_on(self, run: int) -> Steps:
        def give_up() -> None:
            self._rows.set_run_state(run, "paused")

        try:
            yield RunQueued(run, self._rows.training_before(run))
        except GeneratorExit:
            give_up()
            raise
        return HandedOn(CarryOut(run), give_up)

    def _carry_out(self, command: CarryOut) -> Steps:
        done = self.steps // 2 if command.run in self._resumed else 0
        return (yield from self._train_run(command.run, self._rows.run_name(command.run), done))

    def _train_run(self, run: int, name: str, done: int) -> Steps:
        state: RunState = "paused"
        self._training.add(run)
        self._rows.set_run_state(run, "running")
        try:
            yield RunStarted(run, done, self.steps)
            yield HeldOut(run, 0, 3.2)
            for step in range(done + 1, self.steps + 1):
                yield from self._one_step(run, step)
                if run in self._keep:
                    break
            yield HeldOut(run, step, 2.7)
            state = "finished"
        finally:
            self._training.discard(run)
            self._rows.set_run_state(run, state)
        voice = self._rows.add_voice(run)
        return Trained(run, voice, name, f"v{voice}", step, 9.0, step * 900, 24.5, 15.1, 4, 1_900)

    def _one_step(self, run: int, step: int) -> Steps:
        for _ in range(2):
            time.sleep(self.pause)
            yield MicroStep(run)
        loss = 2.5 + 0.7 / step
        left = (self.steps - step) * 2 * self.pause
        self._rows.record_step(run, step, loss)
        yield TrainingStep(run, step, self.steps, loss, 1e-3, step * 900, 180.0, left)

    def _stop_and_keep(self, command: StopAndKeep) -> Steps:
        yield from ()
        if command.run not in self._training:
            raise user_error()
        self._keep.add(command.run)
        return Done()

    def _delete_voice(self, command: DeleteVoice) -> Steps:
        yield from ()
        self._rows.trash_voice(command.voice)
        return Done()

    def _delete_version(self, command: DeleteVersion) -> Steps:
        yield from ()
        self._rows.trash_version(command.version)
        return Done()
