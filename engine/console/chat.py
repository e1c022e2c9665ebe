"""The assistant in a terminal, where there is no window: streaming, with a few commands."""

from adapters.errors import UserError
from adapters.wording import phrase
from engine.console import chat_commands, screen, words
from engine.console.desk import open_desk
from engine.console.talk import Talk
from engine.console.work import Stopped
from engine.failures import Failures
from engine.owner import Makers, leave_if_stuck
from engine.places import Places
from engine.settings import Settings

PROMPT = "> "
GREETING = phrase(
    "console", "Timbre, in the terminal. Type a message, or /help. Ctrl+C stops an answer."
)


def main(places: Places, makers: Makers | None = None) -> int:
    """Talk until /quit or the end of input; the exit status."""
    settings = Settings.load(places.settings)
    screen.bear_any_letter()
    words.speak(settings.language)
    try:
        with open_desk(places, makers or Makers()) as desk:
            if not desk.here:
                raise _in_use()
            screen.say(GREETING)
            _loop(Talk(desk, settings), Failures(places.log))
        code = 0
    except UserError as error:
        screen.print_error(error)
        code = 1
    except Stopped as stopped:  # a second signal in a row, or the terminal has gone
        code = stopped.code
    except BrokenPipeError:
        code = screen.reader_has_gone()
    leave_if_stuck(code)
    return code


def _loop(talk: Talk, failures: Failures) -> None:
    _begin_editing()
    while True:
        try:
            line = input(PROMPT).strip()
        except EOFError:
            print()
            return
        except KeyboardInterrupt:
            print()
            screen.say(phrase("console", "(/quit leaves)"))
            continue
        if line == "/quit":
            return
        if line:
            _answer(talk, line, failures)


def _answer(talk: Talk, line: str, failures: Failures) -> None:
    """Do what one line asks; a failure of any kind is told and the talk goes on."""
    try:
        if line.startswith("/"):
            chat_commands.do(talk, line)
        else:
            talk.say(line)
    except Stopped as stopped:
        if stopped.final:
            raise
        screen.complain(phrase("console", "(stopped; what was said is kept)"))
    except BrokenPipeError:  # nobody is there to be told
        raise
    except Exception as error:
        screen.print_error(failures.as_user_error(error))


def _in_use() -> UserError:
    return UserError(
        phrase("errors", "Timbre is open on this data folder already."),
        phrase("errors", "Only one conversation at a time can be written to it."),
        phrase("errors", "Use the open one, or choose another folder with --data-dir."),
    )


def _begin_editing() -> None:
    """Line editing and earlier lines on the arrow keys, where Python was built with them."""
    try:
        import readline  # noqa: PLC0415  # importing it is what turns it on

        readline.set_auto_history(True)
    except ImportError:
        pass
