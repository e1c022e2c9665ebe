"""Reads what a voice will have to read in any case, before it is asked to answer."""

from collections.abc import Sequence

from adapters.voice.interruption import CutShortError
from engine.generation.pasts import PastKey
from engine.generation.reply import Speaker


def shared(one: Sequence[int], other: Sequence[int]) -> int:
    """How many tokens two prompts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def read_part(speaker: Speaker, key: PastKey, tokens: Sequence[int], end: int) -> int:
    """Compute the next part of ``tokens[:end]``, whose whole prompt is ``tokens``.

    How many of them are known now. The past is given back each time, so that whoever is to answer
    meanwhile goes on from there. ``key`` must name what is on the model.
    """
    held = speaker.pasts.take(speaker.decoder, key, tokens)
    done, chunk = held.past.length, speaker.decoder.chunk
    try:
        if done < end:
            part = tokens[done : min((done // chunk + 1) * chunk, end)]
            held.compute(speaker.decoder, part)
    except CutShortError:
        pass  # the past is as it was
    except BaseException:
        speaker.pasts.drop(held)  # it may be half computed
        raise
    speaker.pasts.put(held)
    return held.past.length
