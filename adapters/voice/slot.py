"""The one place on the model where a voice is worn: a peft adapter whose numbers are swapped.

All matrices of the slot are views of one block of memory that keeps its address. A voice is
brought into the same shape once and kept ready, so a switch is two copies. Without a voice
the model's own layers stand in its tree, so its logits are those of the base, bit for bit;
nothing is ever merged into them.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

import torch
from peft import LoraConfig, inject_adapter_in_model
from peft.tuners.lora import LoraLayer
from torch import nn
from transformers import PreTrainedModel

from adapters.errors import UserError
from adapters.voice.weights import VoiceWeights
from adapters.wording import phrase

NAME = "slot"
READY_BYTES = 128 * 2**20  # voices kept in the slot's shape; a few megabytes each
# A voice is always computed at the smallest of these ranks that holds it, its matrices filled
# up with zeros: whatever the slot has grown to meanwhile, its logits are the same bits.
RANKS = (16, 32, 64, 128, 256)


@dataclass(frozen=True)
class _Place:
    """A layer that the slot can change: where it hangs, itself, and its twin with adapter."""

    parent: nn.Module
    name: str
    base: nn.Module
    worn: LoraLayer

    def wear(self, voice: bool) -> None:
        setattr(self.parent, self.name, self.worn if voice else self.base)


@dataclass(frozen=True)
class _Ready:
    """A voice in the slot's shape: all A one after the other, all B, for ``paths``."""

    weights: VoiceWeights
    paths: tuple[str, ...]
    rank: int
    a: torch.Tensor
    b: torch.Tensor

    @property
    def bytes(self) -> int:
        return self.a.nbytes + self.b.nbytes


class VoiceSlot:
    """Puts voices on a model and takes them off; grows when a voice needs more, never shrinks."""

    def __init__(self, model: PreTrainedModel) -> None:
        self._model = model
        self._places: dict[str, _Place] = {}
        self._room_a = torch.empty(0)
        self._room_b = torch.empty(0)
        self._ready: OrderedDict[int, _Ready] = OrderedDict()
        self._shown: tuple[tuple[str, ...], int] | None = None  # paths and rank of the views
        self._worn: tuple[str, ...] = ()

    @property
    def bytes(self) -> int:
        """Memory of the slot and of the voices that it keeps ready."""
        ready = sum(voice.bytes for voice in self._ready.values())
        return self._room_a.nbytes + self._room_b.nbytes + ready

    def put(self, weights: VoiceWeights | None, strength: float = 1.0) -> None:
        """Wear a voice at a strength, or none. Raises ``UserError`` where it does not fit.

        The model is then as it was before.
        """
        if weights is None or strength == 0:
            self._wear(())
            return
        ready = self._made_ready(weights)
        self._show(ready)
        self._room_a[: ready.a.numel()].copy_(ready.a)
        torch.mul(ready.b, weights.scale * strength, out=self._room_b[: ready.b.numel()])
        self._wear(ready.paths)

    def forget(self, weights: VoiceWeights | None = None) -> None:
        """Give up a voice that is kept ready, or all of them; the one that is worn stays."""
        if weights is None:
            self._ready.clear()
        else:
            self._ready.pop(id(weights), None)

    def release(self, weights: VoiceWeights) -> None:
        """Keep one voice ready no longer, such as a state of a training that has gone on."""
        self._ready.pop(id(weights), None)

    def _wear(self, paths: tuple[str, ...]) -> None:
        """Let the adapter's layers stand in the tree at ``paths``, the model's own elsewhere."""
        if paths == self._worn:
            return
        for path in set(self._worn) ^ set(paths):
            self._places[path].wear(path in paths)
        self._worn = paths

    def _made_ready(self, weights: VoiceWeights) -> _Ready:
        key = id(weights)  # stays its own: what is ready holds the weights
        if key not in self._ready:
            self._check(weights)
            self._grow(weights)
            self._ready[key] = _pad(weights, self._room_a)
        self._ready.move_to_end(key)
        while len(self._ready) > 1 and sum(v.bytes for v in self._ready.values()) > READY_BYTES:
            self._ready.popitem(last=False)
        return self._ready[key]

    def _check(self, weights: VoiceWeights) -> None:
        modules = dict(self._base_layers())
        for path, pair in weights.layers.items():
            layer = modules.get(path)
            shape = (getattr(layer, "in_features", 0), getattr(layer, "out_features", 0))
            if (pair.a.shape[1], pair.b.shape[0]) != shape:
                raise _misfit(path)

    def _base_layers(self) -> Iterable[tuple[str, nn.Module]]:
        """The model's modules by their paths without any adapter."""
        for path, module in self._model.named_modules():
            yield path, module.get_base_layer() if isinstance(module, LoraLayer) else module

    def _grow(self, weights: VoiceWeights) -> None:
        """Make places and room for a voice that needs more of either."""
        missing = [path for path in weights.layers if path not in self._places]
        if missing:
            self._wear(())  # or peft would look into its own layers
            self._places |= _make_places(self._model, missing)
        need_a, need_b = _sizes(weights, _rank(weights))
        if need_a > self._room_a.numel() or need_b > self._room_b.numel():
            self._room_a = self._room(max(need_a, self._room_a.numel()))
            self._room_b = self._room(max(need_b, self._room_b.numel()))
            self._let_go()

    def _let_go(self) -> None:
        """No matrix may keep a former room in memory."""
        for place in self._places.values():
            place.worn.lora_A[NAME].weight.data = self._room_a[:0]
            place.worn.lora_B[NAME].weight.data = self._room_b[:0]
        self._shown = None

    def _room(self, numbers: int) -> torch.Tensor:
        """float32 on a processor, where 16-bit adapters are slower; as the model elsewhere."""
        device = self._model.device
        dtype = torch.float32 if device.type == "cpu" else self._model.dtype
        return torch.zeros(numbers, dtype=dtype, device=device)

    def _show(self, ready: _Ready) -> None:
        """Point the adapter's matrices at their parts of the room."""
        if self._shown == (ready.paths, ready.rank):
            return
        at_a = at_b = 0
        for path in ready.paths:
            layer = self._places[path].worn
            inputs, outputs = layer.in_features, layer.out_features
            a, b = ready.rank * inputs, ready.rank * outputs
            layer.lora_A[NAME].weight.data = self._room_a[at_a : at_a + a].view(-1, inputs)
            layer.lora_B[NAME].weight.data = self._room_b[at_b : at_b + b].view(outputs, -1)
            at_a, at_b = at_a + a, at_b + b
        self._shown = (ready.paths, ready.rank)


