"""From a model on disk to an NF4 folder: whole or not there, and the same every time."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from bitsandbytes.functional import quantize_4bit
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from adapters.errors import UserError
from engine.memory import meter, planner
from engine.model import record, shards, tensors
from engine.model.load import load
from engine.model.quantise import quantise
from engine.model.room import memory_needed
from engine.model.skeleton import make_config, make_skeleton
from engine.model.source import Source, inspect
from tests.tiny_gguf import write_tiny_gguf

ROOT = Path(__file__).parents[3]
QUERY = "model.layers.1.self_attn.q_proj.weight"


@pytest.fixture(scope="module")
def tiny_gguf(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tiny_model, tmp_path_factory.mktemp("gguf") / "tiny.gguf")


def convert(source: Path, target: Path) -> Path:
    for _ in quantise(inspect(source), target):
        pass
    return target


def weights(folder: Path) -> dict[str, torch.Tensor]:
    parts = [load_file(path) for path in sorted(folder.glob("*.safetensors"))]
    return {name: tensor for part in parts for name, tensor in part.items()}


def test_codes_are_those_of_the_source(tiny_model: Path, tiny_nf4: Path) -> None:
    before, after = weights(tiny_model), weights(tiny_nf4)
    codes, state = quantize_4bit(before[QUERY], compress_statistics=True, quant_type="nf4")
    assert torch.equal(after[QUERY], codes)
    assert torch.equal(after[f"{QUERY}.absmax"], state.absmax)
    assert torch.equal(after[f"{QUERY}.nested_absmax"], state.state2.absmax)


def test_head_and_embeddings_stay_in_16_bits(tiny_model: Path, tiny_nf4: Path) -> None:
    before, after = weights(tiny_model), weights(tiny_nf4)
    for name in ("model.embed_tokens.weight", "model.norm.weight"):
        assert after[name].dtype == torch.bfloat16
        assert torch.equal(after[name], before[name])


def test_an_untied_head_stays_in_16_bits() -> None:
    sizes = {"hidden_size": 64, "num_attention_heads": 2, "num_hidden_layers": 1}
    values = sizes | {"intermediate_size": 64, "vocab_size": 64, "tie_word_embeddings": False}
    skeleton = make_skeleton(make_config("llama", values))
    assert type(skeleton.lm_head) is torch.nn.Linear


def test_plain_transformers_loads_the_folder(tiny_nf4: Path) -> None:
    plain = AutoModelForCausalLM.from_pretrained(tiny_nf4, device_map={"": "cpu"}).eval()
    ours = load(tiny_nf4, packed=False)
    ids = torch.arange(1, 30).unsqueeze(0)
    with torch.inference_mode():
        difference = (plain(ids).logits.float() - ours.model(ids).logits.float()).abs().max()
    assert difference < 0.02  # transformers computes in the bfloat16 of the file
    text = "Голос, a letter"
    tokenizer = AutoTokenizer.from_pretrained(tiny_nf4)
    assert tokenizer.decode(tokenizer.encode(text)) == text
    assert "im_start" in tokenizer.chat_template


def test_the_record_says_what_it_is(tiny_model: Path, tiny_nf4: Path) -> None:
    made = record.read(tiny_nf4)
    assert made is not None
    assert (made.name, made.source_kind, made.context_length) == ("tiny", "folder", 512)
    assert made.parameters == inspect(tiny_model).parameters


def test_same_source_same_fingerprint(tiny_model: Path, tiny_nf4: Path, tmp_path: Path) -> None:
    again = convert(tiny_model, tmp_path / "again")
    first, second = record.read(tiny_nf4), record.read(again)
    assert first is not None
    assert second is not None
    assert first.fingerprint == second.fingerprint


def test_other_weights_other_fingerprint(tiny_model: Path, tiny_nf4: Path, tmp_path: Path) -> None:
    other = shutil.copytree(tiny_model, tmp_path / "other")
    path = other / "model.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    changed, made = record.read(convert(other, tmp_path / "nf4")), record.read(tiny_nf4)
    assert changed is not None
    assert made is not None
    assert changed.fingerprint != made.fingerprint


def test_several_files_load_as_one(
    tiny_model: Path, tiny_nf4: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards.ShardWriter.__init__, "__defaults__", (40_000,))
    target = convert(tiny_model, tmp_path / "parts")
    assert len(list(target.glob("*.safetensors"))) > 2
    one, many = weights(tiny_nf4), weights(target)
    assert one.keys() == many.keys()
    assert all(torch.equal(one[name], many[name]) for name in one)
    assert load(target).model.model.norm.weight.isfinite().all()


def test_gguf_gives_the_same_codes_as_the_folder(
    tiny_gguf: Path, tiny_nf4: Path, tmp_path: Path
) -> None:
    from_gguf, from_folder = weights(convert(tiny_gguf, tmp_path / "nf4")), weights(tiny_nf4)
    assert from_gguf.keys() == from_folder.keys()
    for name, tensor in from_folder.items():
        assert torch.equal(tensor, from_gguf[name]), name


def test_gguf_keeps_tokenizer_and_template(
    tiny_gguf: Path, tiny_nf4: Path, tmp_path: Path
) -> None:
    made, known = load(convert(tiny_gguf, tmp_path / "nf4")), load(tiny_nf4)
    text = "A garden, a letter. Голос <|im_end|>"
    assert made.tokenizer.encode(text) == known.tokenizer.encode(text)
    assert made.tokenizer.chat_template == known.tokenizer.chat_template
    assert made.stop_tokens == known.stop_tokens


@pytest.mark.parametrize("kind", ["folder", "gguf"])
def test_the_way_through_transformers_gives_the_same(
    kind: str,
    tiny_model: Path,
    tiny_gguf: Path,
    tiny_nf4: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For models whose tensors do not map one to one."""
    monkeypatch.setattr("engine.model.quantise.can_stream", lambda *_: False)
    target = convert(tiny_model if kind == "folder" else tiny_gguf, tmp_path / "nf4")
    whole, streamed = weights(target), weights(tiny_nf4)
    assert whole.keys() == streamed.keys()
    assert all(torch.equal(whole[name], streamed[name]) for name in streamed)


