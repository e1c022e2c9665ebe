"""How soon does a role begin to speak, when every voice keeps what it has read?

    python3 main.py bench multi_role

The starter scene "Harbour office" with three roles, each in a voice of its own, is played in
turn three times side by side: with pasts that are kept, with everything computed again at
each switch, and with pasts that are also read ahead between turns. Each turn is taken in all
three before the next, in changing order, so that a busy machine is busy for all of them. The
voices are of random small numbers: what is computed for a voice does not depend on them.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import user_cache_path

from adapters.catalog import conversations, voices
from adapters.catalog.database import Catalog
from adapters.voice import files
from benchmarks import harness
from benchmarks.harness import Bar, Row
from benchmarks.workplace import done, workplace
from engine import scene_store
from engine.messages import Piece, PlayTurn, ReadAhead, Reading, Sampling
from engine.places import Places
from engine.scene.fields.role import Role
from engine.scene.format.files import open_scene
from engine.scene.model import Scene

TITLE = "Three voices in one scene: time to the first token of a turn"
SCENE = harness.ROOT / "resources" / "scenes" / "en" / "harbour.json"
TURNS = 20
TOKENS = 32  # of a turn at most
BOUND = 3.0
LINES = ("again", "kept", "ahead")
TARGETS, RANK = ("q_proj", "v_proj"), 8  # as Light voices have


@dataclass(frozen=True)
class Begun:
    """How a turn began: seconds to its first token, tokens of its prompt, those known before."""

    seconds: float
    tokens: int
    known: int


@dataclass(frozen=True)
class Taken:
    """One turn in each of the lines; ``ahead`` are the seconds of reading before it."""

    turn: int
    role: str
    begun: dict[str, Begun]
    ahead: float

    @property
    def times(self) -> float:
        return self.begun["again"].seconds / self.begun["kept"].seconds


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument(
        "--model", type=Path, default=user_cache_path("timbre") / "starter" / "nf4"
    )
    parser.add_argument("--plays", type=int, default=3, help="with as many seeds")
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 4 * chosen.plays, chosen)
    plays, turns, tokens = (1, 6, 12) if chosen.quick else (chosen.plays, TURNS, TOKENS)
    with workplace(chosen.model) as (places, catalog):
        stage = _Stage(places, catalog, tokens)
        stage.play(3, 0)  # whatever is done once only is done now
        taken = [stage.play(turns, seed) for seed in range(1, plays + 1)]
    bars = [] if chosen.quick else [_bar(taken)]
    return harness.report(TITLE, _rows(taken, chosen), bars, chosen)


class _Stage:
    """The engine's own jobs, driven by hand: nothing else runs between two of them."""

    def __init__(self, places: Places, catalog: Catalog, tokens: int) -> None:
        # Torch is loaded here and not with the module, so that --help is there at once.
        from engine.engine import Engine  # noqa: PLC0415
        from engine.jobs.models import ensure_model  # noqa: PLC0415

        self._catalog, self._tokens = catalog, tokens
        self._engine = Engine(places, catalog, lambda _: None)
        self._loaded = done(ensure_model(self._engine.state))
        self._scene = self._cast(open_scene(SCENE), places)

    def play(self, turns: int, seed: int) -> list[Taken]:
        """Play the scene in every line; how each turn began."""
        scene = scene_store.create(self._catalog, self._scene)
        talks = {line: conversations.create(self._catalog, "", scene=scene).id for line in LINES}
        pasts = {line: self._new_pasts() for line in LINES}
        taken, names = [], [one.title for one in self._scene.fields if isinstance(one.data, Role)]
        for number in range(turns):
            began = time.perf_counter()
            self._loaded.pasts = pasts["ahead"]
            self._read_ahead(talks["ahead"])
            ahead = time.perf_counter() - began
            begun = {}
            for line in _from(LINES, number):
                self._loaded.pasts = self._new_pasts() if line == "again" else pasts[line]
                begun[line] = self._turn(talks[line], seed * 1000 + number)
            taken.append(Taken(number + 1, names[number % len(names)], begun, ahead))
        return taken

    def _turn(self, talk: int, seed: int) -> Begun:
        sampling = Sampling(max_tokens=self._tokens, seed=seed)
        leaf = conversations.get(self._catalog, talk).leaf
        began, seconds, reading = time.perf_counter(), 0.0, None
        for update in self._engine.handle(PlayTurn(talk, leaf, sampling=sampling)):
            if isinstance(update, Reading) and reading is None:
                reading = update
            if isinstance(update, Piece) and not seconds:
                seconds = time.perf_counter() - began
        assert reading is not None, "a turn reads its prompt"
        return Begun(seconds, reading.total, reading.cached)

    def _read_ahead(self, talk: int) -> None:
        leaf = conversations.get(self._catalog, talk).leaf
        if leaf is not None:
            done(self._engine.handle(ReadAhead(talk, leaf, max_tokens=self._tokens)))

    def _new_pasts(self) -> object:
        return type(self._loaded.pasts)()

    def _cast(self, scene: Scene, places: Places) -> Scene:
        """The scene with a voice of its own for each role."""
        fields = []
        for number, one in enumerate(scene.fields):
            if isinstance(one.data, Role):
                self._make_voice(one.title, number, places)
                one = replace(one, data=replace(one.data, voice=one.title))
            fields.append(one)
        return replace(scene, fields=tuple(fields))

    def _make_voice(self, name: str, seed: int, places: Places) -> None:
        import torch  # noqa: PLC0415 - see above

        from adapters.voice.weights import from_tensors  # noqa: PLC0415

        drawn, tensors = torch.Generator().manual_seed(seed), {}
        for path, layer in self._loaded.model.model.named_modules():
            if path.rpartition(".")[2] in TARGETS:
                a = torch.randn(RANK, layer.in_features, generator=drawn)
                tensors[f"{path}.lora_A.weight"] = a / layer.in_features**0.5
                b = torch.randn(layer.out_features, RANK, generator=drawn)
                tensors[f"{path}.lora_B.weight"] = b * 0.001
        saved = files.save(from_tensors(tensors, RANK, 2 * RANK), places.voices / name)
        voices.add_version(
            self._catalog,
            run=None,
            name=name,
            colour="indigo",
            model_name=self._loaded.row.name,
            model_fingerprint=self._loaded.model.fingerprint,
            path=name,
            sha256=saved.sha256,
            bytes=saved.bytes,
            rank=RANK,
            targets=TARGETS,
            perplexity_before=None,
            perplexity_after=None,
            notes=0,
        )


