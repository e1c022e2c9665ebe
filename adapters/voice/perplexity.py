"""How well a model foretells whole notes: what held-out perplexity is made of."""

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import torch
from transformers import DynamicCache

from adapters.voice.batches import Example
from adapters.voice.interruption import CutShortError
from adapters.voice.loss import summed_loss
from adapters.voice.session import Session


@dataclass(frozen=True)
class Measured:
    """The summed loss over some notes and the number of tokens it is summed over."""

    loss: float
    tokens: int

    @property
    def mean(self) -> float:
        return self.loss / max(1, self.tokens)

    @property
    def perplexity(self) -> float:
        return math.exp(self.mean)


def measure(session: Session, notes: Sequence[Example]) -> Generator[float, None, list[Measured]]:
    """Each note by itself, uncut; yields the share done after every piece.

    Changes no weight and draws nothing. Notes are computed in pieces with a cache, which
    gives what one long pass gives.
    """
    done, total = 0, sum(len(note.tokens) for note in notes)
    piece = session.options.micro  # tokens at once: then the chat can have its turn
    measured = []
    for note in notes:
        while (loss := (yield from _note(session, note, piece, done, total))) is None:
            yield done / total  # cut short: whoever hurries closes the run here
        done += len(note.tokens)
        measured.append(Measured(loss, note.trained))
    return measured


def pooled(measured: Sequence[Measured]) -> Measured:
    """All notes together, every token counting the same."""
    return Measured(sum(m.loss for m in measured), sum(m.tokens for m in measured))


def _note(
    session: Session, note: Example, piece: int, done: int, total: int
) -> Generator[float, None, float | None]:
    """The loss of one note; None where a pass was cut short."""
    cache = DynamicCache(config=session.model.config)
    loss = 0.0
    for start in range(0, len(note.tokens), piece):
        end = min(start + piece, len(note.tokens))
        try:
            loss += _piece(session, note, start, end, cache)
        except CutShortError:
            return None
        yield (done + end) / total
    return loss


def _piece(session: Session, note: Example, start: int, end: int, cache: DynamicCache) -> float:
    """The loss of the learned tokens that follow one of ``note.tokens[start:end]``."""
    model = session.model
    spans = ((max(first, start + 1), min(last, end + 1)) for first, last in note.learned)
    places = [place for span in spans for place in range(*span)]
    targets = torch.tensor([note.tokens[place] for place in places], device=session.device)
    with torch.no_grad():
        model.eval()
        ids = torch.tensor([list(note.tokens[start:end])], device=session.device)
        out = model.base_model(input_ids=ids, past_key_values=cache, use_cache=True)
        model.train()
        wanted = out.last_hidden_state[0, [place - 1 - start for place in places]]
        return summed_loss(wanted, targets, session.head).item()