def test_streaming_holds_one_tensor_at_a_time(tiny_model: Path, tiny_gguf: Path) -> None:
    for path in (tiny_model, tiny_gguf):
        source = inspect(path)
        values = {"hidden_size": 128, "num_attention_heads": 4, "num_hidden_layers": 2}
        skeleton = make_skeleton(make_config("llama", source.config or values))
        assert tensors.can_stream(source, skeleton)


def test_too_little_memory_is_refused_before_any_work(tiny_model: Path, tmp_path: Path) -> None:
    source = inspect(tiny_model)
    needed = memory_needed(source, 256 * 128, streaming=True)
    with pytest.raises(UserError, match=r"needs \d+ MiB of memory and \d+ MiB are free"):
        list(quantise(source, tmp_path / "nf4", available=needed - 1))
    assert list(tmp_path.glob("*nf4*")) == []
    list(quantise(source, tmp_path / "nf4", available=needed))
    assert (tmp_path / "nf4").is_dir()


def test_a_conversion_asks_for_what_was_planned(tiny_model: Path) -> None:
    """So that no model is suggested that is then refused."""
    source = inspect(tiny_model)
    shape = planner.Shape.of(source.config)
    planned = planner.loading(shape, 16, convert=True).peak
    assert memory_needed(source, shape.hidden * shape.intermediate, streaming=True) == planned


def test_the_limit_of_a_container_counts(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine has plenty, the control group around this process has one MiB left."""
    monkeypatch.setattr(meter, "_cgroup_limits", lambda: [(2**30, 2**30 - 2**20)])
    with pytest.raises(UserError, match="and 1 MiB are free"):
        list(quantise(inspect(tiny_model), tmp_path / "nf4"))


def test_the_whole_way_needs_more_memory(tiny_model: Path) -> None:
    source = inspect(tiny_model)
    whole, streamed = memory_needed(source, 1000, False), memory_needed(source, 1000, True)
    assert whole - streamed == 2 * source.parameters


def test_a_large_vocabulary_of_a_gguf_counts(tiny_gguf: Path, tiny_model: Path) -> None:
    source = inspect(tiny_gguf)
    tokens = len(AutoTokenizer.from_pretrained(tiny_model))
    assert tokens < source.vocabulary < 2 * tokens
    assert memory_needed(source, 1000, True) > memory_needed(inspect(tiny_model), 1000, True)


def test_too_little_disk_is_refused(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(UserError, match="on the disk and 0 MiB are free"):
        list(quantise(inspect(tiny_model), tmp_path / "nf4"))


@pytest.mark.parametrize("after", [1, 2, 5, 20])
def test_stopped_at_any_step_nothing_is_left(tiny_model: Path, tmp_path: Path, after: int) -> None:
    steps = quantise(inspect(tiny_model), tmp_path / "nf4")
    for _ in range(after):
        next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == [tmp_path / "home"] or not list(tmp_path.glob("*nf4*"))


def test_killed_in_the_middle_nothing_is_half(tiny_model: Path, tmp_path: Path) -> None:
    target = tmp_path / "nf4"
    code = (
        "import sys, time\nfrom pathlib import Path\n"
        "from engine.model.quantise import quantise\nfrom engine.model.source import inspect\n"
        "for at, _ in enumerate(quantise(inspect(Path(sys.argv[1])), Path(sys.argv[2]))):\n"
        "    if at == 6: print('here', flush=True); time.sleep(600)\n"
    )
    command = [sys.executable, "-c", code, str(tiny_model), str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        os.kill(process.pid, signal.SIGKILL)
    assert not target.exists()
    assert len(list(tmp_path.glob(".nf4.part-*"))) == 1
    convert(tiny_model, target)
    assert record.read(target) is not None
    assert not list(tmp_path.glob(".nf4.part-*"))


def test_a_finished_folder_is_left_as_it_is(tiny_model: Path, tiny_nf4: Path) -> None:
    before = (tiny_nf4 / "model.safetensors").stat().st_mtime_ns
    time.sleep(0.01)
    assert list(quantise(inspect(tiny_model), tiny_nf4)) == []
    assert (tiny_nf4 / "model.safetensors").stat().st_mtime_ns == before


def test_a_folder_without_record_is_made_anew(tiny_model: Path, tmp_path: Path) -> None:
    target = tmp_path / "nf4"
    target.mkdir()
    (target / "config.json").write_text("{}")
    convert(tiny_model, target)
    assert record.read(target) is not None


def test_private_settings_do_not_come_along(tiny_model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(tiny_model, tmp_path / "model")
    values = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps(values | {"_secret": 1, "use_cache": True}))
    made = json.loads((convert(copy, tmp_path / "nf4") / "config.json").read_text())
    assert not any(key.startswith("_") for key in made)


@pytest.mark.parametrize("kind", ["bert", "t5", "vit", "no_such_kind", "gemma3"])
def test_other_kinds_of_models_are_refused(kind: str, tiny_model: Path, tmp_path: Path) -> None:
    source = inspect(tiny_model)
    other = Source(**{**vars(source), "model_type": kind})
    with pytest.raises(UserError, match=kind):
        list(quantise(other, tmp_path / "nf4"))
