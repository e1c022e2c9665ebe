"""What a model answers to plain questions: text of its own kind to calibrate with."""

from collections.abc import Generator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from engine.generation.prompt import Turn, end_of_turn, render

QUESTIONS = Path(__file__).parents[3] / "resources" / "calibration" / "questions.txt"
INSTRUCTION = "You are a helpful assistant. Answer clearly and to the point."
TOGETHER = 8  # questions that are answered at once
LONGEST = 100  # tokens of a reply
SEED = 42


def replies(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase
) -> Generator[float, None, list[Tensor]]:
    """The tokens of each question with a reply; yields the fraction that is done.

    Drawn, always alike: the likeliest replies are too much alike, and the model that they
    calibrate is further from what it was (``docs/experiments.md``).
    """
    questions = QUESTIONS.read_text(encoding="utf-8").splitlines()
    prompts = [render(tokenizer, INSTRUCTION, [Turn("owner", one)]) for one in questions]
    said: list[Tensor] = []
    for start in range(0, len(prompts), TOGETHER):
        said += _answered(model, end_of_turn(tokenizer), prompts[start : start + TOGETHER])
        yield len(said) / len(prompts)
    return said


def _answered(model: PreTrainedModel, end: int, prompts: Sequence[list[int]]) -> list[Tensor]:
    """Without the padding on either side."""
    longest = max(map(len, prompts))
    tokens = torch.tensor([[end] * (longest - len(one)) + one for one in prompts])
    shown = torch.tensor([[0] * (longest - len(one)) + [1] * len(one) for one in prompts])
    with torch.inference_mode(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)  # generate draws with torch's own generator only
        whole: Tensor = model.generate(  # type: ignore[operator]
            tokens,
            attention_mask=shown,
            do_sample=True,
            temperature=0.8,
            top_p=0.95,
            top_k=0,
            max_new_tokens=LONGEST,
            eos_token_id=end,
            pad_token_id=end,
        )
    rows = zip(whole, prompts, strict=True)
    return [_cut(row[longest - len(one) :], len(one), end) for row, one in rows]


def _cut(tokens: Tensor, begins: int, end: int) -> Tensor:
    ends = (tokens[begins:] == end).nonzero()
    return tokens[: begins + int(ends[0]) + 1] if len(ends) else tokens
