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
MOST = 3
# A reply reads every weight once a token: on a processor this many still answer at about
# the speed of reading aloud.
MOST_ON_A_PROCESSOR = 5_000_000_000
BESIDE_WEIGHTS = 12 * 2**20  # bytes of tokenizer and settings
GOOD_FOR = {
    "depth": phrase("suggestions", "Follows longer thoughts; slower."),
    "talk": phrase("suggestions", "Good for everyday talk."),
    "speed": phrase("suggestions", "Answers quickly; knows less."),
}


def suggest(language: str, free: int, device: str = "cpu") -> list[Suggestion]:
    """At most three, the most able first, that leave memory to spare of ``free`` bytes.

    ``language`` is "en" or "ru". Where nothing fits well, what fits tightly is named; an
    empty list means that nothing does.
    """
    listed = json.loads(LIST.read_text(encoding="utf-8"))
    known = [entry for entry in listed if language in entry["languages"]]
    for verdict in ("fits", "tight"):
        suited = [entry for entry in known if _verdict(entry, free, device) == verdict]
        if suited:
            return [_suggestion(entry) for entry in suited[:MOST]]
    return []


def _verdict(entry: Mapping[str, Any], free: int, device: str) -> planner.Verdict:
    shape = planner.Shape.of(entry["config"])
    if device == "cpu" and shape.parameters > MOST_ON_A_PROCESSOR:
        return "too large"
    plan = planner.loading(shape, convert=True)
    return planner.judge(max(plan.total, plan.peak), free).verdict


def _suggestion(entry: Mapping[str, Any]) -> Suggestion:
    shape = planner.Shape.of(entry["config"])
    about: Phrase = GOOD_FOR[entry["good_for"]]
    return Suggestion(
        name=entry["name"],
        repo=entry["repo"],
        revision="main",
        bytes=shape.parameters * planner.SIXTEEN_BIT + BESIDE_WEIGHTS,
        licence=entry["licence"],
        about=about,
    )
