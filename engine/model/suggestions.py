"""A few models on the hub that suit this memory and the owner's language.

The list ships with Timbre, so looking at it opens no connection. All are instruct models
under licences that allow any use, and none thinks aloud before it answers.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from adapters.wording import Phrase, phrase
from engine.memory import planner
from engine.messages import Suggestion

LIST = Path(__file__).parents[2] / "resources" / "models" / "suggestions.json"
FEWEST, MOST = 2, 3
# A reply reads every weight once a token: on a processor this many still answer at about
# the speed of reading aloud.
MOST_ON_A_PROCESSOR = 5_000_000_000
BESIDE_WEIGHTS = 12 * 2**20  # bytes of tokenizer and settings
ONLY_ENGLISH = phrase(
    "suggestions", "Speaks English only; one that speaks Russian needs more memory."
)
GOOD_FOR = {
    "depth": phrase("suggestions", "Follows longer thoughts; slower."),
    "talk": phrase("suggestions", "Good for everyday talk."),
    "speed": phrase("suggestions", "Answers quickly; knows less."),
}


def suggest(language: str, free: int, device: str = "cpu") -> list[Suggestion]:
    """Two or three, the most able first, that leave memory to spare of ``free`` bytes.

    ``language`` is "en" or "ru". Where too few fit well, what fits tightly is named as well,
    and then what speaks English only. There are fewer only where no more can be loaded: below
    0.7 GiB, or 1.1 on a processor that computes in float32.
    """
    listed = json.loads(LIST.read_text(encoding="utf-8"))
    spoken = [entry for entry in listed if language in entry["languages"]]
    english = [e for e in listed if e not in spoken and "en" in e["languages"]]
    named: list[Mapping[str, Any]] = []
    for group in (spoken, english):
        for verdict in ("fits", "tight"):
            if len(named) < FEWEST:
                named += [e for e in group if _verdict(e, free, device) == verdict]
    chosen = sorted(named, key=lambda e: (e in english, listed.index(e)))[:MOST]
    return [_suggestion(entry, ONLY_ENGLISH if entry in english else None) for entry in chosen]


def _verdict(entry: Mapping[str, Any], free: int, device: str) -> planner.Verdict:
    shape = planner.Shape.of(entry["config"])
    if device == "cpu" and shape.parameters > MOST_ON_A_PROCESSOR:
        return "too large"
    plan = planner.loading(shape, convert=True, device=device)
    return planner.judge(max(plan.total, plan.peak), free).verdict


def _suggestion(entry: Mapping[str, Any], remark: Phrase | None) -> Suggestion:
    shape = planner.Shape.of(entry["config"])
    return Suggestion(
        name=entry["name"],
        repo=entry["repo"],
        revision="main",
        bytes=shape.parameters * planner.SIXTEEN_BIT + BESIDE_WEIGHTS,
        licence=entry["licence"],
        about=remark or GOOD_FOR[entry["good_for"]],
    )
