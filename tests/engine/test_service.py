"""Both lanes behind one door, seen through the fake engine."""

from pathlib import Path

import pytest

from adapters.voice.options import TrainingOptions
from engine.messages import (
    Answer,
    Ask,
    Cancelled,
    Event,
    FindModels,
    Finished,
    Found,
    Piece,
    Progress,
    StopAndKeep,
    Train,
    Trained,
    TrainingStep,
)
from engine.places import Places
from engine.service import Service
from tests.fakes import WORDS, FakeEngine, Heard, fake_service

TRAIN = Train("/notes", "Diary", "indigo", TrainingOptions())


@pytest.fixture
def heard() -> Heard:
    return Heard()


def ended(job: int) -> object:
    return lambda event: isinstance(event, Finished | Cancelled) and event.job == job


def test_a_message_is_answered_while_a_voice_trains(places: Places, heard: Heard) -> None:
    service = fake_service(places, heard)
    training = service.submit(TRAIN)
    heard.wait_for(lambda e: isinstance(e, Progress) and isinstance(e.update, TrainingStep))
    asked = service.submit(Ask("How is the frost?", "Be kind."))
    answer = heard.wait_for(ended(asked))
    trained = heard.wait_for(ended(training))
    service.close()
    assert isinstance(answer, Finished)
    assert isinstance(answer.result, Answer)
    assert answer.result.text == "".join(WORDS)
    assert isinstance(trained, Finished)
    assert isinstance(trained.result, Trained)
    assert heard.events.index(answer) < heard.events.index(trained)


def test_files_are_looked_at_while_the_model_is_busy(places: Places, heard: Heard) -> None:
    service = fake_service(places, heard, steps=10**6)
    training = service.submit(TRAIN)
    found = heard.wait_for(ended(service.submit(FindModels())))
    service.cancel(training)
    heard.wait_for(ended(training))
    service.close()
    assert isinstance(found, Finished)
    assert isinstance(found.result, Found)
    assert Cancelled(training) in heard.events


def test_stop_and_keep_ends_the_training_with_a_voice(places: Places, heard: Heard) -> None:
    service = fake_service(places, heard, steps=10**6)
    training = service.submit(TRAIN)
    heard.wait_for(lambda e: isinstance(e, Progress) and isinstance(e.update, TrainingStep))
    service.submit(StopAndKeep(1))
    kept = heard.wait_for(ended(training))
    service.close()
    assert isinstance(kept, Finished)
    assert isinstance(kept.result, Trained)


def test_a_listener_hears_its_own_job_only(places: Places, heard: Heard) -> None:
    mine: list[Event] = []
    service = fake_service(places, heard)
    other = service.submit(Ask("One", ""))
    job = service.submit(Ask("Two", ""), mine.append)
    heard.wait_for(ended(job))
    service.close()
    assert {event.job for event in mine} == {job}
    assert [e.update.text for e in mine if isinstance(getattr(e, "update", None), Piece)] == [
        *WORDS
    ]
    assert mine == [e for e in heard.events if getattr(e, "job", other) != other]


def test_a_failing_listener_keeps_nothing_from_the_others(places: Places, heard: Heard) -> None:
    def fail(_: Event) -> None:
        raise BrokenPipeError

    service = fake_service(places, heard)
    job = service.submit(Ask("One", ""), fail)
    assert isinstance(heard.wait_for(ended(job)), Finished)
    service.close()


def test_job_numbers_are_not_shared_between_the_lanes(places: Places, heard: Heard) -> None:
    service = fake_service(places, heard)
    jobs = [service.submit(FindModels() if n % 2 else Ask("", "")) for n in range(6)]
    for job in jobs:
        heard.wait_for(ended(job))
    service.close()
    assert len(set(jobs)) == 6


def test_closing_closes_the_engines_of_both_lanes(tmp_path: Path, heard: Heard) -> None:
    engines = [FakeEngine(), FakeEngine()]
    places = Places(tmp_path, tmp_path)
    service = Service(lambda: engines[0], lambda: engines[1], heard, places)
    for command in (Ask("", ""), FindModels()):
        heard.wait_for(ended(service.submit(command)))
    assert service.close()
    assert [engine.closed for engine in engines] == [True, True]
