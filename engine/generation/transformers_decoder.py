"""Decoding through the transformers model: a bare loop's step, without ``generate``."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from transformers import Cache, DynamicCache, PreTrainedModel
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer

from adapters.voice.interruption import CutShortError, interruptible
from engine.generation.interface import Past

ROOM_STEP = 128  # tokens by which a layer's memory grows at least


def _never() -> bool:
    return False


class GrowingLayer(DynamicLayer):
    """Keys and values in memory that grows in steps, instead of being copied for every token."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._room: list[torch.Tensor] = []

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *args: Any, **kwargs: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Append [1, heads, new, width]; give back all of it, as views."""
        del args, kwargs
        held = self.get_seq_length()
        total = held + key_states.shape[-2]
        if not self._room or total > self._room[0].shape[-2]:
            self._grow(total, key_states, value_states)
        for room, states in zip(self._room, (key_states, value_states), strict=True):
            room[..., held:total, :] = states
        keys, values = (room[..., :total, :] for room in self._room)
        self.keys, self.values = keys, values
        return keys, values

    def copy(self, length: int) -> "GrowingLayer":
        """The first ``length`` tokens in memory of their own."""
        other = GrowingLayer()
        if length and self._room:
            other.update(*(room[..., :length, :] for room in self._room))
        return other

    def _grow(self, total: int, keys: torch.Tensor, values: torch.Tensor) -> None:
        held = self.get_seq_length()
        size = total + max(ROOM_STEP, total // 4)
        room = [
            states.new_empty((*states.shape[:-2], size, states.shape[-1]))
            for states in (keys, values)
        ]
        if held:
            for new, old in zip(room, self._room, strict=True):
                new[..., :held, :] = old[..., :held, :]
        self._room = room
        self.dtype, self.device, self.is_initialized = keys.dtype, keys.device, True


class TransformersPast:
    """A ``Past`` over transformers' cache."""

    def __init__(self, cache: Cache, length: int = 0) -> None:
        self.cache = cache
        self._length = length

    @property
    def length(self) -> int:
        return self._length

    @property
    def bytes(self) -> int:
        tensors = [t for layer in self.cache.layers for t in vars(layer).values()]
        held = [t for t in tensors if isinstance(t, torch.Tensor)]
        return sum(
            {t.untyped_storage().data_ptr(): t.untyped_storage().nbytes() for t in held}.values()
        )

    def can_crop(self) -> bool:
        """Layers with a running state (Mamba, linear attention) cannot go back."""
        return all(isinstance(layer, GrowingLayer) for layer in self.cache.layers)

    def crop(self, length: int) -> None:
        if length < self._length:
            self.cache.crop(length - self._length)
            self._length = length

    @torch.inference_mode()
    def copy(self, length: int) -> "TransformersPast":
        other = TransformersPast(DynamicCache(), length)
        for layer in self.cache.layers:
            if not isinstance(layer, GrowingLayer):
                raise TypeError("a layer with a running state cannot be copied in part")
            other.cache.layers.append(layer.copy(length))
        return other

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What is computed inside and cut short is taken off again."""
        try:
            yield
        except CutShortError:
            grown = [layer for layer in self.cache.layers if isinstance(layer, GrowingLayer)]
            for layer in grown:  # the pass has come through some of them
                if more := layer.get_seq_length() - self._length:
                    layer.crop(-more)
            raise

    def added(self, count: int) -> None:
        self._length += count


class TransformersDecoder:
    """A ``Decoder`` that works for every causal model of transformers."""

    def __init__(
        self, model: PreTrainedModel, chunk: int, hurried: Callable[[], bool] = lambda: False
    ) -> None:
        self._model = model
        self.chunk = chunk
        self._hurried = hurried

    def new_past(self) -> TransformersPast:
        cache = DynamicCache(config=self._model.config)
        # A sliding window's own cache forgets, and could not be cropped; the mask still slides.
        cache.layers = [
            GrowingLayer() if type(layer) in (DynamicLayer, DynamicSlidingWindowLayer) else layer
            for layer in cache.layers
        ]
        return TransformersPast(cache)

    @torch.inference_mode()
    def forward(self, tokens: Sequence[int], past: Past) -> torch.Tensor:
        if not isinstance(past, TransformersPast):
            raise TypeError("the past of another decoder")
        ids = torch.tensor([list(tokens)], device=self._model.device)
        hurried = self._hurried if past.can_crop() else _never  # a running state cannot go back
        with past.whole(), interruptible(self._model, hurried):
            out = self._model(
                input_ids=ids, past_key_values=past.cache, use_cache=True, logits_to_keep=1
            )
        past.added(len(tokens))
        logits: torch.Tensor = out.logits[0, -1].float().cpu()
        return logits
