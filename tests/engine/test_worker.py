"""The lifecycle of a job, whatever happens to it."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.wording import phrase
from engine.failures import Failures
from engine.messages import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Preparing,
    Progress,
    Started,
    Update,
)
from engine.worker import Steps, Worker
from tests.fakes import Heard, user_error


@dataclass(frozen=True)
class Walk(Command):
    """Take some steps; perhaps stumble at one, or while being closed."""

    steps: int
    stumble: int | None = None
    stumble_closing: bool = False


@dataclass(frozen=True)
class Errand(Walk):
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class Step(Update):
    of: Command
    number: int


class Walker:
    """A handler whose steps a test can hold back, and that notes what was let go."""

    def __init__(self, before: Callable[[Command, int], None] = lambda *_: None) -> None:
        self.before = before
        self.closings: Counter[Command] = Counter()
        self.closed_on: str | None = None

    def handle(self, command: Command) -> Steps:
        assert isinstance(command, Walk)
        try:
            for number in range(command.steps):
                self.before(command, number)
                if number == command.stumble:
                    raise ValueError("stumbled")
                yield Step(command, number)
        except GeneratorExit:
            if command.stumble_closing:
                raise OSError("could not save") from None
            raise
        finally:
            self.closings[command] += 1
        return command.steps

    def close(self) -> None:
        self.closed_on = threading.current_thread().name


def make_worker(handler: Walker, emit: Callable[[Event], None]) -> Worker:
    return Worker("walker", lambda: handler, emit, Failures(Path("/log/timbre.log")).failed)


def ends(event: Event) -> bool:
    return isinstance(event, Finished | Failed | Cancelled)


def steps_of(heard: Heard) -> list[Step]:
    return [e.update for e in heard.of(Progress) if isinstance(e.update, Step)]


def test_a_job_runs_from_start_to_result() -> None:
    heard = Heard()
    worker = make_worker(Walker(), heard)
    worker.submit(1, Walk(2))
    heard.wait_for(ends)
    assert worker.close(5)
    walk = Walk(2)
    assert heard.events == [
        Started(1),
        Progress(1, Preparing(phrase("progress", "Starting the engine"))),
        Progress(1, Step(walk, 0)),
        Progress(1, Step(walk, 1)),
        Finished(1, 2),
    ]


def test_interactive_work_is_served_between_two_steps_to_its_end() -> None:
    heard = Heard()

    def before(command: Command, number: int) -> None:
        if type(command) is Walk and number == 2:
            worker.submit(2, Errand(3))
            worker.submit(3, Errand(2))

    worker = make_worker(Walker(before), heard)
    worker.submit(1, Walk(5))
    heard.wait_for(lambda event: event == Finished(1, 5))
    worker.close(5)
    order = [(e.job, e.update.number) for e in heard.of(Progress) if isinstance(e.update, Step)]
    assert order == [
        *((1, n) for n in range(3)),
        *((2, n) for n in range(3)),  # the second errand waits for the first
        *((3, n) for n in range(2)),
        *((1, n) for n in range(3, 5)),
    ]


def test_a_second_long_job_waits_for_the_first() -> None:
    heard = Heard()
    worker = make_worker(Walker(), heard)
    worker.submit(1, Walk(3))
    worker.submit(2, Walk(4))
    heard.wait_for(lambda event: event == Finished(2, 4))
    worker.close(5)
    assert [step.of for step in steps_of(heard)] == [Walk(3)] * 3 + [Walk(4)] * 4


def test_cancelling_closes_the_generator_and_is_no_failure() -> None:
    heard, handler = Heard(), Walker()
    handler.before = lambda _, number: worker.cancel(1) if number == 2 else None
    worker = make_worker(handler, heard)
    worker.submit(1, Walk(100))
    assert heard.wait_for(ends) == Cancelled(1)
    worker.close(5)
    assert handler.closings == {Walk(100): 1}
    assert len(steps_of(heard)) == 3


def test_a_long_job_is_cancelled_while_an_interactive_one_is_served() -> None:
    heard = Heard()

    def before(command: Command, number: int) -> None:
        if type(command) is Walk and number == 1:
            worker.submit(2, Errand(10))
        if type(command) is Errand and number == 4:
            worker.cancel(1)

    worker = make_worker(Walker(before), heard)
    worker.submit(1, Walk(5))
    heard.wait_for(lambda event: event == Finished(2, 10))
    worker.close(5)
    order = [e for e in heard.events if ends(e) or isinstance(e, Progress)]
    assert order.index(Cancelled(1)) < order.index(Progress(2, Step(Errand(10), 5)))


def test_a_job_that_waits_is_cancelled_without_ever_starting() -> None:
    heard, gate = Heard(), threading.Event()
    worker = make_worker(Walker(lambda *_: gate.wait() and None), heard)
    worker.submit(1, Walk(3))
    worker.submit(2, Walk(3))
    worker.cancel(2)
    gate.set()
    heard.wait_for(lambda event: event == Finished(1, 3))
    worker.close(5)
    assert [e for e in heard.events if getattr(e, "job", None) == 2] == [Cancelled(2)]


def test_cancelling_what_has_ended_or_never_was_does_nothing() -> None:
    heard = Heard()
    worker = make_worker(Walker(), heard)
    worker.submit(1, Walk(1))
    heard.wait_for(ends)
    worker.cancel(1)
    worker.cancel(99)
    worker.submit(2, Walk(1))
    heard.wait_for(lambda event: event == Finished(2, 1))
    worker.close(5)
    assert len([e for e in heard.events if ends(e)]) == 2


def test_the_owners_errors_keep_their_words() -> None:
    heard, error = Heard(), user_error()

    def before(*_: object) -> None:
        raise error

    worker = make_worker(Walker(before), heard)
    worker.submit(1, Walk(1))
    failed = heard.wait_for(ends)
    worker.close(5)
    assert isinstance(failed, Failed)
    assert (failed.what, failed.why, failed.next_step) == (error.what, error.why, error.next_step)


def test_faults_of_ours_are_logged_and_name_the_log(caplog: pytest.LogCaptureFixture) -> None:
    heard = Heard()
    worker = make_worker(Walker(), heard)
    worker.submit(1, Walk(2, stumble=1))
    failed = heard.wait_for(ends)
    worker.close(5)
    assert isinstance(failed, Failed)
    assert "/log/timbre.log" in str(failed.next_step)
    assert "stumbled" in failed.details
    assert "stumbled" in caplog.text
    assert "Traceback" in caplog.text


def test_an_engine_that_cannot_be_made_fails_the_job_and_is_tried_again() -> None:
    heard, tries = Heard(), []

    def make() -> Walker:
        tries.append(1)
        if len(tries) == 1:
            raise user_error()
        return Walker()

    worker = Worker("walker", make, heard, Failures(Path("log")).failed)
    worker.submit(1, Walk(1))
    worker.submit(2, Walk(1))
    heard.wait_for(lambda event: event == Finished(2, 1))
    worker.close(5)
    assert isinstance(next(e for e in heard.events if ends(e)), Failed)


def test_the_engine_is_made_on_the_workers_thread_and_closed_there() -> None:
    made: list[str] = []
    handler, heard = Walker(), Heard()

    def make() -> Walker:
        made.append(threading.current_thread().name)
        return handler

    worker = Worker("walker", make, heard, Failures(Path("log")).failed)
    assert made == []
    worker.submit(1, Walk(1))
    heard.wait_for(ends)
    worker.close(5)
    assert made == ["walker"]
    assert handler.closed_on == "walker"


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
