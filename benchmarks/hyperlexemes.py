"""Does drawing or weighing every theme evenly teach the rare themes more than frequency does?

The arms: notes drawn by frequency; themes drawn evenly; half-way (each by the square root of its
tokens); drawn by frequency with the loss weighed by theme. All learn from the same notes for
equally many steps. Some notes of every theme are held out, equally many tokens of each, and the
overall loss weighs each theme by its share of all notes: so the rare themes are measured as well
as the frequent ones. Rare are the themes of the third with the fewest tokens.

A long run is split by ``--arms`` and ``--seeds``: with ``--from FILE`` the rows of an earlier
part are taken over, and only what is missing is trained.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from adapters.notes import themes
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.voice import balance, perplexity
from adapters.voice.perplexity import Measured
from benchmarks import harness, trial

TITLE = "Themes taught evenly against notes drawn by frequency"
STEPS, QUICK_STEPS = 36, 2
SEEDS, QUICK_SEEDS = (0, 1, 2), (0,)
HELD_OUT = 800  # tokens of each theme
T = TypeVar("T")
RARE_LOWER, OVERALL_HIGHER = 2.0, 1.0  # per cent


@dataclass(frozen=True)
class Arm:
    """How evenly themes are drawn, and how evenly their losses weigh."""

    named: str
    drawn: float = 0.0
    weighed: float = 0.0


ARMS = {
    "frequency": Arm("by frequency"),
    "evenly": Arm("by theme, evenness 1", drawn=1.0),
    "half": Arm("by theme, evenness 0.5", drawn=0.5),
    "weighted": Arm("by frequency, loss by theme", weighed=1.0),
}


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--arms", type=_listed(str, ARMS), default=list(ARMS), metavar="LIST")
    parser.add_argument("--seeds", type=_listed(int, SEEDS), default=SEEDS, metavar="LIST")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--from", dest="earlier", type=Path, help="JSON of an earlier part")
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 3 * len(chosen.arms) * len(chosen.seeds), chosen)
    steps = QUICK_STEPS if chosen.quick else chosen.steps
    seeds = QUICK_SEEDS if chosen.quick else chosen.seeds
    rows = _trained(chosen, [ARMS[name] for name in chosen.arms], seeds, steps)
    names = [arm.named for arm in ARMS.values()]
    means = {name: _mean(rows, name) for name in names if any(r["drawn"] == name for r in rows)}
    frequent = means.get(ARMS["frequency"].named)
    others = [mean for mean in means.values() if frequent is not None and mean is not frequent]
    bars = [bar for mean in others for bar in _bars(frequent, mean)]
    return harness.report(TITLE, [*rows, *means.values()], bars, chosen)


def _trained(
    chosen: argparse.Namespace, arms: Sequence[Arm], seeds: Sequence[int], steps: int
) -> list[harness.Row]:
    """The earlier rows, and those of the arms and seeds that are not among them."""
    rows = _earlier(chosen.earlier, steps, chosen.quick)
    there = {(row["drawn"], row.get("seed")) for row in rows}
    missing = [(arm, seed) for seed in seeds for arm in arms if (arm.named, seed) not in there]
    if not missing:
        return rows
    case = _Case(chosen.model, chosen.notes, 60 if chosen.quick else None)
    if not rows:
        rows = [case.row("none", 0, 0, case.bench.before(case.held_out))]
    for arm, seed in missing:
        rows.append(case.arm(arm, steps, seed))
        print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    return rows


def _earlier(file: Path | None, steps: int, quick: bool) -> list[harness.Row]:
    """The rows of an earlier part, but its means. Equal steps only can be compared."""
    if file is None:
        return []
    rows = [
        row for row in json.loads(file.read_text("utf-8"))["rows"] if row.get("seed") != "mean"
    ]
    if any(row["steps"] not in (0, steps) or row.get("quick", False) != quick for row in rows):
        raise SystemExit(f"{file} was made with other steps, or is of a reduced case.")
    return rows


def _listed(kind: Callable[[str], T], known: Collection[T]) -> Callable[[str], list[T]]:
    def listed(text: str) -> list[T]:
        values = [kind(part.strip()) for part in text.split(",")]
        for value in values:
            if value not in known:
                raise argparse.ArgumentTypeError(
                    f"{value} is none of {', '.join(map(str, known))}"
                )
        return values

    return listed


class _Case:
    """The notes with their themes, of each of which some are held out."""

    def __init__(self, model: Path, notes: Path, most: int | None) -> None:
        self.bench = trial.Bench(model, notes, share=0.0, most=most)
        documents = self.bench.learn_documents
        found = themes.find([themes.about(one) for one in documents])
        if not found.themes:
            raise SystemExit("These notes are too few for themes.")
        self.names = [str(theme) for theme in found.themes]
        theme_of = dict(zip(documents, found.of(map(themes.about, documents)), strict=True))
        whole = {one: self.bench.whole(one) for one in documents}
        apart = _held_out(documents, theme_of, whole)
        learn = [one for one in documents if one not in apart]
        self.held_out = [example for one in apart for example in whole[one]]
        self.held_out_themes = [theme_of[one] for one in apart for _ in whole[one]]
        self.learn = self.bench.examples(learn)
        by_path = {one.path: theme_of[one] for one in learn}
        self.learn_themes = [by_path[example.document] for example in self.learn]
        self.tokens = self._tokens(range(len(self.learn)))
        by_size = sorted(range(len(self.names)), key=lambda theme: self.tokens[theme])
        self.rare = set(by_size[: len(by_size) // 3])

    def arm(self, arm: Arm, steps: int, seed: int) -> harness.Row:
        done = self.bench.trial(
            steps,
            learn=self.learn,
            shares=self._shares(arm.drawn),
            seed=seed,
            held_out=self.held_out,
            weights=self._shares(arm.weighed),
        )
        drawn = [i for step in done.session.plan for micro in step.micro for i in micro]
        rare = sum(self._tokens(drawn)[theme] for theme in self.rare)
        row = self.row(arm.named, steps, done.tokens, done.held_out)
        return {
            "seed": seed,
            **row,
            "tokens of rare themes, %": round(100 * rare / done.tokens, 1),
        }

    def _shares(self, evenness: float) -> list[float] | None:
        trained = [example.trained for example in self.learn]
        return balance.shares(trained, self.learn_themes, evenness) if evenness else None

    def row(
        self, drawn: str, steps: int, tokens: int, measured: Sequence[Measured]
    ) -> harness.Row:
        """Overall, each theme counts by its share of all notes; rare themes among themselves."""
        losses = []
        for theme in range(len(self.names)):
            own = [m for m, t in zip(measured, self.held_out_themes, strict=True) if t == theme]
            losses.append(perplexity.pooled(own).mean)
        return {
            "drawn": drawn,
            "steps": steps,
            "tokens": tokens,
            "perplexity overall": round(math.exp(self._weighed(losses, range(len(losses)))), 3),
            "on rare themes": round(math.exp(self._weighed(losses, sorted(self.rare))), 3),
        }

    def _weighed(self, losses: Sequence[float], of: Sequence[int]) -> float:
        return sum(losses[t] * self.tokens[t] for t in of) / sum(self.tokens[t] for t in of)

    def _tokens(self, indexes: Sequence[int]) -> list[int]:
        """Trained tokens of each theme among some examples."""
        tokens = [0] * len(self.names)
        for index in indexes:
            tokens[self.learn_themes[index]] += self.learn[index].trained
        return tokens


def _held_out(
    documents: Sequence[Document],
    theme_of: dict[Document, int],
    whole: dict[Document, list[Example]],
) -> list[Document]:
    """The first notes of each theme up to ``HELD_OUT`` tokens, but at most half of them."""
    chosen: list[Document] = []
    for theme in sorted(set(theme_of.values())):
        own = [one for one in documents if theme_of[one] == theme]
        taken = 0
        for one in own[: len(own) // 2]:
            if taken >= HELD_OUT:
                break
            chosen.append(one)
            taken += sum(example.trained for example in whole[one])
    return chosen


def _mean(rows: Sequence[harness.Row], drawn: str) -> harness.Row:
    own = [row for row in rows if row["drawn"] == drawn]
    columns = ("perplexity overall", "on rare themes", "tokens of rare themes, %")
    means = {name: round(sum(row[name] for row in own) / len(own), 3) for name in columns}
    return {"seed": "mean", "drawn": drawn, "steps": own[0]["steps"], **means}


def _bars(frequent: harness.Row, even: harness.Row) -> list[harness.Bar]:
    name = even["drawn"]

    def lower(column: str) -> float:
        return float(round(100 * (1 - even[column] / frequent[column]), 2))

    return [
        harness.Bar(f"{name}: rare themes lower, %", lower("on rare themes"), RARE_LOWER, "min"),
        harness.Bar(
            f"{name}: overall higher, %", -lower("perplexity overall"), OVERALL_HIGHER, "max"
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
