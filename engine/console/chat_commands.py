"""What a line that begins with a slash does in the terminal chat."""

import shlex
from collections.abc import Callable

from adapters.catalog import voices
from adapters.errors import UserError
from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase, phrase
from engine.console import asking, screen, training
from engine.console.talk import Talk
from engine.messages import ResumeTraining, Train

HELP = """\
/voices             list the voices
/voice NAME         let a voice answer; /voice alone goes back to the base model
/strength S         how strongly the voice colours the answers, 0 to 2
/train FOLDER NAME  train a voice from a folder of notes; Ctrl+C pauses
/train --resume RUN go on with a paused training
/new                begin a new conversation
/help               this list
/quit               leave; everything is kept"""


def do(talk: Talk, line: str) -> None:
    """Do the command in ``line``. Raises ``UserError``, or ``Stopped`` from a training."""
    name, _, rest = line.partition(" ")
    command = COMMANDS.get(name)
    if command is None:
        raise _wrong(phrase("errors", "There is no command {name}.", name=name))
    command(talk, rest.strip())


def _help(_: Talk, __: str) -> None:
    print(HELP)


def _voices(talk: Talk, _: str) -> None:
    rows = [("voice", "model", "notes")]
    rows += [(v.name, v.model_name, str(v.version.notes)) for v in talk.voices()]
    print(screen.table(rows) if len(rows) > 1 else "There is no voice yet; /train makes one.")


def _voice(talk: Talk, name: str) -> None:
    number = asking.voice_named(talk.catalog, name or None)
    voice = None if number is None else voices.get(talk.catalog, number)
    talk.use(voice, talk.strength)
    print(f"“{voice.name}” answers now." if voice else "The base model answers now.")


def _strength(talk: Talk, given: str) -> None:
    try:
        strength = float(given.replace(",", "."))
    except ValueError:
        strength = -1.0
    if not 0.0 <= strength <= 2.0:
        raise _wrong(phrase("errors", "The strength is a number from 0 to 2."))
    talk.use(talk.voice, strength)
    print(f"Strength {strength:g}.")


def _train(talk: Talk, given: str) -> None:
    try:
        words = shlex.split(given)
    except ValueError:
        words = []
    match words:
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
    print("A new conversation.")


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
