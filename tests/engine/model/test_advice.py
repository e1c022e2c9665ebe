"""What the makers of a model advise is found, and nonsense is not followed."""

from pathlib import Path

import pytest

from engine.generation.drawing import Drawing
from engine.messages import Sampling
from engine.model.advice import advised


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ('{"temperature": 0.6, "top_k": 20, "eos_token_id": [1, 2]}', Sampling(0.6, top_k=20)),
        ('{"eos_token_id": 2}', Sampling()),
        ('{"temperature": -3, "top_p": 0.8}', Sampling()),
        ('["no", "object"]', Sampling()),
        ("no JSON", Sampling()),
    ],
)
def test_the_generation_settings_in_the_folder(tmp_path: Path, told: str, found: Sampling) -> None:
    (tmp_path / "generation_config.json").write_text(told, encoding="utf-8")
    assert advised(tmp_path, "Some model") == found


def test_a_model_whose_files_say_nothing_is_looked_up_by_name(tmp_path: Path) -> None:
    assert advised(tmp_path, "SmolLM2-135M-Instruct.Q4_1") == Sampling(0.2, top_p=0.9)
    assert advised(tmp_path, "Some model") == Sampling()


def test_what_is_asked_for_goes_before_what_is_advised() -> None:
    drawn = Drawing.of(Sampling(temperature=0.0), Sampling(0.6, top_p=0.8))
    assert drawn == Drawing(temperature=0.0, top_p=0.8)
