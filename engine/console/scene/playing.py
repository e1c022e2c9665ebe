"""``play``: the roles of a scene talk with each other; and one question asked in a scene."""

from argparse import Namespace
from pathlib import Path

from adapters.errors import UserError
from adapters.wording import phrase
from engine.console.desk import Desk, at_desk
from engine.console.drawing import sampling
from engine.console.scene.input import scene_in
from engine.console.scene.roles import role_named
from engine.console.screen import Progress, print_json, printable
from engine.console.work import run
from engine.messages import (
    Answer,
    Piece,
    PlayedScene,
    PlayScene,
    ReplyStarted,
    RoleChosen,
    Sampling,
    Update,
)
from engine.owner import Makers
from engine.places import Places
from engine.scene.cast import cast_of
from engine.scene.format.encode import text_of
from engine.scene.model import Scene
from engine.settings import Settings


def play(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Let them talk for some turns. Raises ``UserError`` or ``Stopped``."""
    usual = Settings.load(places.settings).sampling
    command = PlayScene(
        text_of(scene_in(arguments.file)),
        arguments.turns,
        arguments.next,
        said=arguments.say,
        sampling=sampling(arguments, usual),
    )
    return at_desk(places, makers, lambda desk: _played(desk, command, arguments.json))


def ask_in_scene(
    desk: Desk, file: Path, role: str | None, text: str, drawn: Sampling, as_json: bool
) -> int:
    """Let one role of a scene answer a question. Raises ``UserError``, also where it is unclear
    which role is meant."""
    scene = scene_in(file)
    command = PlayScene(text_of(scene), 1, said=text, role=_who(scene, role), sampling=drawn)
    return _played(desk, command, as_json, alone=True)


def _who(scene: Scene, name: str | None) -> str | None:
    if (named := role_named(scene, name)) is not None:
        return named.id
    roles = cast_of(scene).roles
    if len(roles) > 1:
        raise UserError(
            phrase("console", "It is not clear who answers."),
            phrase(
                "console",
                "The scene has these roles: {names}.",
                names=", ".join(one.title for one in roles),
            ),
            phrase("console", "Name one of them: --role NAME."),
        )
    return None


def _played(desk: Desk, command: PlayScene, as_json: bool, alone: bool = False) -> int:
    stage = _Stage(aloud=not as_json, names=not alone)
    try:
        played: PlayedScene = run(desk.begin, command, stage.show)
    finally:
        stage.end()
    if as_json and alone:
        print_json(_turn(played.turns[0]))
    elif as_json:
        print_json({"turns": [_turn(one) for one in played.turns]})
    return 0


def _turn(answer: Answer) -> dict[str, object]:
    return {
        "role": answer.role_name,
        "id": answer.role,
        "voice": answer.voice,
        "strength": answer.strength,
        "text": answer.text,
        "tokens": answer.tokens,
        "tokens_per_second": answer.tokens_per_second,
        "seed": answer.seed,
        "model": answer.model,
    }


class _Stage:
    """Writes what is said as it comes, each turn under its speaker's name."""

    def __init__(self, *, aloud: bool, names: bool) -> None:
        self._aloud, self._names = aloud, names
        self._progress = Progress()
        self._speaking = False

    def show(self, update: Update) -> None:
        match update:
            case RoleChosen(_, name) if self._aloud and self._names:
                self.end()
                print(printable(f"{name}: "), end="", flush=True)
                self._speaking = True
            case Piece(text):
                self._progress.clear()
                if self._aloud:
                    self._speaking = True
                    print(printable(text), end="", flush=True)
            case RoleChosen() | ReplyStarted():
                pass
            case _:
                self._progress.show(update)

    def end(self) -> None:
        self._progress.clear()
        if self._speaking:
            print(flush=True)
        self._speaking = False
