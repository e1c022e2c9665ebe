"""The best state of a run on the held-out notes that are watched: the one that is kept."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file, save

from adapters.voice import durable
from adapters.voice.checkpoint import not_saved
from adapters.voice.session import Session

_FILE = "best.safetensors"
PATIENCE = 3  # measurements in a row without a better one, after which a run ends early


def take_in(session: Session, folder: Path, loss: float) -> None:
    """The held-out ``loss`` after the present step; where it is the best, the state is kept.

    Raises ``UserError`` where it cannot be written.
    """
    progress = session.progress
    progress.watched_step = progress.step
    if not loss < (math.inf if progress.best_loss is None else progress.best_loss):
        progress.worse += 1
        return
    tensors = {name: p.detach().cpu().contiguous() for name, p in session.adapter.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        durable.write(folder / _FILE, save(tensors))
    except OSError as error:
        raise not_saved(error) from error
    progress.best_loss, progress.best_step, progress.worse = loss, progress.step, 0


def is_over(session: Session) -> bool:
    """Whether learning on has only made it worse for a while."""
    return session.progress.worse >= PATIENCE


def restore(session: Session, folder: Path) -> None:
    """Give the adapter its best weights; it keeps its own where none were measured."""
    if session.progress.best_loss is None:
        return
    kept = load_file(folder / _FILE)
    with torch.no_grad():
        for name, parameter in session.adapter.items():
            parameter.copy_(kept[name])
