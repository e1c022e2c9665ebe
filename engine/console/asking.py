"""``ask``: one question, its answer streamed as it comes."""

import sys
from argparse import Namespace
from dataclasses import fields, replace

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine import instructions
from engine.console.desk import Desk, at_desk
from engine.console.screen import print_json
from engine.console.stream import Stream
from engine.console.work import Stopped, run
from engine.messages import Answer, Ask, Sampling
from engine.owner import Makers
from engine.places import Places
from engine.settings import Settings


def ask(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Answer the question; 0, or raises ``UserError`` or ``Stopped``."""
    settings = Settings.load(places.settings)
    text = sys.stdin.read() if arguments.text == "-" else arguments.text

    def answer(desk: Desk) -> int:
        command = Ask(
            text=text,
            instruction=instructions.for_new_conversation(desk.catalog, settings.language),
            voice=voice_named(desk.catalog, arguments.voice),
            strength=arguments.strength,
            sampling=sampling(arguments, settings.sampling),
        )
        return _answered(desk, command, arguments)

    return at_desk(places, makers, answer)


def voice_named(catalog: Catalog, name: str | None) -> int | None:
    """The voice's id; None for no name. Raises ``UserError`` for an unknown one."""
    if name is None:
        return None
    voice = voices.by_name(catalog, name)
    if voice is not None:
        return voice.id
    known = ", ".join(f"“{each.name}”" for each in voices.everything(catalog, limit=10))
    raise UserError(
        phrase("errors", "There is no voice “{name}”.", name=name),
        phrase("errors", "The voices are: {names}", names=known)
        if known
        else phrase("errors", "No voice has been trained yet."),
        phrase("errors", "Name one of them, or train it: train FOLDER --name NAME."),
    )


def sampling(arguments: Namespace, usual: Sampling) -> Sampling:
    """The owner's usual way to draw, with what the command line says otherwise."""
    names = [each.name for each in fields(Sampling)]
    said = {name: getattr(arguments, name) for name in names}
    return replace(usual, **{name: value for name, value in said.items() if value is not None})


def _answered(desk: Desk, command: Ask, arguments: Namespace) -> int:
    stream = Stream(aloud=not arguments.json)
    answer: Answer | None = None
    try:
        answer = run(desk.begin, command, stream.show)
    except Stopped:
        if arguments.json:
            _print_partial(stream, command, arguments.voice)
        raise
    finally:
        stream.end(answer)
    if arguments.json:
        print_json(_as_json(answer))
    elif sys.stderr.isatty():
        speed = f"{answer.tokens_per_second:.1f} tokens/s"
        print(f"({answer.tokens} tokens, {speed}, seed {answer.seed})", file=sys.stderr)
    return 0


def _as_json(answer: Answer) -> dict[str, object]:
    return {
        "text": answer.text,
        "tokens": answer.tokens,
        "tokens_per_second": answer.tokens_per_second,
        "voice": answer.voice,
        "strength": answer.strength,
        "seed": answer.seed,
        "model": answer.model,
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
