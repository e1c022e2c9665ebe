"""What a line that begins with a slash does in the terminal chat."""

import shlex
from collections.abc import Callable

from adapters.catalog import voices
from adapters.catalog.records import Blend
from adapters.errors import UserError
from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase, phrase
from engine.blends import blend_of
from engine.console import asking, screen, training
from engine.console.listing import HEADINGS
from engine.console.talk import Talk
from engine.console.words import decimal, words
from engine.messages import ResumeTraining, Train

HELP = phrase(
    "console",
    """\
/voices             list the voices
/voice NAME         let a voice or a blend answer; /voice alone goes back to the base model
/strength S         how strongly the voice colours the answers, 0 to 2
/train FOLDER NAME  train a voice from a folder of notes; Ctrl+C pauses
/train --resume RUN go on with a paused training
/new                begin a new conversation
/help               this list
/quit               leave; everything is kept""",
)
NOBODY = phrase("console", "There is no voice yet; /train makes one.")


def do(talk: Talk, line: str) -> None:
    """Do the command in ``line``. Raises ``UserError``, or ``Stopped`` from a training."""
    name, _, rest = line.partition(" ")
    command = COMMANDS.get(name)
    if command is None:
        raise _wrong(phrase("errors", "There is no command {name}.", name=name))
    command(talk, rest.strip())


def _help(_: Talk, __: str) -> None:
    screen.say(HELP)


def _voices(talk: Talk, _: str) -> None:
    rows = [(v.name, v.model_name, str(v.version.notes)) for v in talk.voices()]
    if not rows:
        screen.say(NOBODY)
        return
    voice, model, notes = (words(HEADINGS[name]) for name in ("voice", "model", "notes"))
    print(screen.table([(voice, model, notes), *rows]))


def _voice(talk: Talk, name: str) -> None:
    speaker = asking.speaker_named(talk.catalog, name or None)
    if isinstance(speaker, Blend):
        blend_of(speaker)  # says what is missing, before it is chosen
    talk.use(speaker, talk.strength)
    if speaker is None:
        screen.say(phrase("console", "The base model answers now."))
    else:
        screen.say(phrase("console", "“{name}” answers now.", name=speaker.name))


def _strength(talk: Talk, given: str) -> None:
    try:
        strength = float(given.replace(",", "."))
    except ValueError:
        strength = -1.0
    if not 0.0 <= strength <= 2.0:
        raise _wrong(phrase("errors", "The strength is a number from 0 to 2."))
    talk.use(talk.voice or talk.blend, strength)
    number = decimal(strength, 2).rstrip("0").rstrip(".,")
    screen.say(phrase("console", "Strength {number}.", number=number))


def _train(talk: Talk, given: str) -> None:
    try:
        parts = shlex.split(given)
    except ValueError:
        parts = []
    match parts:
        case ["--resume", run] if run.isdigit():
            training.work(talk.desk, ResumeTraining(int(run)))
        case [folder, *name] if name and folder != "--resume":
            colour = voices.next_colour(talk.catalog)
            notes = training.notes_folder(folder)
            command = Train(str(notes), " ".join(name), colour, TrainingOptions())
            training.work(talk.desk, command)
        case _:
            raise _wrong(phrase("errors", "A training needs a folder and a name."))


def _new(talk: Talk, _: str) -> None:
    talk.begin_anew()
    screen.say(phrase("console", "A new conversation."))


def _wrong(what: Phrase) -> UserError:
    return UserError(
        what,
        phrase("errors", "Timbre could not tell what to do."),
        phrase("errors", "/help lists the commands."),
    )


COMMANDS: dict[str, Callable[[Talk, str], None]] = {
    "/help": _help,
    "/new": _new,
    "/strength": _strength,
    "/train": _train,
    "/voice": _voice,
    "/voices": _voices,
}
