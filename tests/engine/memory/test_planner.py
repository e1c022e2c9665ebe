"""The planner: counts that agree with real models, and verdicts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from adapters.voice.options import RICH_TARGETS, TrainingOptions
from engine.memory import planner, processor
from engine.memory.planner import GIB, Shape
from engine.memory.processor import number_bytes
from engine.model import precision

# config.json of SmolLM2-135M-Instruct; its 134,515,008 parameters are its makers' figure.
STARTER = Shape.of(
    {
        "hidden_size": 576,
        "intermediate_size": 1536,
        "num_hidden_layers": 30,
        "num_attention_heads": 9,
        "num_key_value_heads": 3,
        "vocab_size": 49152,
        "max_position_embeddings": 8192,
        "tie_word_embeddings": True,
    }
)


def test_the_parameters_of_a_known_model() -> None:
    assert STARTER.parameters == 134_515_008


def test_four_bits_with_double_quantisation() -> None:
    assert pytest.approx(4.127, abs=0.001) == planner.NF4_BITS


def test_a_real_model_counts_the_same(tiny_model: Path) -> None:
    config = json.loads((tiny_model / "config.json").read_text(encoding="utf-8"))
    # Every tensor of the file once, by its header: the head is tied and not stored.
    raw = (tiny_model / "model.safetensors").read_bytes()
    header = json.loads(raw[8 : 8 + int.from_bytes(raw[:8], "little")])
    header.pop("__metadata__", None)
    counted = 0
    for entry in header.values():
        size = 1
        for length in entry["shape"]:
            size *= length
        counted += size
    assert Shape.of(config).parameters == counted


def test_what_a_config_may_leave_out() -> None:
    shape = Shape.of(
        {
            "hidden_size": 64,
            "intermediate_size": 128,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
            "num_key_value_heads": None,
            "head_dim": None,
            "vocab_size": 100,
        }
    )
    assert (shape.key_value_heads, shape.head_width, shape.tied) == (4, 16, False)
    with pytest.raises(KeyError):
        Shape.of({"n_embd": 768})


def test_numbers_that_are_not_in_4_bits_are_as_wide_as_the_device_computes() -> None:
    cpu, gpu = (planner.weight_bytes(STARTER, device=d) for d in ("cpu", "cuda:0"))
    assert cpu - gpu == STARTER.unquantised * (number_bytes() - 2)
    assert gpu == pytest.approx(STARTER.quantised * 4.127 / 8 + STARTER.unquantised * 2, rel=0.001)
    assert planner.weight_bytes(STARTER, packed=True, device="cuda:0") > gpu


def test_the_width_told_without_torch_is_the_one_computed_in() -> None:
    assert number_bytes() == precision.compute_dtype(torch.device("cpu")).itemsize


@pytest.mark.parametrize(
    ("flags", "wide"),
    [
        ("flags\t: fpu avx2 avx512f", 4),
        ("flags\t: fpu avx512_bf16", 2),
        ("flags\t: amx_fp16", 2),
        ("Features\t: asimd bf16", 2),
        ("", 4),
    ],
)
def test_what_a_processor_multiplies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: str, wide: int
) -> None:
    info = tmp_path / "cpuinfo"
    info.write_text(f"processor\t: 0\n{flags}\n", encoding="utf-8")
    monkeypatch.setattr(processor, "CPU_INFO", info)
    assert number_bytes("cpu") == wide
    assert number_bytes("cuda:0") == 2


def test_a_key_and_a_value_for_each_token() -> None:
    assert planner.kv_bytes_per_token(STARTER, "cuda:0") == 30 * 2 * 3 * 64 * 2


def test_a_plan_grows_with_the_conversation_up_to_the_model_s_end() -> None:
    short, long, beyond = (planner.loading(STARTER, n) for n in (1024, 8192, 100_000))
    assert short.total < long.total == beyond.total
    assert long.kv_cache >= 8192 * planner.kv_bytes_per_token(STARTER)


def test_making_ready_holds_the_largest_tensor_several_times() -> None:
    """That is more than the finished model only where one tensor is most of it."""
    ready = planner.loading(STARTER, 128)
    fresh = planner.loading(STARTER, 128, convert=True)
    assert fresh.total == ready.total == ready.peak
    layer, kept = STARTER.hidden * STARTER.intermediate, STARTER.vocabulary * STARTER.hidden
    assert fresh.peak == planner.converting(layer, kept)
    assert fresh.peak - planner.SHARD_BYTES > kept * 6


@pytest.mark.parametrize(
    ("need", "free", "verdict", "missing", "left"),
    [
        (2 * GIB, 4 * GIB, "fits", 0, 2 * GIB),
        (3 * GIB, 4 * GIB, "fits", 0, GIB),
        (3 * GIB + 1, 4 * GIB, "tight", 0, GIB - 1),
        (4 * GIB, 4 * GIB, "tight", 0, 0),
        (4 * GIB + 5, 4 * GIB, "too large", 5, 0),
    ],
)
def test_verdicts(need: int, free: int, verdict: str, missing: int, left: int) -> None:
    judged = planner.judge(need, free)
    assert (judged.verdict, judged.missing, judged.left) == (verdict, missing, left)


def test_an_adapter_has_two_small_matrices_for_each_target() -> None:
    options = TrainingOptions(rank=16, targets=("q_proj", "v_proj"))
    assert planner.adapter_parameters(STARTER, options) == 30 * 16 * (576 + 576 + 576 + 192)
    rich = replace(options, targets=RICH_TARGETS)
    assert planner.adapter_parameters(STARTER, rich) > 5 * planner.adapter_parameters(
        STARTER, options
    )


def test_training_needs_less_with_less_at_a_time() -> None:
    options = TrainingOptions(micro_tokens=1024)
    plan = planner.training(STARTER, options)
    assert planner.training(STARTER, replace(options, micro_tokens=256)).total < plan.total
    frugal = planner.training(STARTER, replace(options, checkpointing=True))
    assert frugal.activations < plan.activations / 2
    assert frugal.adapter == plan.adapter


def test_a_processor_with_packed_codes_holds_them_twice() -> None:
    options = TrainingOptions(micro_tokens=256)
    once, twice = (planner.training(STARTER, options, packed=p) for p in (False, True))
    assert twice.total - once.total == pytest.approx(STARTER.quantised * 4.127 / 8, rel=0.001)


def test_targets_that_are_paths_are_one_matrix_each() -> None:
    one = TrainingOptions(targets=("model.layers.3.self_attn.q_proj",))
    everywhere = TrainingOptions(targets=("q_proj",))
    wanted = STARTER.layers * planner.adapter_parameters(STARTER, one)
    assert planner.adapter_parameters(STARTER, everywhere) == wanted


def test_the_critical_layers_take_their_share() -> None:
    whole = TrainingOptions(targets=RICH_TARGETS)
    half = replace(whole, critical=0.5)
    assert planner.adapter_bytes(STARTER, half) == planner.adapter_bytes(STARTER, whole) // 2
