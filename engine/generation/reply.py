"""One reply, token by token: prompt, past, sampling and text come together here."""

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

import torch
from transformers import PreTrainedTokenizerBase

from adapters.catalog.records import StopReason
from adapters.voice.interruption import CutShortError
from engine.generation import prompt as prompts
from engine.generation.drawing import Drawing
from engine.generation.interface import Decoder
from engine.generation.name_stops import NameStops
from engine.generation.pasts import Held, PastKey, Pasts
from engine.generation.sampling import Sampler, draw_seed
from engine.generation.text_stream import TextStream
from engine.messages import Piece, Reading, Sampling, TurnsLeft, Update


@dataclass
class ReplyText:
    """A reply as far as it has come; the caller may pass one in and read it at any time."""

    text: str = ""
    tokens: int = 0
    seconds: float = 0.0  # of decoding, reading the prompt left out
    stop: StopReason = "owner"
    seed: int = 0
    turns_left_out: int = 0

    @property
    def tokens_per_second(self) -> float:
        return self.tokens / self.seconds if self.seconds else 0.0


@dataclass(frozen=True)
class Speaker:
    """What speaks: the parts of a loaded model that a reply needs, and the pasts it keeps."""

    decoder: Decoder
    pasts: Pasts
    tokenizer: PreTrainedTokenizerBase
    context_length: int
    stop_tokens: frozenset[int]
    advised: Sampling = field(default_factory=Sampling)


def reply(
    speaker: Speaker,
    key: PastKey,
    instruction: str,
    turns: Sequence[prompts.Turn],
    sampling: Sampling,
    so_far: ReplyText | None = None,
    stops: NameStops | None = None,
    opening: str = "",
) -> Generator[Update, None, ReplyText]:
    """Answer the last turn, under the voice that is in place, which ``key`` must name.

    The model goes on from ``opening``, which is no part of the reply. Yields ``TurnsLeft``
    where turns did not fit, then as ``answer``.
    """
    so_far = so_far if so_far is not None else ReplyText()
    prompt = prompts.build(
        speaker.tokenizer,
        instruction,
        turns,
        speaker.context_length,
        sampling.max_tokens,
        opening,
    )
    so_far.turns_left_out = prompt.left_out
    if prompt.left_out:
        yield TurnsLeft(prompt.left_out)
    return (yield from answer(speaker, key, prompt.tokens, sampling, so_far, stops))


def answer(
    speaker: Speaker,
    key: PastKey,
    tokens: Sequence[int],
    sampling: Sampling,
    so_far: ReplyText,
    stops: NameStops | None = None,
) -> Generator[Update, None, ReplyText]:
    """Go on from the ``tokens`` of a prompt.

    Yields ``Reading`` after each part of the prompt and then ``Piece`` after each token; a
    piece's text is empty while a character is incomplete. Can be closed at any yield:
    ``so_far`` then holds what was said, with stop "owner", and the past is kept. ``stops`` ends
    it where it would speak for somebody.
    """
    so_far.seed = draw_seed() if sampling.seed is None else sampling.seed
    with speaker.pasts.lent(speaker.decoder, key, tokens) as held:
        logits = yield from read(speaker, held, tokens)
        yield from _speak(speaker, held, logits, sampling, so_far, stops or NameStops("", ()))
    return so_far


def read(
    speaker: Speaker, held: Held, tokens: Sequence[int]
) -> Generator[Update, None, torch.Tensor]:
    """Compute what is not known of the prompt; logits after it.

    Chunks end at multiples of the chunk length, wherever they begin, so that a prompt is
    always computed in the same parts when nothing of it is known.
    """
    cached, total, chunk = held.past.length, len(tokens), speaker.decoder.chunk
    yield Reading(cached, cached, total)
    while (done := held.past.length) < total:
        end = min((done // chunk + 1) * chunk, total)
        again = Reading(done, cached, total)
        logits = yield from compute(speaker, held, tokens[done:end], again)
        if end == total:
            held.keep(logits)
        yield Reading(end, cached, total)
    return held.logits[total]


def compute(
    speaker: Speaker, held: Held, tokens: Sequence[int], again: Update
) -> Generator[Update, None, torch.Tensor]:
    """Logits after ``tokens``; while that is cut short, ``again`` is said, to be closed at."""
    while True:
        try:
            return held.compute(speaker.decoder, tokens)
        except CutShortError:
            yield again


def _speak(
    speaker: Speaker,
    held: Held,
    logits: torch.Tensor,
    sampling: Sampling,
    so_far: ReplyText,
    stops: NameStops,
) -> Generator[Update, None, None]:
    sampler = Sampler(Drawing.of(sampling, speaker.advised), so_far.seed)
    stream = TextStream(speaker.tokenizer)
    seen = set(held.tokens) - speaker.stop_tokens
    longest = min(sampling.max_tokens, speaker.context_length - len(held.tokens))
    started = time.perf_counter()
    try:
        while True:
            token = sampler.draw(logits, seen)
            if token in speaker.stop_tokens:
                so_far.stop = "end"
                break
            seen.add(token)
            text = stops.feed(stream.feed(token))
            yield _piece(so_far, text, time.perf_counter() - started)
            if stops.stopped:
                so_far.stop = "end"
                return
            if so_far.tokens >= longest:
                so_far.stop = "length"
                break
            again = Piece("", so_far.tokens, so_far.tokens_per_second)
            logits = yield from compute(speaker, held, [token], again)
    except GeneratorExit:
        so_far.text += stops.feed(stream.rest()) + stops.rest()
        raise
    if rest := stops.feed(stream.rest()) + stops.rest():
        so_far.text += rest
        yield Piece(rest, so_far.tokens, so_far.tokens_per_second)


def _piece(so_far: ReplyText, text: str, seconds: float) -> Piece:
    """Take one more token into the reply."""
    so_far.text += text
    so_far.tokens += 1
    so_far.seconds = seconds
    return Piece(text, so_far.tokens, so_far.tokens_per_second)