def _from(lines: Sequence[str], number: int) -> list[str]:
    at = number % len(lines)
    return [*lines[at:], *lines[:at]]


def _rows(plays: Sequence[Sequence[Taken]], chosen: argparse.Namespace) -> list[Row]:
    """Of every fourth turn the medians over the plays."""
    turns = list(zip(*plays, strict=True))
    return [_row(same) for same in (turns if chosen.quick else turns[3::4])]


def _row(same: Sequence[Taken]) -> Row:
    def middle(line: str, of: str) -> float:
        return statistics.median(getattr(one.begun[line], of) for one in same)

    return {
        "turn": same[0].turn,
        "role": same[0].role,
        "prompt, tokens": int(middle("again", "tokens")),
        "all computed again, s": middle("again", "seconds"),
        "pasts kept, s": middle("kept", "seconds"),
        "tokens computed with pasts kept": int(middle("kept", "tokens") - middle("kept", "known")),
        "times sooner": statistics.median(one.times for one in same),
        "read ahead, s": middle("ahead", "seconds"),
        "work done ahead, all voices, s": statistics.median(one.ahead for one in same),
    }


def _bar(plays: Sequence[Sequence[Taken]]) -> Bar:
    least = min(play[-1].times for play in plays)
    return Bar(
        f"turn {TURNS}: times sooner with pasts kept, least of the plays", least, BOUND, "min"
    )


if __name__ == "__main__":
    sys.exit(main())
