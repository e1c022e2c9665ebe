"""Fault 18: a chat template that attacks the sandbox, loops, or builds an enormous text."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from adapters.errors import UserError
from engine.chat_template import renderer as renderers
from engine.chat_template.renderer import Renderer, TemplateRefusedError
from engine.model.quantise import quantise
from engine.model.source import inspect

HELLO = [{"role": "user", "content": "Hi"}]
ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
    "{% endfor %}{% endfor %}{% endfor %}"
)
HUGE = "{{ 'x' * 200000000 }}"
DOUBLING = (
    "{% set n = namespace(text='x') %}{% for i in range(64) %}"
    "{% set n.text = n.text ~ n.text %}{% endfor %}{{ n.text }}"
)
ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ messages.append.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('touch ran') }}",
    "{{ ('{0.__class__.__mro__}').format(messages) }}",
]


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer(seconds=30.0)
    made.render("warm", HELLO, False, {})
    yield made
    made.close()


def test_one_that_never_ends_is_ended(renderer: Renderer) -> None:
    renderer._child.seconds = 1.0
    assert renderer._child.process is not None
    process = psutil.Process(renderer._child.process.pid)
    with pytest.raises(UserError, match="chat template is refused") as raised:
        renderer.render(ENDLESS, HELLO, False, {})
    assert "in time" in str(raised.value.why)
    assert not process.is_running()
    renderer._child.seconds = 30.0
    assert renderer.render("ok", HELLO, False, {}) == "ok"


@pytest.mark.parametrize("template", [HUGE, DOUBLING])
def test_an_enormous_text_stays_outside(renderer: Renderer, template: str) -> None:
    before = psutil.Process().memory_info().rss
    with pytest.raises(UserError, match="chat template is refused"):
        renderer.render(template, HELLO, False, {})
    assert psutil.Process().memory_info().rss - before < 50_000_000
    assert renderer.render("ok", HELLO, False, {}) == "ok"


@pytest.mark.parametrize("template", ESCAPES)
def test_the_sandbox_holds(
    renderer: Renderer, template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        said = renderer.render(template, HELLO, False, {})
    except TemplateRefusedError:
        said = ""
    assert "class" not in said
    assert not (tmp_path / "ran").exists()


def test_a_model_with_such_a_template_is_refused_before_it_is_converted(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderers.RENDERER, "_room", 1000)
    folder = shutil.copytree(tiny_model, tmp_path / "model")
    (folder / "chat_template.jinja").write_text("{{ 'x' * 100000 }}")
    said: list[str] = []
    converting = (str(update.stage) for update in quantise(inspect(folder), tmp_path / "nf4"))
    with pytest.raises(UserError, match="chat template is refused"):
        said.extend(converting)
    assert "Converting the model to 4 bits" not in said
    assert not list(tmp_path.glob("*nf4*"))


def test_it_ends_with_the_program_that_started_it() -> None:
    code = (
        "import os, signal\n"
        "from engine.chat_template.renderer import RENDERER\n"
        "RENDERER.render('ok', [], False, {})\n"
        "print(RENDERER._child.process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    pid = int(done.stdout)
    if psutil.pid_exists(pid):
        psutil.wait_procs([psutil.Process(pid)], timeout=20)
    assert not psutil.pid_exists(pid)
