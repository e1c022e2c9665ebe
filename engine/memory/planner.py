"""What a model or a training run will need, in bytes, before anything is loaded.

Pure numbers: nothing here opens a model. ``docs/benchmarks/memory.md`` compares them with
what was measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from adapters.voice.options import TrainingOptions

GIB = 2**30
# Below this much left free, other programs begin to suffer.
TIGHT = GIB
# NF4 with double quantisation: 4 bits, an 8-bit scale per 64 weights, and a 32-bit one per
# 256 of those (QLoRA, arXiv 2305.14314, section 3).
NF4_BITS = 4 + 8 / 64 + 32 / (64 * 256)
SIXTEEN_BIT = 2  # bytes
FLOAT32 = 4

Verdict = Literal["fits", "tight", "too large"]


@dataclass(frozen=True)
class Shape:
    """The sizes of a decoder, as its config.json names them."""

    hidden: int
    intermediate: int
    layers: int
    heads: int
    key_value_heads: int
    head_width: int
    vocabulary: int
    tied: bool  # the output head shares the embedding
    context_length: int

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> "Shape":
        """Read a config.json. Raises ``KeyError`` for one that describes no plain decoder."""
        heads = int(config["num_attention_heads"])
        hidden = int(config["hidden_size"])
        return cls(
            hidden=hidden,
            intermediate=int(config["intermediate_size"]),
            layers=int(config["num_hidden_layers"]),
            heads=heads,
            key_value_heads=int(config.get("num_key_value_heads") or heads),
            head_width=int(config.get("head_dim") or hidden // heads),
            vocabulary=int(config["vocab_size"]),
            tied=bool(config.get("tie_word_embeddings", False)),
            context_length=int(config.get("max_position_embeddings") or 2048),
        )

    @property
    def linear(self) -> dict[str, tuple[int, int]]:
        """(inputs, outputs) of each quantised matrix of one layer, by its usual name."""
        queries = self.heads * self.head_width
        values = self.key_value_heads * self.head_width
        return {
            "q_proj": (self.hidden, queries),
            "k_proj": (self.hidden, values),
            "v_proj": (self.hidden, values),
            "o_proj": (queries, self.hidden),
            "gate_proj": (self.hidden, self.intermediate),
            "up_proj": (self.hidden, self.intermediate),
            "down_proj": (self.intermediate, self.hidden),
        }

    @property
    def quantised(self) -> int:
        """Weights held in 4 bits."""
        return self.layers * sum(i * o for i, o in self.linear.values())

    @property
    def in_16_bits(self) -> int:
        """Weights held in 16 bits: embedding, head unless it is the same, norms."""
        embeddings = self.vocabulary * self.hidden * (1 if self.tied else 2)
        return embeddings + (2 * self.layers + 1) * self.hidden

    @property
    def parameters(self) -> int:
        return self.quantised + self.in_16_bits


@dataclass(frozen=True)
class LoadPlan:
    """Bytes that a loaded model takes; ``peak`` is the most while it is made ready."""

    weights: int
    kv_cache: int
    overhead: int
    peak: int

    @property
    def total(self) -> int:
        return self.weights + self.kv_cache + self.overhead


@dataclass(frozen=True)
class TrainingPlan:
    """Bytes that a run adds to a loaded model."""

    adapter: int  # its weights, their gradients and the optimiser's two moments
    activations: int
    unpacked: int  # a second layout of the 4-bit codes, where decoding uses a packed one

    @property
    def total(self) -> int:
        return self.adapter + self.activations + self.unpacked


@dataclass(frozen=True)
class Judgement:
    """Whether ``need`` bytes go into ``free``; ``missing`` is what is lacking, or 0."""

    verdict: Verdict
    need: int
    free: int

    @property
    def missing(self) -> int:
        return max(0, self.need - self.free)

    @property
    def left(self) -> int:
        return max(0, self.free - self.need)


def judge(need: int, free: int) -> Judgement:
    """Compare a need with what is free now; both in bytes."""
    if need > free:
        return Judgement("too large", need, free)
    return Judgement("tight" if free - need < TIGHT else "fits", need, free)


def weight_bytes(shape: Shape) -> int:
    return round(shape.quantised * NF4_BITS / 8) + shape.in_16_bits * SIXTEEN_BIT


def kv_bytes_per_token(shape: Shape) -> int:
    """Keys and values in 16 bits."""
    return 2 * shape.layers * shape.key_value_heads * shape.head_width * SIXTEEN_BIT


def loading(shape: Shape, context: int = 4096, *, convert: bool = False) -> LoadPlan:
    """Plan for a model with a conversation of up to ``context`` tokens.

    ``convert``: the source is still to be quantised. That goes tensor by tensor, so its
    peak is the largest tensor in float32 and 16 bits, on top of what is already made.
    """
    tokens = min(context, shape.context_length)
    # One prompt chunk through one layer, and logits in float32.
    overhead = 64 * shape.hidden * 512 + shape.vocabulary * FLOAT32 * 4
    weights = weight_bytes(shape)
    largest = max(shape.vocabulary * shape.hidden, shape.hidden * shape.intermediate)
    making = largest * (FLOAT32 + SIXTEEN_BIT) if convert else 0
    kv_cache = tokens * kv_bytes_per_token(shape)
    return LoadPlan(
        weights, kv_cache, overhead, max(weights + making, weights + kv_cache + overhead)
    )


def training(shape: Shape, options: TrainingOptions, *, packed: bool = False) -> TrainingPlan:
    """Plan for one run beside a loaded model; ``packed``: the CPU decodes from packed codes."""
    parameters = adapter_parameters(shape, options)
    return TrainingPlan(
        adapter=parameters * FLOAT32 * 4,
        activations=_activations(shape, options),
        unpacked=round(shape.quantised * NF4_BITS / 8) if packed else 0,
    )


def adapter_parameters(shape: Shape, options: TrainingOptions) -> int:
    sizes = [shape.linear[name] for name in options.targets if name in shape.linear]
    return shape.layers * options.rank * sum(i + o for i, o in sizes)


def adapter_bytes(shape: Shape, options: TrainingOptions) -> int:
    """Size of the voice's file, in float32."""
    return adapter_parameters(shape, options) * FLOAT32


def _activations(shape: Shape, options: TrainingOptions) -> int:
    """What a backward pass needs of one micro-batch."""
    tokens = options.micro_tokens
    width = 14 * shape.hidden + 4 * shape.intermediate
    scores = shape.heads * min(options.max_length, tokens) * FLOAT32
    layer = tokens * (width * SIXTEEN_BIT + scores)
    kept = tokens * shape.hidden * SIXTEEN_BIT if options.checkpointing else layer
    loss = 3 * min(128, tokens) * shape.vocabulary * FLOAT32
    return shape.layers * kept + layer + loss
