"""What a model or a training run will need, in bytes, before anything is loaded.

Pure numbers: nothing here opens a model. ``docs/benchmarks/memory.md`` compares them with
what was measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from adapters.voice.options import RICH_TARGETS, TrainingOptions
from engine.memory.processor import number_bytes

GIB = 2**30
# Below this much left free, other programs begin to suffer.
TIGHT = GIB
# NF4 with double quantisation: 4 bits, an 8-bit scale per 64 weights, and a 32-bit one per
# 256 of those (QLoRA, arXiv 2305.14314, section 3).
NF4_BITS = 4 + 8 / 64 + 32 / (64 * 256)
# The kernel's layout has one 16-bit scale per 64 weights.
PACKED_BITS = 4 + 16 / 64
SIXTEEN_BIT = 2  # bytes
FLOAT32 = 4
# From here on as measured by benchmarks/memory.py with the starter model.
KV_ROOM = 1.25  # the cache grows in steps
PREFILL = 64  # tokens computed at once
WORK_PER_TOKEN = 64  # numbers per widest state, one layer at a time
LIBRARIES = 24 * 2**20  # bytes that the first computation takes for good
# Bytes a number that making a 4-bit layer takes: with bitsandbytes 0.50.2 14 of work beside
# bfloat16, 10 beside float32, each and the tensor itself.
QUANTISING = 16
# Of a tensor that stays in 16 bits, at most: in a folder float32 and 16 bits; a GGUF's is turned
# into the order of transformers as well. With 136 million numbers: 1,037 MB from a float32 folder
# and 825 from a bfloat16 one, of 1,153 asked for.
KEEPING = {"folder": 6, "gguf": 10}
# What is gathered before a file is written; one tensor more than this stays possible.
SHARD_BYTES = 256 * 2**20
SPARE = 64 * 2**20
# Numbers that a layer keeps of one token for the way back, per width of its states.
KEPT_HIDDEN, KEPT_WIDE = 6.25, 3
# Where products are of 16 bits, norms and the adapter still keep float32: bytes a number more.
MIXED = 0.5
COMPUTED_AGAIN = 6  # layers' worth that computing layers a second time holds at once
LOGITS_AT_ONCE, LOSS_CHUNK = 3, 128
# How much longer a token is learned with an adapter on every matrix than with none, from the
# starter's passes (docs/experiments.md): 1.18 times as long on all matrices as on q and v.
SLOWER = 0.25
# What the C library keeps of freed memory while blocks of changing size come and go.
HEAP = 1.5

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
    def widest(self) -> int:
        """Numbers of the largest state of one token within a layer."""
        return max(self.intermediate, self.heads * self.head_width, self.hidden)

    @property
    def unquantised(self) -> int:
        """Weights that keep their width: embedding, head unless it is the same, norms."""
        embeddings = self.vocabulary * self.hidden * (1 if self.tied else 2)
        return embeddings + (2 * self.layers + 1) * self.hidden

    @property
    def parameters(self) -> int:
        return self.quantised + self.unquantised


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


def weight_bytes(shape: Shape, *, packed: bool = False, device: str = "cpu") -> int:
    """Bytes of a loaded model; ``packed``: in the layout of the processor's 4-bit kernel."""
    bits = PACKED_BITS if packed else NF4_BITS
    return round(shape.quantised * bits / 8) + shape.unquantised * number_bytes(device)


def kv_bytes_per_token(shape: Shape, device: str = "cpu") -> int:
    """A key and a value of every layer."""
    return 2 * shape.layers * shape.key_value_heads * shape.head_width * number_bytes(device)


