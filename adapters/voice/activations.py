"""What a backward pass has to remember, measured and not guessed."""

import torch
from torch import Tensor

from adapters.voice.session import Session

_LOGITS_AT_ONCE = 3  # a chunk's logits, their float32 copy or softmax, and their gradient
_CHUNK = 128


def largest_micro_batch(session: Session) -> tuple[int, ...]:
    """The micro-batch that is padded to the most tokens."""

    def padded(indexes: tuple[int, ...]) -> int:
        return len(indexes) * max(len(session.examples[i].tokens) for i in indexes)

    return max((micro for step in session.plan for micro in step.micro), key=padded)


def training_bytes(session: Session) -> int:
    """Memory that the run takes beside the model: adapter, gradients, moments, activations.

    Runs one forward pass over the largest micro-batch and counts what it keeps; changes
    nothing. The two 8-bit moments on CUDA are smaller than what is counted for them.
    """
    adapter = sum(p.numel() * p.element_size() for p in session.adapter.values())
    vocabulary: int = session.model.get_output_embeddings().weight.shape[0]
    logits = _LOGITS_AT_ONCE * _CHUNK * vocabulary * 4
    return 4 * adapter + _kept_by_forward(session) + logits


def _kept_by_forward(session: Session) -> int:
    own = {p.untyped_storage().data_ptr() for p in session.model.parameters()}
    kept: dict[int, int] = {}

    def count(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(count, lambda tensor: tensor):
        loss = session.loss(session.batch(largest_micro_batch(session)))
    del loss
    return sum(kept.values())
