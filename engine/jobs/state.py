"""What the engine holds between jobs: the loaded model with its voices, a training under way."""

import gc
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from adapters.catalog.records import Model, RunState
from adapters.voice.files import VoiceWeights
from adapters.voice.slot import VoiceSlot
from adapters.wording import Phrase
from engine.generation.decoder import Decoder
from engine.generation.pasts import PartKey, Pasts
from engine.jobs.shared import Shared
from engine.memory.peak import Peak
from engine.messages import Footprint, ModelChanged
from engine.model.load import LoadedModel

_VOICES_KEPT = 8  # read from disk and ready; a few megabytes each
_BLENDS_KEPT = 2  # made of them; each is as large as its parts together


@dataclass
class Loaded:
    """The model in memory and everything that hangs on it."""

    row: Model
    model: LoadedModel
    decoder: Decoder
    slot: VoiceSlot
    pasts: Pasts
    voices: OrderedDict[int, VoiceWeights] = field(default_factory=OrderedDict)  # by version
    blends: OrderedDict[tuple[PartKey, ...], VoiceWeights] = field(default_factory=OrderedDict)

    def keep(self, version: int, weights: VoiceWeights) -> None:
        """Keep a voice's weights at hand; the one not used for longest leaves."""
        self.voices[version] = weights
        self.voices.move_to_end(version)
        while len(self.voices) > _VOICES_KEPT:
            self.voices.popitem(last=False)

    def keep_blend(self, key: tuple[PartKey, ...], weights: VoiceWeights) -> None:
        """The same for a blend; the slot gives up the one that leaves."""
        self.blends[key] = weights
        while len(self.blends) > _BLENDS_KEPT:
            self.slot.forget(self.blends.popitem(last=False)[1])

    @property
    def voice_bytes(self) -> int:
        """Memory of the voices at hand, the slot included."""
        held = (*self.voices.values(), *self.blends.values())
        return self.slot.bytes + sum(voice.bytes for voice in held)


@dataclass
class RunningTraining:
    """A run under way; its job looks at ``stop_and_keep`` after every step."""

    run: int
    step: int  # that it has reached
    bytes: int = 0  # that it added to memory: adapter, optimiser, activations, second layout
    peak: Peak | None = None  # once its model is loaded
    stop_and_keep: bool = False
    kept: bool = False  # its voice is made; what follows is the verdict


@dataclass
class State(Shared):
    """Touched on the engine's thread only, ``hurried`` apart."""

    loaded: Loaded | None = None
    training: RunningTraining | None = None
    # How runs stand that could not be written, as on a full disk; see ``run_state``.
    unsettled: dict[int, tuple[RunState, Phrase | None]] = field(default_factory=dict)
    hurried: threading.Event = field(default_factory=threading.Event)  # see ``Handler``

    def put_model(self, loaded: Loaded | None) -> None:
        """Hold another model, or none, and tell everyone."""
        before, self.loaded = self.loaded, loaded
        if loaded is None:
            if before is not None:
                del before
                # Modules refer to each other, so counting alone frees them late. Half a second
                # in which the window stands still: only where there is something to free.
                gc.collect()
            self.emit(ModelChanged(None, "", "", 0))
            return
        model = loaded.model
        self.emit(
            ModelChanged(
                loaded.row.id,
                loaded.row.name,
                model.fingerprint,
                model.context_length,
                model.advised,
            )
        )

    def free_what_can_be_made_again(self) -> None:
        """After memory ran out: forget pasts and voices; the model stays."""
        if self.loaded is not None:
            self.loaded.pasts.clear()
            self.loaded.voices.clear()
            self.loaded.blends.clear()
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
            voices=held.voice_bytes,
            kv_cache=held.pasts.bytes,
            kv_tokens=held.pasts.tokens,
            training=training,
        )
