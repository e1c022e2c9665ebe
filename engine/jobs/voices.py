"""Putting voices on the loaded model, and taking them away."""

from collections.abc import Generator
from dataclasses import dataclass

from adapters.catalog import voices
from adapters.catalog.records import Voice
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.files import VoiceWeights
from adapters.wording import phrase
from engine.generation.pasts import PastKey
from engine.jobs.shared import Shared
from engine.jobs.state import Loaded, State
from engine.messages import DeleteVoice, Done, Update


@dataclass(frozen=True)
class Worn:
    """The voice that the model speaks with, in its current version; None is the base itself."""

    voice: Voice | None
    strength: float

    def key(self, model: str) -> PastKey:
        """What pasts that are computed now depend on; ``model`` is its fingerprint."""
        if self.voice is None:
            return PastKey.of(model)
        return PastKey.of(model, self.voice.id, self.voice.version.id, self.strength)

    @property
    def name(self) -> str | None:
        return self.voice.name if self.voice else None


def put_on(shared: Shared, loaded: Loaded, voice: int | None, strength: float) -> Worn:
    """Let the model speak with ``voice`` (a catalog id) from the next token on.

    Raises ``UserError`` where it is gone, damaged, or was trained on another model; the
    model then speaks as before.
    """
    if voice is None:
        loaded.slot.put(None, 0.0)
        return Worn(None, strength)
    card = _card(shared, voice)
    _check_base(card, loaded)
    loaded.slot.put(_weights(shared, loaded, card), strength)
    voices.touch(shared.catalog, card.id)
    return Worn(card, strength)


def delete_voice(state: State, command: DeleteVoice) -> Generator[Update, None, Done]:
    """Take a voice off the model and move it to the trash."""
    yield from ()
    card = _card(state, command.voice)
    if state.loaded is not None:
        state.loaded.slot.put(None, 0.0)
        state.loaded.voices.pop(card.version.id, None)
    voices.trash(state.catalog, card.id)
    return Done()


def _card(shared: Shared, voice: int) -> Voice:
    try:
        card = voices.get(shared.catalog, voice)
    except LookupError:
        card = None
    if card is None or card.trashed is not None:
        raise UserError(
            phrase("errors", "This voice is not there any more."),
            phrase("errors", "It was deleted."),
            phrase("errors", "Choose another voice, or take it out of the trash."),
        )
    return card


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
