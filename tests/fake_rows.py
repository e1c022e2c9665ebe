"""The rows that the fake engine leaves in the catalog; without a catalog, made-up numbers."""

import json

from adapters.catalog import conversations, messages, models, runs, versions, voices
from adapters.catalog.database import Catalog
from adapters.catalog.messages import MadeBy
from adapters.catalog.records import RunState, RunStep, SpokenPart, StopReason, Voice
from engine.messages import Blended, Reply, Train, TrainOn

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
            blend=self.spoken(command.blend),
            blend_name=command.blend.name if command.blend else None,
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

    def spoken(self, blend: Blended | None) -> tuple[SpokenPart, ...]:
        """The voices of a blend as a reply keeps them."""
        if self.catalog is None or blend is None:
            return ()
        cards = [(voices.get(self.catalog, part.voice), part.strength) for part in blend.parts]
        return tuple(
            SpokenPart(card.id, card.version.id, card.name, card.colour, strength)
            for card, strength in cards
        )

    def voices(self) -> list[int]:
        return [voice.id for voice in voices.everything(self.catalog)] if self.catalog else []

    def trash_voice(self, voice: int) -> None:
        if self.catalog is not None:
            voices.trash(self.catalog, voice)

    def trash_version(self, version: int) -> None:
        if self.catalog is not None:
            versions.trash(self.catalog, version)

    def add_model(self, path: str) -> int:
        if self.catalog is None:
            return 7
        return models.add(self.catalog, "Added", "folder", path, 2_000_000, 2048).id

    def add_run(self, command: Train | TrainOn, steps: int) -> int:
        if self.catalog is None:
            self._runs += 1
            return self._runs
        card = self._voice(command.voice) if isinstance(command, TrainOn) else command
        assert card is not None
        run = runs.add(
            self.catalog,
            card.name,
            card.colour,
            command.folder,
            self._model(),
            FINGERPRINT,
            json.dumps(command.options.as_dict()),
            command.options.seed,
            goes_on=card.version if isinstance(card, Voice) else None,
        )
        runs.plan(self.catalog, run.id, steps, 40, 4)
        return run.id

    def training_before(self, run: int) -> str:
        if self.catalog is None:
            return ""
        rows = runs.everything(self.catalog)
        return next(
            (row.name for row in rows if row.id != run and row.state in ("running", "queued")), ""
        )

    def run_name(self, run: int) -> str:
        return runs.get(self.catalog, run).name if self.catalog else f"Voice {run}"

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
            voice=row.voice,
            parent=row.base_version,
        )
        return voice.id

    def add_imported(self, name: str) -> int:
        if self.catalog is None:
            return 9
        path = f"import-{len(voices.everything(self.catalog)) + 1}"
        return voices.add_version(
            self.catalog,
            run=None,
            name=name,
            colour="plum",
            model_name=MODEL,
            model_fingerprint=FINGERPRINT,
            path=path,
            sha256="0" * 64,
            bytes=1_900,
            rank=4,
            targets=("q_proj",),
            perplexity_before=None,
            perplexity_after=None,
            notes=0,
        ).id

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
