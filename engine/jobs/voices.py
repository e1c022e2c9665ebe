"""Putting voices on the loaded model, and taking them away."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from adapters.catalog import versions, voices
from adapters.catalog.records import SpokenPart, Voice
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.blend import blended
from adapters.voice.files import VoiceWeights
from adapters.wording import phrase
from engine.generation.pasts import PartKey, PastKey
from engine.jobs.choice import card_of
from engine.jobs.shared import Shared
from engine.jobs.state import Loaded, State
from engine.messages import Blended, DeleteVersion, DeleteVoice, Done, Update


@dataclass(frozen=True)
class WornPart:
    """A voice in its current version, at a strength."""

    voice: Voice
    strength: float

    @property
    def key(self) -> PartKey:
        return PartKey(self.voice.id, self.voice.version.id, float(self.strength))

    @property
    def spoken(self) -> SpokenPart:
        card = self.voice
        return SpokenPart(card.id, card.version.id, card.name, card.colour, self.strength)


@dataclass(frozen=True)
class Worn:
    """What the model speaks with: one voice, the voices of a blend, or neither.

    ``strength`` is that of the voice, or what multiplies those of the blend's parts.
    """

    voice: Voice | None
    strength: float
    blend: str = ""  # its name
    parts: tuple[WornPart, ...] = ()  # of the blend, at the strengths that the owner gave them

    @property
    def heard(self) -> tuple[WornPart, ...]:
        """Each voice at the strength with which it is computed, in the order of their ids."""
        if self.voice is not None:
            return (WornPart(self.voice, self.strength),)
        scaled = [WornPart(part.voice, part.strength * self.strength) for part in self.parts]
        return tuple(sorted(scaled, key=lambda part: part.voice.id))

    def key(self, model: str) -> PastKey:
        """What pasts that are computed now depend on; ``model`` is its fingerprint."""
        return PastKey.of(model, *(part.key for part in self.heard))

    @property
    def name(self) -> str | None:
        return self.voice.name if self.voice else self.blend or None

    @property
    def spoken(self) -> tuple[SpokenPart, ...]:
        """The parts of a blend, as a reply keeps them."""
        return tuple(part.spoken for part in self.parts)


def put_on(
    shared: Shared,
    loaded: Loaded,
    voice: int | None,
    strength: float,
    blend: Blended | None = None,
    version: int | None = None,
) -> Worn:
    """Let the model speak with ``voice`` (a catalog id), or a blend, from the next token on.

    ``version`` is another of the voice's than its current one.
    Raises ``UserError`` where a voice is gone, damaged, or was trained on another model; the
    model then speaks as before.
    """
    if blend is not None:
        parts = tuple(
            WornPart(_fitting(shared, loaded, part.voice), part.strength) for part in blend.parts
        )
        worn = Worn(None, strength, blend.name, parts)
    else:
        card = None if voice is None else _fitting(shared, loaded, voice, version)
        worn = Worn(card, strength)
    _wear(shared, loaded, [part for part in worn.heard if part.strength != 0])
    for part in worn.heard:
        voices.touch(shared.catalog, part.voice.id)
    return worn


def _wear(shared: Shared, loaded: Loaded, parts: Sequence[WornPart]) -> None:
    """None of them is the base itself, and one alone is that voice, bit for bit."""
    if len(parts) < 2:
        for part in parts:
            loaded.slot.put(_weights(shared, loaded, part.voice), part.strength)
        if not parts:
            loaded.slot.put(None, 0.0)
        return
    key = tuple(part.key for part in parts)
    if key not in loaded.blends:
        weights = [_weights(shared, loaded, part.voice) for part in parts]
        strengths = [part.strength for part in parts]
        loaded.keep_blend(key, blended(list(zip(weights, strengths, strict=True))))
    loaded.slot.put(loaded.blends[key])


def delete_voice(state: State, command: DeleteVoice) -> Generator[Update, None, Done]:
    """Take a voice off the model and move it to the trash."""
    yield from ()
    card = card_of(state.catalog, command.voice)
    _take_off(state, card.version.id)
    voices.trash(state.catalog, card.id)
    return Done()


def delete_version(state: State, command: DeleteVersion) -> Generator[Update, None, Done]:
    """Move one version to the trash; who compared it may have it on the model still."""
    yield from ()
    versions.trash(state.catalog, command.version)
    _take_off(state, command.version)
    return Done()


def _take_off(state: State, version: int) -> None:
    """Whatever is worn, nothing of this version is kept in memory."""
    if state.loaded is not None:
        state.loaded.slot.put(None, 0.0)
        state.loaded.voices.pop(version, None)
        state.loaded.blends.clear()


def _fitting(shared: Shared, loaded: Loaded, voice: int, version: int | None = None) -> Voice:
    card = card_of(shared.catalog, voice)
    _check_base(card, loaded)
    return card if version is None else _in_version(shared, card, version)


def _in_version(shared: Shared, card: Voice, version: int) -> Voice:
    for one in voices.versions(shared.catalog, card.id):
        if one.id == version:
            return replace(card, version=one)
    raise versions.gone()


def _check_base(card: Voice, loaded: Loaded) -> None:
    if card.model_fingerprint != loaded.model.fingerprint:
        base = card.model_name
        raise UserError(
            phrase("errors", "The voice “{name}” does not fit this model.", name=card.name),
            phrase(
                "errors",
                "It was trained on {trained_on}, and {loaded} is loaded.",
                trained_on=base,
                loaded=loaded.row.name,
            ),
            phrase(
                "errors", "Load {trained_on}, or choose another voice.", trained_on=card.model_name
            ),
        )


def _weights(shared: Shared, loaded: Loaded, card: Voice) -> VoiceWeights:
    version = card.version
    weights = loaded.voices.get(version.id)
    if weights is None:
        weights = files.load(shared.places.voices / version.path, version.sha256)
    loaded.keep(version.id, weights)
    return weights
