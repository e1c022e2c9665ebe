"""``scene compile``: the prompt that a scene makes, and which field each token comes from."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.console import screen
from engine.console.scene.input import scene_in
from engine.console.scene.roles import role_named
from engine.console.words import words
from engine.model import record
from engine.owner import STARTER_NAME, Makers
from engine.places import Places
from engine.scene.model import Field, Scene, walk
from engine.scene.prompt.activation import Moment, Reason
from engine.scene.prompt.compile import share_of

if TYPE_CHECKING:
    from engine.generation.scene_prompt import ScenePrompt

_USUAL_CONTEXT = 2048  # of a model that does not say
REASONS: dict[Reason, Phrase] = {
    "never": phrase("console", "never told"),
    "not mentioned": phrase("console", "not mentioned"),
    "chance": phrase("console", "not drawn"),
    "around": phrase("console", "inside of what is not told"),
    "empty": phrase("console", "without words"),
    "budget": phrase("console", "no room"),
}


def compile_scene(arguments: Namespace, places: Places, _: Makers) -> int:
    """Show the prompt. Raises ``UserError``."""
    scene = scene_in(arguments.file)
    role = role_named(scene, arguments.role)
    folder, context = _model(places, arguments.model)
    budget = share_of(context) if arguments.budget is None else arguments.budget
    moment = Moment(arguments.said, arguments.seed, role.id if role else None)
    made = _prompt(folder, scene, moment, budget)
    if arguments.json:
        screen.print_json(_as_json(scene, made, budget))
    else:
        _show(scene, made)
    return 0


def _prompt(folder: Path, scene: Scene, moment: Moment, budget: int) -> "ScenePrompt":
    # These load transformers, which takes seconds that no other command should wait.
    from engine.generation.scene_prompt import scene_prompt  # noqa: PLC0415
    from engine.model.tokenizer import load_tokenizer  # noqa: PLC0415

    return scene_prompt(load_tokenizer(folder), scene, moment, budget)


def _model(places: Places, name: str | None) -> tuple[Path, int]:
    """The folder of a model whose 4-bit copy is made, and the length of its context."""
    catalog = Catalog.open_reading(places.catalog)
    try:
        known = [
            (one.name, Path(one.nf4_path)) for one in models.everything(catalog) if one.nf4_path
        ]
    finally:
        catalog.close()
    known.append((STARTER_NAME, places.starter_nf4))
    for found, folder in known:
        made = record.read(folder)
        if made is not None and name in (None, found):
            return folder, made.context_length or _USUAL_CONTEXT
    raise UserError(
        phrase("console", "There is no model whose tokens could be counted."),
        phrase("console", "Only a model that was loaded once can be used here."),
        phrase("console", "See “models”, or run the set-up again for the starter model."),
    )


def _as_json(scene: Scene, made: "ScenePrompt", budget: int) -> dict[str, object]:
    by_id = {one.id: one for one in walk(scene.fields)}
    told = [
        {
            "id": span.link or span.field,
            "type": "link" if span.link else by_id[span.field].type,
            "start": span.tokens[0],
            "end": span.tokens[1],
            "tokens": span.tokens[1] - span.tokens[0],
            "start_character": span.start,
            "end_character": span.end,
        }
        for span in made.spans
    ]
    left = [
        {"id": one.id, "type": by_id[one.id].type, "reason": one.reason, "tokens": one.tokens}
        for one in made.compiled.left_out
    ]
    troubles = [{"id": one.id, "problem": str(one.what)} for one in made.compiled.troubles]
    return {
        "prompt": made.text,
        "tokens": list(made.tokens),
        "fields": [one for one in told if one["type"] != "link"],
        "links": [one for one in told if one["type"] == "link"],
        "left_out": left,
        "problems": troubles,
        "scene_tokens": made.compiled.tokens,
        "budget": budget,
        "speaker": made.compiled.speaker,
    }


def _show(scene: Scene, made: "ScenePrompt") -> None:
    by_id = {one.id: one for one in walk(scene.fields)}
    print(screen.printable(made.text) + "\n")
    rows = [("", words(phrase("console", "field")), words(phrase("console", "tokens")))]
    rows += [
        (span.field, _name(by_id[span.field]), str(span.tokens[1] - span.tokens[0]))
        for span in made.spans
    ]
    rows += [
        (one.id, _name(by_id[one.id]), words(REASONS[one.reason]))
        for one in made.compiled.left_out
    ]
    print(screen.table(rows))
    for trouble in made.compiled.troubles:
        screen.complain(trouble.what)


def _name(field: Field) -> str:
    return field.title or field.type
