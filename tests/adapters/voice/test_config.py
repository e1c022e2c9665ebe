"""adapter_config.json: layers by name or path, ranks and factors of their own."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
import torch

from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.config import VoiceConfig, config_for
from adapters.voice.config_check import read_config
from adapters.voice.weights import LayerWeights, VoiceWeights

QUERY = "model.layers.{}.self_attn.q_proj"
PLAIN = {"peft_type": "LORA", "r": 4, "lora_alpha": 8, "target_modules": ["q_proj"]}


def read(folder: Path, **values: Any) -> VoiceConfig:
    path = folder / files.CONFIG
    path.write_text(json.dumps(PLAIN | values))
    return read_config(path)


def test_layers_are_named_by_the_end_of_their_path(tmp_path: Path) -> None:
    config = read(tmp_path, target_modules=["q_proj", "layers.1.mlp.up_proj"])
    assert config.covers(QUERY.format(7))
    assert config.covers("model.layers.1.mlp.up_proj")
    assert not config.covers("model.layers.11.mlp.up_proj")
    assert not config.covers("model.layers.0.self_attn.not_q_proj")


def test_layers_to_transform_bounds_names_and_not_paths(tmp_path: Path) -> None:
    config = read(tmp_path, target_modules=["q_proj", QUERY.format(9)], layers_to_transform=[0, 2])
    assert [n for n in range(12) if config.covers(QUERY.format(n))] == [0, 2, 9]
    one = read(tmp_path, layers_to_transform=1)
    assert [n for n in range(3) if one.covers(QUERY.format(n))] == [1]


def test_patterns_and_the_root_scale(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        rank_pattern={"layers.1.self_attn.q_proj": 16, "q_proj": 2},
        alpha_pattern={f"^{QUERY.format(0)}": 32},
        use_rslora=True,
    )
    assert [config.rank_of(QUERY.format(n)) for n in (0, 1)] == [2, 16]
    assert config.scale_of(QUERY.format(0)) == pytest.approx(32 / math.sqrt(2))
    assert config.scale_of(QUERY.format(1)) == pytest.approx(8 / 4)


def test_a_setting_of_a_later_peft_that_is_off_is_no_obstacle(tmp_path: Path) -> None:
    assert read(tmp_path, use_something_new=None, something_else={}).rank == 4
    with pytest.raises(UserError, match="use_something_new"):
        read(tmp_path, use_something_new=True)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"use_dora": True}, "DoRA"),
        ({"modules_to_save": ["lm_head"]}, "whole layers"),
        ({"bias": "lora_only"}, "biases"),
        ({"peft_type": "IA3"}, "IA3"),
        ({"target_modules": "all-linear"}, "search pattern"),
        ({"trainable_token_indices": [3]}, "embeddings"),
    ],
)
def test_the_reason_is_said(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read(tmp_path, **change)


def test_what_is_written_names_layers_shortly_where_that_says_it_all() -> None:
    everywhere = {QUERY.format(n): 4 for n in range(3)}
    assert config_for(everywhere, 4, 8.0).targets == ("q_proj",)
    some = {QUERY.format(n): 4 for n in (0, 2)}
    assert config_for(some, 4, 8.0).targets == tuple(sorted(some))


def test_layers_of_different_ranks_come_back_as_they_were(tmp_path: Path) -> None:
    drawn = torch.Generator().manual_seed(1)

    def pair(rank: int) -> LayerWeights:
        draw = [torch.randn(*shape, generator=drawn) for shape in ((rank, 8), (6, rank))]
        return LayerWeights(*draw)

    voice = VoiceWeights(4, 6.0, {QUERY.format(0): pair(4), QUERY.format(2): pair(12)})
    saved = files.save(voice, tmp_path / "mixed")
    again = files.load(saved.path, saved.sha256)
    assert (again.rank, again.scale, again.largest_rank) == (4, 1.5, 12)
    for path, kept in voice.layers.items():
        assert torch.equal(again.layers[path].a, kept.a)
        assert torch.equal(again.layers[path].b, kept.b)


def test_a_rank_that_is_not_told_is_refused(tmp_path: Path) -> None:
    pair = LayerWeights(torch.ones(4, 8), torch.ones(6, 4))
    saved = files.save(VoiceWeights(4, 8.0, {QUERY.format(0): pair}), tmp_path / "voice")
    read(saved.path, rank_pattern={"q_proj": 2})
    with pytest.raises(UserError, match="not of rank 2"):
        files.load(saved.path, saved.sha256)
