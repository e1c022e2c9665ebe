"""A data folder as somebody's might look after some weeks."""

import json
import math
import random
from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from adapters.catalog import (
    conversations,
    messages,
    models,
    run_samples,
    runs,
    verdicts,
    voices,
)
from adapters.catalog.conversation_tables import ConversationRow
from adapters.catalog.database import Catalog
from adapters.catalog.records import RunSample, RunStep, Voice
from adapters.catalog.tables import VoiceRow
from engine import scene_store
from engine.language import Language
from engine.scene import edit
from engine.scene.starters import starters
from engine.verdict.measurements import Change, Copied, Group, Measurements, Style, as_text
from tests.fake_rows import FINGERPRINT
from tests.gui.pictures.texts import COLOURS, Talk, Texts

MODEL = "SmolLM2-135M-Instruct"
HARBOUR = 1  # the scene that is shown
STEPS, DONE = 320, 184
TARGETS = ("q_proj", "v_proj")
GAINS = (0.82, 0.86, 0.77, 0.97, 0.89)  # perplexity after, of that before


def add_starter(catalog: Catalog) -> int:
    """What is there after the set-up: the starter model."""
    model = models.add(catalog, MODEL, "starter", "/starter.gguf", 91_000_000, 2048)
    models.set_quantised(catalog, model.id, "/nf4", FINGERPRINT)
    models.touch(catalog, model.id)
    return model.id


def fill(catalog: Catalog, texts: Texts) -> int:
    """Put models, voices, conversations and a paused run in; the run's id."""
    model = add_starter(catalog)
    models.add(catalog, "Qwen3 0.6B", "folder", "/models/qwen3-0.6b", 1_500_000_000, 32768)
    known = {
        name: _voice(catalog, model, name, colour, gain)
        for name, colour, gain in zip(texts.voices, COLOURS, GAINS, strict=True)
    }
    for age, talk in enumerate(texts.talks):
        _talk(catalog, talk, texts, known, age)
    run = _run(catalog, model, texts.training, "olive", DONE)
    runs.set_prompt(catalog, run, texts.prompt)
    for number, step in enumerate(range(0, DONE, 40)):
        reply = texts.replies[min(number, len(texts.replies) - 1)]
        run_samples.add(catalog, RunSample(run, step, texts.prompt, reply))
    return run


def keep_scenes(catalog: Catalog, texts: Texts, language: Language) -> None:
    """Some of those that come with Timbre; in the first, roles speak in voices."""
    known = starters(language)
    harbour = edit.change(known["harbour"], "ines", voice=texts.voices[1])
    harbour = edit.change(harbour, "tomas", voice=texts.voices[0])
    for scene in (harbour, *(known[name] for name in ("letter", "exam", "code-review"))):
        scene_store.create(catalog, scene)


def _voice(catalog: Catalog, model: int, name: str, colour: str, gain: float) -> Voice:
    run = _run(catalog, model, name, colour, STEPS)
    chance = random.Random(name)
    before = math.exp(held_out_at(0))
    runs.set_perplexity(catalog, run, before=before, after=before * gain)
    made = voices.add_version(
        catalog,
        run=run,
        name=name,
        colour=colour,
        model_name=MODEL,
        model_fingerprint=FINGERPRINT,
        path=f"voice-{run}",
        sha256="0" * 64,
        bytes=1_860_000 + chance.randrange(900_000),
        rank=16,
        targets=TARGETS,
        perplexity_before=before,
        perplexity_after=before * gain,
        notes=90 + chance.randrange(400),
    )
    verdicts.put(catalog, made.version.id, as_text(_measured(before, gain)))
    used = datetime.now(UTC) - timedelta(minutes=4 + chance.randrange(20_000))
    with catalog.session() as session:
        session.execute(update(VoiceRow).where(VoiceRow.id == made.id).values(last_used=used))
    return made


def _measured(before: float, gain: float) -> Measurements:
    """As a run of some hundred notes might be judged."""

    def change(ratio: float, documents: int) -> Change:
        return Change(before, before * ratio, ratio - 0.02, ratio + 0.02, documents, 5_200)

    return Measurements(
        held_out=change(gain, 39),
        themes=(Group("frost, seedlings", change(gain - 0.03, 21)),),
        general=(Group("en", change(1.02, 15)),),
        copied=Copied(7, "first frost of each year", 5, 9),
        style=Style(0.91, 0.94, 0.12, 0.46, 26),
        learning=-0.34,
    )


def loss_at(step: int, chance: random.Random) -> float:
    return 2.08 + 0.36 * math.exp(-step / 90) + chance.gauss(0, 0.05)


def held_out_at(step: int) -> float:
    return 2.22 + 0.21 * math.exp(-step / 80)


def _run(catalog: Catalog, model: int, name: str, colour: str, done: int) -> int:
    options = json.dumps({"rank": 16})
    run = runs.add(catalog, name, colour, "/home/ada/Notes/Garden", model, FINGERPRINT, options, 7)
    runs.plan(catalog, run.id, STEPS, 308, 39)
    chance = random.Random(name)
    runs.set_perplexity(catalog, run.id, before=math.exp(held_out_at(0)))
    for step in range(1, done + 1):
        held_out = held_out_at(step) if step % 20 == 0 or step == 1 else None
        loss = loss_at(step, chance)
        runs.record(catalog, RunStep(run.id, step, loss, held_out, 1e-3, step * 580, step * 2.0))
    runs.set_state(catalog, run.id, "paused")
    return run.id


def _talk(catalog: Catalog, talk: Talk, texts: Texts, known: dict[str, Voice], age: int) -> None:
    row = conversations.create(catalog, "")
    conversations.rename(catalog, row.id, talk.title)
    leaf = _turn(catalog, row.id, None, talk.said, talk.answered, known.get(_first(talk)))
    for name in talk.voices[1:]:
        newest = talk is texts.talks[0]
        said = texts.second_said if newest else talk.said
        answer = texts.second_answered if newest else talk.answered
        leaf = _turn(catalog, row.id, leaf, said, answer, known[name])
    if talk.voices:
        conversations.set_voice(catalog, row.id, known[talk.voices[-1]].id, 1.0)
    moment = datetime.now(UTC) - timedelta(days=talk.days_ago, minutes=age)
    with catalog.session() as session:
        chosen = update(ConversationRow).where(ConversationRow.id == row.id)
        session.execute(chosen.values(updated=moment))


def _first(talk: Talk) -> str:
    return talk.voices[0] if talk.voices else ""


def _turn(
    catalog: Catalog, row: int, parent: int | None, said: str, answered: str, voice: Voice | None
) -> int:
    """A question and its answer; the answer's id."""
    question = messages.add(catalog, row, parent, "owner", said)
    tokens = max(12, len(answered) // 4)
    made_by = {"voice": voice.id, "voice_version": voice.version.id} if voice else {}
    return messages.add(
        catalog,
        row,
        question.id,
        "assistant",
        answered,
        strength=0.8 if voice else 1.0,
        model_name=MODEL,
        seed=7,
        tokens=tokens,
        seconds=tokens / 22.6,
        stop="end",
        **made_by,
    ).id
