"""What the engine holds between jobs: the loaded model with its voices, a training under way."""

import gc
from collections import OrderedDict
from dataclasses import dataclass, field

from adapters.catalog.records import Model
from adapters.voice.files import VoiceWeights
from adapters.voice.slot import VoiceSlot
from engine.generation.decoder import Decoder
from engine.generation.pasts import Pasts
from engine.jobs.shared import Shared
from engine.messages import Footprint, ModelChanged
from engine.model.load import LoadedModel

_VOICES_KEPT = 8  # read from disk and ready; a few megabytes each


@dataclass
class Loaded:
    """The model in memory and everything that hangs on it."""

    row: Model
    model: LoadedModel
    decoder: Decoder
    slot: VoiceSlot
    pasts: Pasts
    voices: OrderedDict[int, VoiceWeights] = field(default_factory=OrderedDict)  # by version

    def keep(self, version: int, weights: VoiceWeights) -> None:
        """Keep a voice's weights at hand; the one not used for longest leaves."""
        self.voices[version] = weights
        self.voices.move_to_end(version)
        while len(self.voices) > _VOICES_KEPT:
            self.voices.popitem(last=False)


@dataclass
class RunningTraining:
    """A run under way; its job looks at ``stop_and_keep`` after every step."""

    run: int
    bytes: int = 0  # that it added to memory: adapter, optimiser, activations, second layout
    stop_and_keep: bool = False


@dataclass
class State(Shared):
    """Touched on the engine's thread only."""

    loaded: Loaded | None = None
    training: RunningTraining | None = None

    def put_model(self, loaded: Loaded | None) -> None:
        """Hold another model, or none, and tell everyone."""
        self.loaded = loaded
        if loaded is None:
            gc.collect()  # modules refer to each other, so counting alone frees them late
            self.emit(ModelChanged(None, "", "", 0))
            return
        model = loaded.model
        self.emit(
            ModelChanged(loaded.row.id, loaded.row.name, model.fingerprint, model.context_length)
        )

    def free_what_can_be_made_again(self) -> None:
        """After memory ran out: forget pasts and voices; the model stays."""
        if self.loaded is not None:
            self.loaded.pasts.clear()
            self.loaded.voices.clear()
            self.loaded.slot.forget()
        gc.collect()

    def footprint(self) -> Footprint:
        """What is held now, in bytes."""
        training = self.training.bytes if self.training else 0
        if self.loaded is None:
            return Footprint("cpu", training=training)
        held = self.loaded
        return Footprint(
            device=str(held.model.device),
            weights=held.model.weight_bytes,
            voices=held.slot.bytes + sum(voice.bytes for voice in held.voices.values()),
            kv_cache=held.pasts.bytes,
            kv_tokens=held.pasts.tokens,
            training=training,
        )
