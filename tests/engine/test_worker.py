"""The lifecycle of a job, whatever happens to it."""

import threading
from pathlib import Path

import pytest

from adapters.wording import phrase
from engine.failures import Failures
from engine.messages import (
    Cancelled,
    Command,
    Failed,
    Finished,
    Preparing,
    Progress,
    Started,
)
from engine.worker import Worker
from tests.engine.walker import Errand, Step, Walk, Walker, ends, make_worker, steps_of
from tests.fakes import Heard, user_error


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
