"""``train --from-scenes``: each role of a folder of scenes gets a voice."""

from argparse import Namespace
from collections.abc import Iterator

from adapters.catalog.database import Catalog
from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase, phrase
from engine.console import screen, training, verdict
from engine.console.desk import Desk, at_desk
from engine.console.work import Stopped, run
from engine.messages import RolesTrained, ScenesGathered, TrainFromScenes, Update
from engine.owner import Makers
from engine.places import Places


def train(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Train one voice after another; 0, or raises ``UserError`` or ``Stopped``."""
    command = TrainFromScenes(
        str(training.notes_folder(arguments.from_scenes)),
        tuple(arguments.role),
        training.options(arguments, TrainingOptions()),
    )

    def work(desk: Desk) -> int:
        watching = _Watching(desk.catalog)
        try:
            done: RolesTrained = run(desk.begin, command, watching.show)
        except Stopped:
            watching.progress.clear()
            watching.say_kept(as_json=arguments.json)
            raise
        finally:
            watching.progress.clear()
        assert watching.gathered is not None, "it is told before anything is trained"
        if arguments.json:
            screen.print_json(_as_json(desk.catalog, watching.gathered, done))
        else:
            for trained in done.trained:
                measured = training.measured(desk.catalog, trained.run)
                for sentence in training.in_words(trained, measured):
                    screen.say(sentence)
        return 0

    return at_desk(places, makers, work)


class _Watching(training.Watching):
    """Says once what was found in the folder."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self._catalog = catalog
        self.gathered: ScenesGathered | None = None

    def show(self, update: Update) -> None:
        if isinstance(update, ScenesGathered):
            self.gathered = update
            self.progress.clear()
            for sentence in _found(update):
                screen.complain(sentence)
        else:
            super().show(update)

    def say_kept(self, *, as_json: bool) -> None:
        """What each run has kept; those after the one under way are paused before their start."""
        roles = self.gathered.roles if self.gathered else ()
        if as_json:
            kept = [training.kept_as_json(self._catalog, role.run) for role in roles]
            screen.print_json({"roles": kept})
        for role in roles:
            training.say_kept(self._catalog, role.run, as_json=False)


def _found(gathered: ScenesGathered) -> Iterator[Phrase]:
    for role in gathered.roles:
        yield phrase(
            "console",
            "{name}: {lines} lines in {scenes} scenes, {held_out} of them held out",
            name=role.name,
            lines=role.lines,
            scenes=role.scenes,
            held_out=role.held_out,
        )
    for one in gathered.unused:
        yield phrase("console", "Not used: {path}. {reason}", path=one.path, reason=one.reason)


def _as_json(catalog: Catalog, gathered: ScenesGathered, done: RolesTrained) -> dict[str, object]:
    return {
        "scenes": gathered.scenes,
        "unused": [{"path": one.path, "reason": str(one.reason)} for one in gathered.unused],
        "roles": [
            {
                "role": role.name,
                "lines": role.lines,
                "scenes": role.scenes,
                "held_out_scenes": role.held_out,
            }
            | training.told(trained)
            | {"verdict": verdict.as_json(training.measured(catalog, trained.run))}
            for role, trained in zip(gathered.roles, done.trained, strict=True)
        ],
    }
