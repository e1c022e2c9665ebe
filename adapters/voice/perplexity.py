"""How well a model foretells whole notes: what held-out perplexity is made of."""

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import torch
from transformers import DynamicCache

from adapters.voice.batches import Example
from adapters.voice.loss import summed_loss
from adapters.voice.session import Session

# Tokens computed at once, so that the chat can have its turn between two pieces.
_PIECE = 256


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
    measured = []
    for note in notes:
        cache = DynamicCache(config=session.model.config)
        loss = 0.0
        for start in range(0, len(note.tokens), _PIECE):
            loss += _piece(session, note, start, cache)
            done += min(_PIECE, len(note.tokens) - start)
            yield done / total
        measured.append(Measured(loss, note.trained))
    return measured


def pooled(measured: Sequence[Measured]) -> Measured:
    """All notes together, every token counting the same."""
    return Measured(sum(m.loss for m in measured), sum(m.tokens for m in measured))


def _piece(session: Session, note: Example, start: int, cache: DynamicCache) -> float:
    """The loss of the trained tokens that follow one of ``note.tokens[start : start + PIECE]``."""
    model = session.model
    end = min(start + _PIECE, len(note.tokens))
    first = max(start, note.trained_from - 1)
    targets = torch.tensor(note.tokens[first + 1 : end + 1], device=session.device)
    with torch.no_grad():
        model.eval()
        ids = torch.tensor([list(note.tokens[start:end])], device=session.device)
        out = model.base_model(input_ids=ids, past_key_values=cache, use_cache=True)
        model.train()
        wanted = out.last_hidden_state[0, first - start :][: len(targets)]
        return summed_loss(wanted, targets, session.head).item()
