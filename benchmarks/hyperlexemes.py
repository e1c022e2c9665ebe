"""Does drawing every theme evenly teach the rare themes more than drawing by frequency?

Both arms learn from the same notes for equally many steps. Some notes of every theme are held
out, equally many tokens of each, and the overall loss weighs each theme by its share of all
notes: so the rare themes are measured as well as the frequent ones. Rare are the themes of the
third with the fewest tokens.
"""

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path

from adapters.notes import themes
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.voice import balance, perplexity
from adapters.voice.perplexity import Measured
from benchmarks import harness, trial

TITLE = "Themes drawn evenly against notes drawn by frequency"
STEPS, QUICK_STEPS = 36, 2
SEEDS, QUICK_SEEDS = (0, 1, 2), (0,)
HELD_OUT = 800  # tokens of each theme
EVENNESS = 1.0
RARE_LOWER, OVERALL_HIGHER = 2.0, 1.0  # per cent


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--evenness", type=float, default=EVENNESS)
    parser.add_argument("--steps", type=int, default=STEPS)
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 20, chosen)
    case = _Case(chosen.model, chosen.notes, 60 if chosen.quick else None)
    steps = QUICK_STEPS if chosen.quick else chosen.steps
    rows = [case.row("none", 0, 0, case.bench.before(case.held_out))]
    for seed in QUICK_SEEDS if chosen.quick else SEEDS:
        for evenness in (0.0, chosen.evenness):
            rows.append(case.arm(evenness, steps, seed))
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    means = [_mean(rows, drawn) for drawn in ("by frequency", _named(chosen.evenness))]
    return harness.report(TITLE, [*rows, *means], _bars(*means), chosen)


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

    def arm(self, evenness: float, steps: int, seed: int) -> harness.Row:
        shares = None
        if evenness:
            trained = [example.trained for example in self.learn]
            shares = balance.shares(trained, self.learn_themes, evenness)
        done = self.bench.trial(
            steps, learn=self.learn, shares=shares, seed=seed, held_out=self.held_out
        )
        drawn = [i for step in done.session.plan for micro in step.micro for i in micro]
        rare = sum(self._tokens(drawn)[theme] for theme in self.rare)
        row = self.row(_named(evenness), steps, done.tokens, done.held_out)
        return {
            "seed": seed,
            **row,
            "tokens of rare themes, %": round(100 * rare / done.tokens, 1),
        }

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


def _named(evenness: float) -> str:
    return f"by theme, evenness {evenness:g}" if evenness else "by frequency"


def _mean(rows: Sequence[harness.Row], drawn: str) -> harness.Row:
    own = [row for row in rows if row["drawn"] == drawn]
    columns = ("perplexity overall", "on rare themes", "tokens of rare themes, %")
    means = {name: round(sum(row[name] for row in own) / len(own), 3) for name in columns}
    return {"seed": "mean", "drawn": drawn, "steps": own[0]["steps"], **means}


def _bars(frequent: harness.Row, even: harness.Row) -> list[harness.Bar]:
    def lower(column: str) -> float:
        return float(round(100 * (1 - even[column] / frequent[column]), 2))

    return [
        harness.Bar(
            "rare themes: perplexity lower, %", lower("on rare themes"), RARE_LOWER, "min"
        ),
        harness.Bar(
            "overall: perplexity higher, %", -lower("perplexity overall"), OVERALL_HIGHER, "max"
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
