"""Who speaks next, as the model itself would go on with the conversation."""

from collections.abc import Generator, Mapping, Sequence

import torch

from engine.generation.pasts import Held, PastKey
from engine.generation.prompt import Turn, build
from engine.generation.reply import Speaker, compute, read
from engine.generation.role_prompt import SaidAs
from engine.language import Language
from engine.messages import Reading, Update
from engine.scene.model import Field

_LATEST = 8  # turns that are read for the choice
_ASKED: Mapping[Language, str] = {
    "en": "Who speaks next: {names}? Answer with the name alone.",
    "ru": "Кто говорит следующим: {names}? Ответь одним именем.",
}


def next_speaker(
    speaker: Speaker,
    key: PastKey,
    scene_text: str,
    roles: Sequence[Field],
    said: Sequence[SaidAs],
    language: Language,
) -> Generator[Update, None, Field]:
    """The role whose name gains most by what was said; the first of equals.

    A name's score is the mean log-probability of its tokens, less the same with nothing said:
    or the most usual name would always win. ``key`` must name what is on the model.
    """
    if len(roles) == 1:
        return roles[0]
    usual = yield from _scores(speaker, key, scene_text, roles, (), language)
    now = yield from _scores(speaker, key, scene_text, roles, said, language)
    gains = [after - before for before, after in zip(usual, now, strict=True)]
    return roles[gains.index(max(gains))]


def _scores(
    speaker: Speaker,
    key: PastKey,
    scene_text: str,
    roles: Sequence[Field],
    said: Sequence[SaidAs],
    language: Language,
) -> Generator[Update, None, list[float]]:
    names = [one.title.strip() for one in roles]
    lines = [f"{one.name}: {one.text}" for one in said[-_LATEST:]]
    asked = "\n".join([*lines, _ASKED[language].format(names=", ".join(names))])
    prompt = build(
        speaker.tokenizer, scene_text, [Turn("owner", asked)], speaker.context_length, 16
    )
    with speaker.pasts.lent(speaker.decoder, key, prompt.tokens) as held:
        logits = yield from read(speaker, held, prompt.tokens)
        scores = []
        for name in names:
            score = yield from _score(speaker, held, logits, name)
            scores.append(score)
    return scores


def _score(
    speaker: Speaker, held: Held, logits: torch.Tensor, name: str
) -> Generator[Update, None, float]:
    tokens = speaker.tokenizer.encode(name, add_special_tokens=False)
    length = held.past.length
    own = Held(held.key, held.past.copy(length), list(held.tokens))
    again, total = Reading(length, length, length), 0.0
    for number, token in enumerate(tokens):
        yield again
        total += float(torch.log_softmax(logits.float(), -1)[token])
        if number + 1 < len(tokens):
            logits = yield from compute(speaker, own, [token], again)
    return total / max(len(tokens), 1)
