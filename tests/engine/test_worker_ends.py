"""Every job ends once, also when the worker is closed in the middle of it."""

import threading
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.failures import Failures
from engine.messages import (
    Cancelled,
    Event,
    Finished,
    Started,
)
from engine.worker import Worker
from tests.engine.walker import Errand, Walk, Walker, ends, make_worker
from tests.fakes import Heard


def test_a_listener_that_fails_does_not_stop_the_engine() -> None:
    heard = Heard()

    def emit(event: Event) -> None:
        heard(event)
        raise RuntimeError("the window is gone")

    worker = make_worker(Walker(), emit)
    worker.submit(1, Walk(2))
    assert heard.wait_for(ends) == Finished(1, 2)
    assert worker.close(5)


def test_closing_ends_every_job_once_and_takes_no_more() -> None:
    heard, handler = Heard(), Walker()
    reached = threading.Event()
    handler.before = lambda _, number: reached.set() if number == 3 else None
    worker = make_worker(handler, heard)
    worker.submit(1, Walk(10**9))
    worker.submit(2, Walk(5))
    reached.wait(10)
    assert worker.close(5)
    worker.submit(3, Walk(1))
    assert [e for e in heard.events if ends(e)] == [Cancelled(1), Cancelled(2), Cancelled(3)]
    assert handler.closings == {Walk(10**9): 1}


def test_closing_does_not_wait_for_a_step_that_cannot_be_cut_short() -> None:
    heard, gate, inside = Heard(), threading.Event(), threading.Event()

    def before(*_: object) -> None:
        inside.set()
        gate.wait()

    worker = make_worker(Walker(before), heard)
    worker.submit(1, Walk(3))
    inside.wait(10)
    assert not worker.close(0.05)
    gate.set()
    assert worker.close(5)
    assert heard.events[-1] == Cancelled(1)


walks = st.builds(
    lambda kind, *rest: kind(*rest),
    st.sampled_from([Walk, Errand]),
    st.integers(0, 6),
    st.none() | st.integers(0, 6),
    st.booleans(),
)


def test_closing_does_not_wait_for_the_import_of_an_engine() -> None:
    heard, inside, gate = Heard(), threading.Event(), threading.Event()

    def make() -> Walker:
        inside.set()
        gate.wait(20)  # whoever waits for it finds it done, and the thread ended
        return Walker()

    worker = Worker("walker", make, heard, Failures(Path("/log/timbre.log")).failed)
    worker.submit(1, Walk(1))
    inside.wait(10)
    assert not worker.close(60)
    gate.set()
    assert heard.wait_for(ends) == Cancelled(1)
    assert worker.close(10)


@settings(max_examples=150, deadline=None)
@given(
    commands=st.lists(walks, min_size=1, max_size=8),
    cancels=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=6),
    close_at=st.none() | st.integers(0, 30),
)
def test_every_job_ends_exactly_once(
    commands: list[Walk], cancels: list[tuple[int, int]], close_at: int | None
) -> None:
    """Random cancels and a close, at random steps, of jobs that may fail in random places."""
    heard, count = Heard(), iter(range(10**6))
    all_in = threading.Event()

    def before(*_: object) -> None:
        all_in.wait(10)
        now = next(count)
        for at, job in cancels:
            if at == now:
                worker.cancel(job)
        if close_at == now:
            worker.stop()

    worker = make_worker(Walker(before), heard)
    for job, command in enumerate(commands, start=1):
        worker.submit(job, command)
    all_in.set()
    for job in range(1, len(commands) + 1):
        heard.wait_for(lambda e, job=job: ends(e) and e.job == job)
    assert worker.close(10)
    for job in range(1, len(commands) + 1):
        told = [e for e in heard.events if getattr(e, "job", None) == job]
        assert ends(told[-1])
        assert sum(map(ends, told)) == 1
        assert [i for i, e in enumerate(told) if isinstance(e, Started)] in ([], [0])
        assert len(told) == 1 or isinstance(told[0], Started)
