"""Who stops, pauses or closes does not wait for a long step: the step is told to hurry."""

import threading

from engine.messages import Cancelled, Event, Finished
from tests.engine.walker import Errand, Walk, Walker, ends, make_worker
from tests.heard import Heard


def test_cancelling_the_job_under_way_hurries_its_step() -> None:
    heard = Heard()
    begun = threading.Event()

    def before(_: object, number: int) -> None:
        if number == 1:
            begun.set()
            assert handler.hurried.wait(30)  # a step that ends only in a hurry

    handler = Walker(before)
    worker = make_worker(handler, heard)
    worker.submit(1, Walk(5))
    assert begun.wait(30)
    worker.cancel(1)
    heard.wait_for(lambda event: event == Cancelled(1))
    worker.submit(2, Errand(1))
    heard.wait_for(lambda event: event == Finished(2, 1))
    assert not handler.hurried.is_set()  # which was meant for the other job
    worker.close(5)


def test_cancelling_another_job_hurries_nobody() -> None:
    heard = Heard()
    hurried = []

    def before(command: object, number: int) -> None:
        if type(command) is Errand:
            worker.cancel(1)
            hurried.append(handler.hurried.is_set())
        elif number == 1:
            worker.submit(2, Errand(2))

    handler = Walker(before)
    worker = make_worker(handler, heard)
    worker.submit(1, Walk(50))
    heard.wait_for(lambda event: event == Finished(2, 2))
    heard.wait_for(lambda event: event == Cancelled(1))
    assert hurried == [False, False]
    worker.close(5)


def test_closing_hurries_and_waits_for_the_step_to_yield() -> None:
    heard = Heard()
    begun = threading.Event()

    def before(_: object, number: int) -> None:
        if number == 1:
            begun.set()
            assert handler.hurried.wait(30)

    handler = Walker(before)
    worker = make_worker(handler, heard)
    worker.submit(1, Walk(5))
    assert begun.wait(30)
    assert worker.close(30)
    last: Event = heard.events[-1]
    assert ends(last)
    assert last == Cancelled(1)
    assert handler.closed_on is not None
