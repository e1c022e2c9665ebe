"""Checkpoints: everything that a run needs to go on as if it had never been cut.

One safetensors file for each, with the numbers in its metadata; written under
another name, forced to disk and renamed, so that a file with its final name is whole.
"""

import json
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save as to_bytes
from torch import Tensor

from adapters.errors import UserError
from adapters.voice import durable
from adapters.voice.progress import TrainingProgress
from adapters.voice.session import Session
from adapters.wording import phrase

_PATTERN = "step-*.safetensors"
_WEIGHT, _GRADIENT, _MOMENT, _ORDER = "weight/", "gradient/", "moment/", "order"


def save(session: Session, folder: Path) -> Path:
    """Write a checkpoint; only when it is durable are the older ones removed.

    Raises ``UserError`` where it cannot be written; the one before stays.
    """
    progress = session.progress
    progress.saved_at = progress.seconds
    progress.schedule = session.schedule.state_dict()
    path = folder / f"step-{progress.step:08}-{progress.micro:04}.safetensors"
    tensors, moments = _tensors(session)
    about = {"progress": json.dumps(progress.as_dict()), "moments": json.dumps(moments)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        durable.write(path, to_bytes(tensors, about))
    except OSError as error:
        raise not_saved(error) from error
    for old in folder.glob(_PATTERN):
        if old != path:
            old.unlink()
    return path


def newest(folder: Path) -> Path | None:
    """The last whole checkpoint of a run, or None. Damaged ones are passed over."""
    for path in sorted(folder.glob(_PATTERN), reverse=True):
        try:
            with safe_open(path, "pt") as file:
                if "progress" in (file.metadata() or {}):
                    return path
        except (SafetensorError, OSError):
            continue
    return None


def order_of(path: Path) -> Tensor:
    """The state from which the run drew the order of its batches."""
    with safe_open(path, "pt") as file:
        order: Tensor = file.get_tensor(_ORDER)
        return order


def restore(session: Session, path: Path) -> None:
    """Bring a session, prepared with the same examples and options, to where the run was."""
    with safe_open(path, "pt") as file:
        about = file.metadata()
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    session.progress = TrainingProgress.from_dict(json.loads(about["progress"]))
    with torch.no_grad():
        for name, parameter in session.adapter.items():
            parameter.copy_(tensors[_WEIGHT + name])
            gradient = tensors.get(_GRADIENT + name)
            parameter.grad = None if gradient is None else gradient.to(parameter.device)
    session.optimiser.load_state_dict(_optimiser_state(session, tensors, about["moments"]))
    session.schedule.load_state_dict(session.progress.schedule)


def _tensors(session: Session) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """The tensors of a checkpoint, and those values of the optimiser that are none."""
    tensors = {_ORDER: session.generator.get_state()}
    for name, parameter in session.adapter.items():
        tensors[_WEIGHT + name] = parameter.detach()
        if session.progress.micro and parameter.grad is not None:
            tensors[_GRADIENT + name] = parameter.grad
    plain: dict[str, Any] = {}
    for index, moments in session.optimiser.state_dict()["state"].items():
        for key, value in moments.items():
            name = f"{index}/{key}"
            if isinstance(value, Tensor):
                tensors[_MOMENT + name] = value
            else:
                plain[name] = value
    return {name: tensor.cpu().contiguous() for name, tensor in tensors.items()}, plain


def _optimiser_state(session: Session, tensors: dict[str, Tensor], plain: str) -> dict[str, Any]:
    """As ``Optimizer.state_dict`` gives it: moments by the parameter's index, then by name."""
    state: dict[int, dict[str, Any]] = {}
    moments = {n.removeprefix(_MOMENT): t for n, t in tensors.items() if n.startswith(_MOMENT)}
    for name, value in (moments | json.loads(plain)).items():
        index, _, key = name.partition("/")
        state.setdefault(int(index), {})[key] = value
    whole: dict[str, Any] = session.optimiser.state_dict()
    for group, rate in zip(
        whole["param_groups"], session.progress.schedule["_last_lr"], strict=True
    ):
        group["lr"] = rate  # the schedule sets it only when it steps
    return whole | {"state": state}


def not_saved(error: OSError) -> UserError:
    """For the owner: the disk is full, or refuses."""
    return UserError(
        phrase("errors", "The state of the training could not be saved."),
        phrase("errors", "The system says: {error}.", error=error.strerror or str(error)),
        phrase("errors", "Make some space on the disk, then resume the training."),
    )
