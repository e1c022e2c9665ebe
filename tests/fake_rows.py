"""The rows that the fake engine leaves in the catalog; without a catalog, made-up numbers."""

from adapters.catalog import conversations, messages, models, runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.messages import MadeBy
from adapters.catalog.records import RunState, RunStep, StopReason, Voice
from engine.messages import Reply, Train

MODEL = "Fake-135M"
FINGERPRINT = "f" * 64


class FakeRows:
    def __init__(self, catalog: Catalog | None) -> None:
        self.catalog = catalog
        self._runs = 0

    def add_reply(self, command: Reply) -> int | None:
        if self.catalog is None:
            return None
        asked = messages.get(self.catalog, command.message)
        row = messages.add(
            self.catalog,
            asked.conversation,
            asked.id,
            "assistant",
            "",
            strength=command.strength,
            model_name=MODEL,
            seed=command.sampling.seed or 42,
            **self._made_by(self._voice(command.voice)),
        )
        conversations.set_leaf(self.catalog, asked.conversation, row.id)
        return row.id

    def store_reply(self, row: int | None, text: str, tokens: int, stop: StopReason) -> None:
        if self.catalog is not None and row is not None:
            messages.update(
                self.catalog, row, text=text, tokens=tokens, seconds=tokens / 20, stop=stop
            )

    def voice_name(self, voice: int | None) -> str | None:
        row = self._voice(voice)
        return row.name if row else None

    def trash_voice(self, voice: int) -> None:
        if self.catalog is not None:
            voices.trash(self.catalog, voice)

    def add_model(self, path: str) -> int:
        if self.catalog is None:
            return 7
        return models.add(self.catalog, "Added", "folder", path, 2_000_000, 2048).id

    def add_run(self, command: Train, steps: int) -> int:
        if self.catalog is None:
            self._runs += 1
            return self._runs
        run = runs.add(
            self.catalog,
            command.name,
            command.colour,
            command.folder,
            self._model(),
            FINGERPRINT,
            "{}",
            command.options.seed,
        )
        runs.plan(self.catalog, run.id, steps, 40, 4)
        return run.id

    def record_step(self, run: int, step: int, loss: float) -> None:
        if self.catalog is not None:
            runs.record(self.catalog, RunStep(run, step, loss, None, 1e-3, step * 900, step * 0.1))

    def set_run_state(self, run: int, state: RunState) -> None:
        if self.catalog is not None:
            runs.set_state(self.catalog, run, state)

    def add_voice(self, run: int) -> int:
        if self.catalog is None:
            return run
        row = runs.get(self.catalog, run)
        voice = voices.add_version(
            self.catalog,
            run=run,
            name=row.name,
            colour=row.colour,
            model_name=MODEL,
            model_fingerprint=FINGERPRINT,
            path=f"v{run}",
            sha256="0" * 64,
            bytes=1_900,
            rank=16,
            targets=("q_proj", "v_proj"),
            perplexity_before=24.5,
            perplexity_after=15.1,
            notes=40,
        )
        runs.finish(self.catalog, run, voice.id, voice.version.id)
        return voice.id

    def _model(self) -> int:
        assert self.catalog is not None
        known = models.everything(self.catalog)
        if known:
            return known[0].id
        return models.add(self.catalog, MODEL, "starter", "/models/fake", 90_000_000, 2048).id

    def _voice(self, voice: int | None) -> Voice | None:
        if self.catalog is None or voice is None:
            return None
        return voices.get(self.catalog, voice)

    def _made_by(self, voice: Voice | None) -> MadeBy:
        if voice is None:
            return {}
        return {"voice": voice.id, "voice_version": voice.version.id}
