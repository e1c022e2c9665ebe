"""Does a role learn more from its lines in the form of a scene than from the same lines without?

The arms learn the same lines for equally many steps, as many as the program would take: in their
scenes, as they will be played; as talk, with what the other says before each line but no scene;
and as notes, the lines alone. Every fourth scene is held out, others with each seed. All are asked
for the lines of the held-out scenes in the scene, which is where a role speaks; beside it stands
what each foretells in its own form.

The scenes in benchmarks/data/scenes were written for this: twelve, with the same two people.
A long run is split by ``--seeds``: with ``--from FILE`` the rows of an earlier part are taken
over, and only what is missing is trained.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.notes.document import Document, Turn
from adapters.notes.example import Example
from adapters.notes.examples import examples as of_notes
from adapters.notes.examples import whole
from adapters.voice import budget, perplexity
from adapters.voice.perplexity import Measured
from benchmarks import harness, trial
from engine.scene.model import Field
from engine.scene_training.examples import SceneForm, examples
from engine.scene_training.gather import gather
from engine.scene_training.played import Played
from engine.scene_training.roles import in_scene, roles_in

TITLE = "Lines learned in their scenes against the same lines without"
SCENES = Path(__file__).parent / "data" / "scenes"
QUICK_STEPS = 2
SEEDS, QUICK_SEEDS = (0, 1, 2), (0,)
EVERY = 4  # one scene of so many is held out
IN_SCENE, OWN_FORM = "perplexity in the scene", "in its own form"
SCENE, TALK, NOTES = "scene", "talk", "notes"
Cut = Callable[[Sequence[Played]], list[Example]]


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--scenes", type=Path, default=SCENES)
    parser.add_argument("--seeds", type=_seeds, default=SEEDS, metavar="LIST")
    parser.add_argument("--steps", type=int, help="usual: as many as the program takes")
    parser.add_argument("--from", dest="earlier", type=Path, help="JSON of an earlier part")
    chosen = parser.parse_args(arguments)
    seeds = QUICK_SEEDS if chosen.quick else chosen.seeds
    harness.begin(TITLE, 12 * len(seeds), chosen)
    rows = _measured(chosen, seeds, QUICK_STEPS if chosen.quick else chosen.steps)
    # Two steps teach nothing: a reduced case shows that the script works, and judges nothing.
    return harness.report(TITLE, rows, [] if chosen.quick else _bars(rows), chosen)


@dataclass(frozen=True)
class Role:
    """A role with the scenes that it learns from and those that are held out."""

    name: str
    learn: Sequence[Played]
    apart: Sequence[Played]


class Case:
    """The model and the scenes."""

    def __init__(self, model: Path, scenes: Path) -> None:
        self.bench = trial.Bench(model, harness.SAMPLES, share=0.0, most=1)
        self.played = _gathered(scenes)
        self.names = [role.name for role in roles_in(self.played)]

    def role(self, name: str, seed: int) -> Role:
        learn = [one for at, one in enumerate(self.played) if at % EVERY != seed % EVERY]
        return Role(name, learn, self.played[seed % EVERY :: EVERY])

    def rows(self, role: Role, seed: int, steps: int | None) -> list[harness.Row]:
        """The model alone, then each arm."""
        asked = {arm: cut(role.apart) for arm, cut in self.cuts(role.name, length=None).items()}
        before = _perplexity(self.bench.before(asked[SCENE]))
        rows = [{**_about(role, seed, "nothing", 0, 0), IN_SCENE: before}]
        options = self.bench.options
        trained = sum(one.trained for one in self.cuts(role.name, None)[SCENE](role.learn))
        steps = steps or budget.steps(trained, options)
        for arm, cut in self.cuts(role.name, options.max_length).items():
            held_out = [*asked[SCENE], *asked[arm]]
            done = self.bench.trial(steps, learn=cut(role.learn), seed=seed, held_out=held_out)
            there = len(asked[SCENE])
            row = _about(role, seed, arm, steps, done.tokens)
            row[IN_SCENE] = _perplexity(done.held_out[:there])
            row[OWN_FORM] = _perplexity(done.held_out[there:])
            rows.append(row)
            print(json.dumps(row), file=sys.stderr, flush=True)
        return rows

    def cuts(self, name: str, length: int | None) -> dict[str, Cut]:
        """How each arm makes examples of scenes; without a ``length`` whole, to be measured."""
        context = self.bench.loaded.context_length
        form = SceneForm(self.bench.loaded.tokenizer, context, length or context)

        def in_scenes(played: Sequence[Played]) -> list[Example]:
            return [made for one in played for made in examples(one, _field(one, name), form)]

        def as_talk(played: Sequence[Played]) -> list[Example]:
            return self._cut([_talk(one) for one in played], name, length)

        def as_notes(played: Sequence[Played]) -> list[Example]:
            return self._cut([_note(one, name) for one in played], name, length)

        return {SCENE: in_scenes, TALK: as_talk, NOTES: as_notes}

    def _cut(self, documents: list[Document], name: str, length: int | None) -> list[Example]:
        chat, owner = self.bench.chat, frozenset({name})
        if length is not None:
            return of_notes(documents, chat, length, owner)
        context = self.bench.loaded.context_length
        return [made for one in documents for made in whole(one, chat, context, owner)]


def _measured(
    chosen: argparse.Namespace, seeds: Sequence[int], steps: int | None
) -> list[harness.Row]:
    rows = _earlier(chosen.earlier, steps, chosen.quick)
    missing = [seed for seed in seeds if all(row["seed"] != seed for row in rows)]
    if missing:
        case = Case(chosen.model, chosen.scenes)
        for seed in missing:
            for name in case.names:
                rows += case.rows(case.role(name, seed), seed, steps)
    return rows


def _earlier(file: Path | None, steps: int | None, quick: bool) -> list[harness.Row]:
    """The rows of an earlier part. Equal steps only can be compared."""
    if file is None:
        return []
    rows: list[harness.Row] = json.loads(file.read_text("utf-8"))["rows"]
    others = steps is not None and any(row["steps"] not in (0, steps) for row in rows)
    if others or any(row.get("quick", False) != quick for row in rows):
        raise SystemExit(f"{file} was made with other steps, or is of a reduced case.")
    return rows


def _seeds(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _gathered(folder: Path) -> tuple[Played, ...]:
    reading = gather(folder)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            found: tuple[Played, ...] = end.value.played
            return found


def _field(played: Played, name: str) -> Field:
    field = in_scene(played, name)
    if field is None:
        raise SystemExit(f"Each role must be in every scene; {name} is not in {played.name}.")
    return field


def _talk(played: Played) -> Document:
    turns = tuple(Turn(one.name, one.text) for one in played.said)
    text = "\n".join(f"{one.speaker}: {one.text}" for one in turns)
    return Document(played.name, "", text, len(text), turns)


def _note(played: Played, name: str) -> Document:
    text = "\n\n".join(one.text for one in played.said if one.name == name)
    return Document(played.name, played.scene.title, text, len(text))


def _about(role: Role, seed: int, arm: str, steps: int, tokens: int) -> harness.Row:
    return {"seed": seed, "role": role.name, "learned as": arm, "steps": steps, "tokens": tokens}


def _perplexity(measured: Sequence[Measured]) -> float:
    return round(perplexity.pooled(measured).perplexity, 3)


def _bars(rows: Sequence[harness.Row]) -> list[harness.Bar]:
    """For each seed, over both roles: by how much the scene's form is lower than each other."""
    bars = []
    for seed in sorted({row["seed"] for row in rows}):
        scene = _mean(rows, seed, SCENE)
        for arm in (TALK, NOTES):
            lower = round(100 * (1 - scene / _mean(rows, seed, arm)), 2)
            bars.append(harness.Bar(f"seed {seed}: lower than {arm}, %", lower, 0.01, "min"))
    return bars


def _mean(rows: Sequence[harness.Row], seed: int, arm: str) -> float:
    """The geometric mean over the roles."""
    own = [row[IN_SCENE] for row in rows if row["seed"] == seed and row["learned as"] == arm]
    return math.exp(sum(map(math.log, own)) / len(own))


if __name__ == "__main__":
    sys.exit(main())
