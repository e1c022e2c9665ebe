"""Small trainings on the tiny model."""

from pathlib import Path

import torch

from adapters.catalog import voices
from adapters.voice.options import TrainingOptions
from engine.jobs.state import State
from engine.messages import (
    Train,
    Trained,
)

OPTIONS = TrainingOptions(
    rank=4,
    alpha=8,
    learning_rate=1e-2,
    epochs=2.0,
    max_length=96,
    micro_tokens=192,
    batch_tokens=400,
    checkpoint_every=1,
)


def command(notes: Path, name: str = "Garden", options: TrainingOptions = OPTIONS) -> Train:
    return Train(str(notes), name, "olive", options)


def sha(state: State, trained: Trained) -> str:
    return voices.get(state.catalog, trained.voice).version.sha256


def job_session_model(job: object) -> torch.nn.Module:
    """The training copy, found in the frames of a suspended job."""
    while job is not None:
        this = job.gi_frame.f_locals.get("this")  # type: ignore[attr-defined]
        if this is not None:
            model: torch.nn.Module = this.session.model
            return model
        job = job.gi_yieldfrom  # type: ignore[attr-defined]
    raise AssertionError("no session in this job")
