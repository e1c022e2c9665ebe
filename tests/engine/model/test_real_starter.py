"""The real starter model loads and answers; it knows a capital and no name of its own."""

import time
from pathlib import Path

import pytest

from engine.generation.decoder import make_decoder
from engine.generation.pasts import PastKey, Pasts
from engine.generation.prompt import Turn, render
from engine.generation.reply import ReplyText, Speaker, reply
from engine.messages import Sampling
from engine.model.load import LoadedModel, load

pytestmark = pytest.mark.real_model


@pytest.fixture(scope="module")
def starter(starter_nf4: Path) -> LoadedModel:
    begun = time.perf_counter()
    loaded = load(starter_nf4)
    print(f"loaded in {time.perf_counter() - begun:.1f} s as {loaded.dtype}")
    return loaded


def test_paris(starter: LoadedModel) -> None:
    speaker = Speaker(
        make_decoder(starter),
        Pasts(),
        starter.tokenizer,
        starter.context_length,
        starter.stop_tokens,
    )
    said = ReplyText()
    turns = [Turn("owner", "What is the capital of France?")]
    sampling = Sampling(temperature=0.0, max_tokens=32)
    key = PastKey.of(starter.fingerprint)
    list(reply(speaker, key, "You are a helpful assistant.", turns, sampling, said))
    print(f"{said.tokens_per_second:.1f} tokens/s: {said.text}")
    assert "Paris" in said.text
    assert said.stop == "end"


def test_no_name_of_its_own_appears(starter: LoadedModel) -> None:
    """The template's default instruction would say that it is SmolLM."""
    assert "SmolLM" in str(starter.tokenizer.chat_template)
    for instruction in ("", "You are Timbre."):
        tokens = render(starter.tokenizer, instruction, [Turn("owner", "Hi")])
        assert "SmolLM" not in str(starter.tokenizer.decode(tokens))
