"""A template's text is what transformers itself writes; limits and crashes do no harm."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from transformers import AutoTokenizer

from adapters.errors import UserError
from engine.chat_template.renderer import Renderer, TemplateRefusedError

HELLO = [{"role": "user", "content": "Grüße, „Мороз“?\n"}]


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer(seconds=30.0, room=1000)
    yield made
    made.close()


def process_of(renderer: Renderer) -> int:
    assert renderer._child.process is not None
    return renderer._child.process.pid


def test_the_same_text_as_in_this_process(renderer: Renderer, tiny_model: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(tiny_model)
    for opening in (True, False):
        expected = tokenizer.apply_chat_template(
            HELLO, tokenize=False, add_generation_prompt=opening
        )
        template = tokenizer.get_chat_template()
        assert renderer.render(template, HELLO, opening, tokenizer.special_tokens_map) == expected


def test_special_tokens_reach_the_template(renderer: Renderer) -> None:
    assert renderer.render("{{ bos_token }}!", HELLO, False, {"bos_token": "<s>"}) == "<s>!"


def test_what_the_template_says_is_passed_on(renderer: Renderer) -> None:
    with pytest.raises(TemplateRefusedError, match="roles must alternate"):
        renderer.render("{{ raise_exception('roles must alternate') }}", HELLO, False, {})
    with pytest.raises(TemplateRefusedError):
        renderer.render("{{ 1 / 0 }}", HELLO, False, {})
    assert renderer.render("ok", HELLO, False, {}) == "ok"


def test_a_text_out_of_proportion_is_refused(renderer: Renderer) -> None:
    with pytest.raises(UserError, match="chat template") as raised:
        renderer.render("{{ 'x' * 5000 }}", HELLO, False, {})
    assert "far more" in str(raised.value.why)


def test_goes_on_after_its_process_was_killed(renderer: Renderer) -> None:
    assert renderer.render("one", HELLO, False, {}) == "one"
    os.kill(process_of(renderer), signal.SIGKILL)
    os.waitid(os.P_PID, process_of(renderer), os.WEXITED | os.WNOWAIT)
    assert renderer.render("two", HELLO, False, {}) == "two"


def test_one_process_serves_all(renderer: Renderer) -> None:
    renderer.start()
    first = process_of(renderer)
    for n in range(3):
        assert json.loads(renderer.render(f"[{n}]", HELLO, False, {})) == [n]
    assert process_of(renderer) == first
