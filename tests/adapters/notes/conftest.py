"""The template that chat uses, on the tiny model's tokenizer."""

from pathlib import Path
from typing import Any

import pytest

from adapters.notes.chat_format import ChatFormat, chat_format
from engine.generation.prompt import end_of_turn
from engine.jobs.run_notes import prompt_of

INSTRUCTION = "Answer in a quiet voice."


@pytest.fixture(scope="session")
def tokenizer(tiny_model: Path) -> Any:
    from transformers import AutoTokenizer  # noqa: PLC0415 (loads torch)

    return AutoTokenizer.from_pretrained(tiny_model)


@pytest.fixture(scope="session")
def chat(tokenizer: Any) -> ChatFormat:
    return chat_format(tokenizer, prompt_of(tokenizer, INSTRUCTION), end_of_turn(tokenizer))
