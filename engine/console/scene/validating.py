"""``scene validate``: what is amiss, field by field; the exit status says whether anything is."""

from argparse import Namespace
from collections.abc import Iterator

from adapters.wording import phrase
from engine.console import screen
from engine.console.scene.input import scene_in
from engine.owner import Makers
from engine.places import Places
from engine.scene.model import Scene, walk
from engine.scene.patterns.matcher import MATCHER, PatternError
from engine.scene.problems import Problem, problems


def validate(arguments: Namespace, _: Places, __: Makers) -> int:
    """0 where all is well, 1 where something is amiss. Raises ``UserError`` for no scene."""
    scene = scene_in(arguments.file)
    found = [*problems(scene), *_patterns(scene)]
    if arguments.json:
        screen.print_json(
            {
                "file": str(arguments.file),
                "title": scene.title,
                "fields": sum(1 for _ in walk(scene.fields)),
                "links": len(scene.links),
                "valid": not found,
                "problems": [{"id": one.id, "problem": str(one.what)} for one in found],
            }
        )
    else:
        for one in found:
            screen.say(phrase("console", "{id}: {problem}", id=one.id, problem=one.what))
        if not found:
            screen.say(phrase("console", "“{name}” is well.", name=scene.title))
    return 1 if found else 0


def _patterns(scene: Scene) -> Iterator[Problem]:
    """Each is tried, since only that shows whether it can be used."""
    for field in walk(scene.fields):
        for pattern in field.when.patterns:
            try:
                MATCHER(pattern, "")
            except PatternError as error:
                yield Problem(field.id, error.why)
