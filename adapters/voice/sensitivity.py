"""Which layers of a model are worth an adapter: by what they would gain for each byte.

A fresh adapter stands on all candidates and sees a few batches; nothing is learned. Its B is
zero, so only B has gradients, and Adam's first step moves every number of it by the learning
rate: the loss falls by the sum of the gradient's absolute values, to first order. That sum
over the bytes of a layer's two matrices is its sensitivity.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass

from adapters.voice.session import Session
from adapters.voice.weights import LORA_NAME

TOKENS = 2_048  # learned tokens that the gradients are summed over


@dataclass(frozen=True)
class Layer:
    """``gain``: how much the loss falls for a step of 1 in every number of its B."""

    gain: float
    bytes: int

    @property
    def sensitivity(self) -> float:
        return self.gain / self.bytes


def measuring(session: Session, tokens: int = TOKENS) -> Generator[None, None, dict[str, Layer]]:
    """Each layer of the session's fresh adapter by its path; yields after every micro-batch.

    The session is of no use for learning afterwards.
    """
    seen = 0
    for indexes in (micro for step in session.plan for micro in step.micro):
        if seen >= tokens:
            break
        batch = session.batch(indexes)
        session.accelerator.backward(session.loss(batch))
        seen += len(batch.targets)
        yield
    return _layers(session, max(1, seen))


def chosen(layers: Mapping[str, Layer], share: float) -> tuple[str, ...]:
    """The most sensitive layers that fit into a ``share`` of all their bytes, sorted by path.

    At least one.
    """
    left = share * sum(layer.bytes for layer in layers.values())
    taken: list[str] = []
    for path in sorted(layers, key=lambda path: (-layers[path].sensitivity, path)):
        if layers[path].bytes <= left or not taken:
            taken.append(path)
            left -= layers[path].bytes
    return tuple(sorted(taken))


def _layers(session: Session, seen: int) -> dict[str, Layer]:
    gains: dict[str, float] = {}
    sizes: dict[str, int] = {}
    for name, parameter in session.adapter.items():
        found = LORA_NAME.fullmatch(name)
        assert found is not None
        path = found["path"]
        sizes[path] = sizes.get(path, 0) + parameter.nbytes
        if found["side"] == "B" and parameter.grad is not None:
            gains[path] = parameter.grad.abs().sum().item() / seen
    return {path: Layer(gains.get(path, 0.0), size) for path, size in sizes.items()}
