"""A job that begins on one lane and goes on on another is one job all the way."""

import threading
from collections.abc import Callable

import pytest

from adapters.voice.options import TrainingOptions
from engine.failures import Failures
from engine.messages import (
    Ask,
    Cancelled,
    Event,
    Failed,
    Finished,
    Progress,
    RunQueued,
    RunStarted,
    Started,
    Train,
    Trained,
    TrainingStep,
)
from engine.places import Places
from engine.service import Service
from engine.worker import Worker
from tests.engine.walker import Walk, Walker, ends, make_worker
from tests.fakes import FakeEngine, Heard, fake_service

TRAIN = Train("/notes", "Diary", "indigo", TrainingOptions())


@pytest.fixture
def heard() -> Heard:
    return Heard()


def said(kind: type) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, Progress) and isinstance(event.update, kind)


def test_it_is_started_once_and_ends_once(places: Places, heard: Heard) -> None:
    service = fake_service(places, heard, steps=2)
    mine: list[Event] = []
    job = service.submit(TRAIN, mine.append)
    done = heard.wait_for(lambda event: isinstance(event, Finished) and event.job == job)
    service.close()
    assert isinstance(done, Finished)
    assert isinstance(done.result, Trained)
    assert mine == heard.events
    assert [type(e) for e in mine if not isinstance(e, Progress)] == [Started, Finished]
    runs = [e.update for e in heard.of(Progress) if isinstance(e.update, RunQueued | RunStarted)]
    assert [type(update) for update in runs] == [RunQueued, RunStarted]


def test_a_cancel_that_comes_between_the_lanes_is_heard(places: Places, heard: Heard) -> None:
    """The first lane is done with the job, and the other has not got it yet."""
    service = fake_service(places, heard, steps=10**6)
    deliver = service.deliver

    def cancel_first(event: Event) -> None:
        if isinstance(event, Finished) and event.job == 1:
            service.cancel(1)
        deliver(event)

    for worker in service._workers.values():
        worker._emit_event = cancel_first
    job = service.submit(TRAIN)
    heard.wait_for(lambda event: event == Cancelled(job))
    service.close()


def test_a_queued_job_that_is_cancelled_is_given_up(places: Places, heard: Heard) -> None:
    service = fake_service(places, heard, steps=10**6)
    first = service.submit(TRAIN)
    heard.wait_for(said(TrainingStep))
    second = service.submit(TRAIN)
    heard.wait_for(lambda event: said(RunQueued)(event) and getattr(event, "job", 0) == second)
    service.cancel(second)
    heard.wait_for(lambda event: event == Cancelled(second))
    service.cancel(first)
    heard.wait_for(lambda event: event == Cancelled(first))
    service.close()


def test_giving_up_is_told_once_where_a_job_never_began() -> None:
    heard, blocked, given_up = Heard(), threading.Event(), list[int]()
    worker = make_worker(Walker(lambda *_: blocked.wait(10) and None), heard)
    worker.submit(1, Walk(2), lambda: given_up.append(1))
    heard.wait_for(lambda event: event == Started(1))
    worker.submit(2, Walk(2), lambda: given_up.append(2))
    worker.cancel(2)
    blocked.set()
    heard.wait_for(lambda event: event == Finished(1, 2))
    heard.wait_for(lambda event: event == Cancelled(2))
    assert worker.close(5)
    worker.submit(3, Walk(2), lambda: given_up.append(3))
    assert heard.events[-1] == Cancelled(3)
    assert given_up == [2, 3]


def test_giving_up_is_told_where_the_engine_could_not_be_made(places: Places) -> None:
    heard, given_up = Heard(), list[int]()

    def fail() -> FakeEngine:
        raise MemoryError

    worker = Worker("test", fail, heard, Failures(places.log).failed)
    worker.submit(1, Ask("", ""), lambda: given_up.append(1))
    assert isinstance(heard.wait_for(ends), Failed)
    assert worker.close(5)
    assert given_up == [1]


def test_a_failing_listener_of_a_queued_job_costs_nothing(places: Places, heard: Heard) -> None:
    service: Service = fake_service(places, heard, steps=2)

    def fail(_: Event) -> None:
        raise BrokenPipeError

    job = service.submit(TRAIN, fail)
    heard.wait_for(lambda event: isinstance(event, Finished) and event.job == job)
    service.close()
