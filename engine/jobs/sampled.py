"""Replies that nobody has asked for: what base and voice say to the questions of a verdict."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from adapters.notes.example import Example
from adapters.voice.files import VoiceWeights
from engine.generation.pasts import PastKey, Pasts
from engine.generation.reply import ReplyText, answer
from engine.jobs.reply import speaker
from engine.jobs.state import Loaded
from engine.messages import Sampling, Update
from engine.verdict.copying import Reply

Prompt = tuple[int, ...]  # up to where the answer begins

_NEAR = 64  # tokens: a longer prompt holds the beginning of its note


def questions(examples: Sequence[Example]) -> list[Prompt]:
    """The prompts that are a question alone, each once."""
    asked = dict.fromkeys(prompt for one in examples for prompt in one.prompts)
    shortest = min(map(len, asked), default=0)
    return [prompt for prompt in asked if len(prompt) <= shortest + _NEAR]


def replies(
    loaded: Loaded,
    weights: VoiceWeights | None,
    asked: Sequence[Prompt],
    tokens: int,
    seed: int,
    told: Callable[[float], Update],
) -> Generator[Update, None, list[Reply]]:
    """An answer to each of the questions, by a voice or by the base (None).

    The seed of a question is the same whoever answers. Yields what ``told`` makes of the share
    that is done, after every token; in between the chat may have worn another voice.
    """
    # Pasts of its own: the chat keeps what it has computed.
    parts, key = replace(speaker(loaded), pasts=Pasts()), PastKey.of(loaded.model.fingerprint)
    found = []
    try:
        for number, prompt in enumerate(asked):
            said = ReplyText()
            sampling = Sampling(max_tokens=tokens, seed=seed + number)
            speaking = answer(parts, key, prompt, sampling, said)
            loaded.slot.put(weights)
            for _ in speaking:
                yield told((number + said.tokens / tokens) / len(asked))
                loaded.slot.put(weights)
            question = str(parts.tokenizer.decode(list(prompt), skip_special_tokens=True))
            found.append(Reply(question, said.text))
    finally:
        loaded.slot.put(None)
    return found