def loading(
    shape: Shape, context: int = 4096, *, convert: bool = False, device: str = "cpu"
) -> LoadPlan:
    """Plan for a model with a conversation of up to ``context`` tokens.

    ``convert``: the source, a folder, is still to be quantised.
    """
    tokens = min(context, shape.context_length)
    weights = weight_bytes(shape, packed=device == "cpu", device=device)
    kv_cache = round(tokens * KV_ROOM * kv_bytes_per_token(shape, device))
    work = PREFILL * shape.widest * WORK_PER_TOKEN * number_bytes(device)
    overhead = LIBRARIES + work + shape.vocabulary * FLOAT32 * LOGITS_AT_ONCE
    total = weights + kv_cache + overhead
    kept, layer = shape.vocabulary * shape.hidden, shape.hidden * shape.intermediate
    peak = max(total, converting(layer, kept)) if convert else total
    return LoadPlan(weights, kv_cache, overhead, peak)


def converting(layer: int, kept: int, kind: Literal["folder", "gguf"] = "folder") -> int:
    """What quantising takes, tensor by tensor: numbers of the largest 4-bit one and of all."""
    return max(layer * QUANTISING, kept * KEEPING[kind]) + SHARD_BYTES + SPARE


def training(
    shape: Shape, options: TrainingOptions, *, packed: bool = False, device: str = "cpu"
) -> TrainingPlan:
    """Plan for one run beside a loaded model; ``packed``: the CPU decodes from packed codes."""
    parameters = adapter_parameters(shape, options)
    kept = _activations(shape, options, number_bytes(device))
    return TrainingPlan(
        adapter=parameters * FLOAT32 * 4,
        activations=round(kept * (HEAP if device == "cpu" else 1)),
        unpacked=round(shape.quantised * NF4_BITS / 8) if packed else 0,
    )


def adapter_parameters(shape: Shape, options: TrainingOptions) -> int:
    """Numbers of the two small matrices beside every target.

    A target that is a whole path is one matrix, any other one in each layer.
    """
    wide = {name: i + o for name, (i, o) in shape.linear.items()}
    everywhere = sum(wide.get(target, 0) for target in options.targets)
    single = sum(wide.get(t.rpartition(".")[2], 0) for t in options.targets if "." in t)
    whole = options.rank * (shape.layers * everywhere + single)
    return round(whole * (options.critical or 1.0))


def slowness(shape: Shape, options: TrainingOptions) -> float:
    """How much longer a token is learned than by an adapter on nothing, by adapted matrices."""
    share = adapter_parameters(shape, options) / max(1, adapter_parameters(shape, _whole(options)))
    return 1 + SLOWER * share


def _whole(options: TrainingOptions) -> TrainingOptions:
    return replace(options, targets=RICH_TARGETS, critical=None)


def adapter_bytes(shape: Shape, options: TrainingOptions) -> int:
    """Size of the voice's file, in float32."""
    return adapter_parameters(shape, options) * FLOAT32


def _activations(shape: Shape, options: TrainingOptions, wide: int) -> float:
    """What a backward pass needs of one micro-batch: bytes of tensors."""
    tokens = max(options.micro, options.max_length)  # a long note is a batch by itself
    scores = shape.heads * min(options.max_length, tokens)
    states = KEPT_HIDDEN * shape.hidden + KEPT_WIDE * shape.intermediate
    kept = (states + _adapted_inputs(shape, options)) * (wide + MIXED if wide < FLOAT32 else wide)
    layer = tokens * (kept + scores * FLOAT32)  # softmax is computed in float32
    logits = LOGITS_AT_ONCE * min(LOSS_CHUNK, tokens) * shape.vocabulary * FLOAT32
    if not options.checkpointing:
        return shape.layers * layer + logits
    return shape.layers * tokens * shape.hidden * wide + COMPUTED_AGAIN * layer + logits


def _adapted_inputs(shape: Shape, options: TrainingOptions) -> int:
    """Numbers of the states that adapted matrices read; some of them read the same one."""
    readers = (
        ("q_proj", "k_proj", "v_proj"),
        ("o_proj",),
        ("gate_proj", "up_proj"),
        ("down_proj",),
    )
    read = [group[0] for group in readers if set(group) & set(options.kinds)]
    return sum(shape.linear[name][0] for name in read)