def _make_places(model: PreTrainedModel, paths: list[str]) -> dict[str, _Place]:
    """Let peft make its layers for ``paths``; the model's own are put back into the tree."""
    # Scaling is 1 (alpha equals rank), because scale and strength are in B already. One number
    # of rank is enough: the matrices are replaced by views of the slot's room.
    config = LoraConfig(r=1, lora_alpha=1, target_modules=paths, init_lora_weights=False)
    with torch.random.fork_rng(devices=[]):  # peft draws first values, which nobody needs
        inject_adapter_in_model(config, model, NAME)
    del model.peft_config  # a trace that a second adapter, or a training copy, trips over
    places = {}
    for path in paths:
        worn = model.get_submodule(path)
        assert isinstance(worn, LoraLayer)
        worn.eval().requires_grad_(False)
        parent, _, name = path.rpartition(".")
        place = _Place(model.get_submodule(parent), name, worn.get_base_layer(), worn)
        place.wear(False)
        places[path] = place
    return places


def _rank(weights: VoiceWeights) -> int:
    largest = weights.largest_rank
    return next((rank for rank in RANKS if rank >= largest), largest)


def _sizes(weights: VoiceWeights, rank: int) -> tuple[int, int]:
    """Numbers in all A and in all B at a rank."""
    pairs = weights.layers.values()
    return sum(rank * p.a.shape[1] for p in pairs), sum(rank * p.b.shape[0] for p in pairs)


def _pad(weights: VoiceWeights, room: torch.Tensor) -> _Ready:
    """Bring a voice into the slot's shape, on the slot's device, filled up with zeros."""
    rank = _rank(weights)
    pad, layers = nn.functional.pad, weights.layers.values()
    a = [pad(pair.a.float(), (0, 0, 0, rank - pair.rank)).flatten() for pair in layers]
    b = [pad(pair.b.float(), (0, rank - pair.rank)).flatten() for pair in layers]
    paths = tuple(weights.layers)
    return _Ready(weights, paths, rank, torch.cat(a).to(room), torch.cat(b).to(room))


def _misfit(path: str) -> UserError:
    return UserError(
        phrase("errors", "The voice does not fit this model."),
        phrase("errors", "The model has no such layer as “{path}”.", path=path),
        phrase("errors", "Load the model that the voice was trained on."),
    )
