"""The engine's thread at its worst: killed in a reply, stuck in a load, out of memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from adapters.catalog import conversations, messages
from engine.messages import Finished, Reply, Sampling
from engine.owner import own
from engine.places import Places
from tests.fakes import fake_makers
from tests.heard import Heard

ROOT = Path(__file__).parents[2]

# Answers one message with the tiny model, and says on standard output when text is stored.
SPEAKER = """
import sys, time
from pathlib import Path
from adapters.catalog import conversations, messages
from engine.jobs import kept_reply
from engine.messages import Piece, Progress, Reply, Sampling
from engine.owner import own
from engine.places import Places

kept_reply._STORE_EVERY = 0.0
data, cache = map(Path, sys.argv[1:])

def emit(event):
    if isinstance(event, Progress) and isinstance(event.update, Piece):
        print(event.update.tokens, flush=True)

owner = own(Places(data, cache), emit)
talk = conversations.create(owner.catalog, "Be kind.")
asked = messages.add(owner.catalog, talk.id, None, "owner", "How is the frost?")
owner.service.submit(Reply(asked.id, None, sampling=Sampling(max_tokens=400, seed=1)))
time.sleep(600)
"""

# The engine never gets ready, as in the middle of importing torch.
STUCK = """
import sys, time
from pathlib import Path
from engine.console import cli
from engine.owner import Makers
from engine.places import Places

def never(places, catalog, emit):
    print("stuck", flush=True)
    time.sleep(600)

data, cache = map(Path, sys.argv[1:])
sys.exit(cli.main(["ask", "Hi"], Places(data, cache), Makers(never, never)))
"""


def begin(program: str, places: Places) -> "subprocess.Popen[str]":
    argv = [sys.executable, "-c", program, str(places.data), str(places.cache)]
    return subprocess.Popen(
        argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def wait_for(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdout is not None
    for said in process.stdout:
        if said.strip() == line:
            return
    raise AssertionError(f"ended without {line!r}: {process.stderr and process.stderr.read()}")


def test_a_reply_that_a_kill_cut_off_is_kept_and_marked(tiny_starter: Places) -> None:
    process = begin(SPEAKER, tiny_starter)
    try:
        wait_for(process, "20")
    finally:
        end(process)
    owner = own(tiny_starter, Heard(), makers=fake_makers())
    assert owner is not None
    talk = conversations.page(owner.catalog)[0]
    asked, answer = messages.thread(owner.catalog, talk.id)
    owner.close()
    assert asked.text == "How is the frost?"
    assert answer.stop == "interrupted"
    assert answer.text
    assert talk.leaf == answer.id


def test_ctrl_c_twice_leaves_while_the_engine_is_being_imported(places: Places) -> None:
    process = begin(STUCK, places)
    try:
        wait_for(process, "stuck")
        process.send_signal(2)
        # The first is noted at once, but the import cannot be cut short.
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.send_signal(2)
        assert process.wait(60) == 130
    finally:
        end(process)


def test_memory_that_runs_out_keeps_the_text_and_the_engine_goes_on(
    tiny_starter: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The allocation that fails is a real one: far more than any machine has."""
    import torch  # noqa: PLC0415

    from engine.generation.transformers_decoder import TransformersDecoder  # noqa: PLC0415

    heard = Heard()
    owner = own(tiny_starter, heard)
    assert owner is not None
    talk = conversations.create(owner.catalog, "Be kind.")
    asked = messages.add(owner.catalog, talk.id, None, "owner", "How is the frost?")
    command = Reply(asked.id, None, sampling=Sampling(max_tokens=12, seed=1))
    forward = TransformersDecoder.forward
    computed: list[int] = []

    def greedy(self: TransformersDecoder, *rest: object) -> torch.Tensor:
        computed.append(1)
        if len(computed) == 6:
            torch.empty(2**60)
        return forward(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(TransformersDecoder, "forward", greedy)
    job = owner.service.submit(command)
    failed = heard.wait_for(lambda e: type(e).__name__ in ("Failed", "Finished"), timeout=120)
    again = owner.service.submit(command)
    done = heard.wait_for(lambda e: isinstance(e, Finished) and e.job == again, timeout=120)
    first, second = messages.siblings(
        owner.catalog, messages.thread(owner.catalog, talk.id)[-1].id
    )
    owner.close()
    assert type(failed).__name__ == "Failed"
    assert "not enough memory" in str(failed.what)  # type: ignore[attr-defined]
    assert "smaller" in str(failed.next_step)  # type: ignore[attr-defined]
    assert (first.stop, second.stop) == ("interrupted", "length")
    assert first.tokens
    assert second.text.startswith(first.text)
    assert isinstance(done, Finished)
    assert job != again
