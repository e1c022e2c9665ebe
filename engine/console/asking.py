"""``ask``: one question, its answer streamed as it comes."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from adapters.catalog import blends, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Blend, Voice
from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine import instructions
from engine.blends import blend_of
from engine.console.desk import Desk, at_desk
from engine.console.drawing import sampling
from engine.console.scene.playing import ask_in_scene
from engine.console.screen import complain, print_json
from engine.console.stream import Stream
from engine.console.words import decimal
from engine.console.work import Stopped, run
from engine.messages import Answer, Ask, Blended, Part
from engine.owner import Makers
from engine.places import Places
from engine.settings import Settings


def ask(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Answer the question; 0, or raises ``UserError`` or ``Stopped``."""
    settings = Settings.load(places.settings)
    text = sys.stdin.read() if arguments.text == "-" else arguments.text

    drawn = sampling(arguments, settings.sampling)

    def answer(desk: Desk) -> int:
        if arguments.scene is not None:
            return ask_in_scene(desk, arguments.scene, arguments.role, text, drawn, arguments.json)
        voice, strength, blend = speakers(desk.catalog, arguments.voice, arguments.strength)
        command = Ask(
            text=text,
            instruction=instructions.for_new_conversation(desk.catalog, settings.language),
            voice=voice,
            strength=strength,
            sampling=drawn,
            blend=blend,
        )
        return _answered(desk, command, arguments)

    return at_desk(places, makers, answer)


def speakers(
    catalog: Catalog, names: Sequence[str], strengths: Sequence[float]
) -> tuple[int | None, float, Blended | None]:
    """Who answers: a voice or none, a strength, and a blend where several voices are named.

    One name may also be that of a blend that was kept. Raises ``UserError``.
    """
    if len(names) < 2:
        speaker = speaker_named(catalog, names[0] if names else None)
        strength = strengths[-1] if strengths else 1.0
        if isinstance(speaker, Blend):
            return None, strength, blend_of(speaker)
        return speaker.id if speaker else None, strength, None
    named = [voice_named(catalog, name) for name in names]
    given = strengths or [1.0] * len(names)
    parts = tuple(Part(voice.id, s) for voice, s in zip(named, given, strict=True))
    return None, 1.0, Blended(" + ".join(voice.name for voice in named), parts)


def speaker_named(catalog: Catalog, name: str | None) -> Voice | Blend | None:
    """The voice of that name, else the blend; None for no name. Raises ``UserError``."""
    if name is None:
        return None
    return (
        voices.by_name(catalog, name)
        or blends.by_name(catalog, name)
        or voice_named(catalog, name)
    )


def voice_named(catalog: Catalog, name: str) -> Voice:
    """Raises ``UserError`` for an unknown one."""
    voice = voices.by_name(catalog, name)
    if voice is not None:
        return voice
    known = ", ".join(f"“{each.name}”" for each in voices.everything(catalog, limit=10))
    raise UserError(
        phrase("errors", "There is no voice “{name}”.", name=name),
        phrase("errors", "The voices are: {names}", names=known)
        if known
        else phrase("errors", "No voice has been trained yet."),
        phrase("errors", "Name one of them, or train it: train FOLDER --name NAME."),
    )


def _answered(desk: Desk, command: Ask, arguments: Namespace) -> int:
    stream = Stream(aloud=not arguments.json)
    answer: Answer | None = None
    try:
        answer = run(desk.begin, command, stream.show)
    except Stopped:
        if arguments.json:
            _print_partial(stream, command, " + ".join(arguments.voice) or None)
        raise
    finally:
        stream.end(answer)
    if arguments.json:
        print_json(_as_json(answer))
    elif sys.stderr.isatty():
        complain(_figures(answer))
    return 0


def _figures(answer: Answer) -> Phrase:
    return phrase(
        "console",
        "({tokens} tokens, {speed} tokens/s, seed {seed})",
        tokens=answer.tokens,
        speed=decimal(answer.tokens_per_second),
        seed=answer.seed,
    )


def _as_json(answer: Answer) -> dict[str, object]:
    """For a blend also its parts; for one voice the same keys as ever."""
    parts = [{"voice": part.voice, "strength": part.strength} for part in answer.blend]
    return {
        "text": answer.text,
        "tokens": answer.tokens,
        "tokens_per_second": answer.tokens_per_second,
        "voice": answer.voice,
        "strength": answer.strength,
        "seed": answer.seed,
        "model": answer.model,
        **({"blend": parts} if parts else {}),
    }


def _print_partial(stream: Stream, command: Ask, voice: str | None) -> None:
    last = stream.last
    print_json(
        {
            "text": stream.text,
            "tokens": last.tokens if last else 0,
            "tokens_per_second": last.tokens_per_second if last else 0.0,
            "voice": voice,
            "strength": command.strength,
            "seed": stream.seed,
            "model": None,
        }
    )
