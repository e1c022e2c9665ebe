"""A command that is started beside the owner of a data folder, over a real socket."""

import json
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.voice.options import TrainingOptions
from engine import wire
from engine.handover import meeting
from engine.handover.client import NotTaken, hand_over, raise_window
from engine.handover.server import Server
from engine.messages import (
    Ask,
    Cancelled,
    Event,
    Failed,
    Finished,
    Piece,
    Progress,
    StopAndKeep,
    Train,
    Trained,
    TrainingStep,
    UnloadModel,
)
from engine.places import Places
from engine.service import Service
from tests.fakes import WORDS, Heard, fake_service

LONG = 10**6


@pytest.fixture
def owner() -> Heard:
    """What the owner itself hears."""
    return Heard()


@pytest.fixture
def service(places: Places, owner: Heard) -> Iterator[Service]:
    service = fake_service(places, owner, steps=LONG)
    yield service
    service.close()


@pytest.fixture
def server(places: Places, service: Service) -> Iterator[Server]:
    server = Server(places, service)
    yield server
    server.close()


def ended(event: Event) -> bool:
    return isinstance(event, Finished | Failed | Cancelled)


def stepping(event: Event) -> bool:
    return isinstance(event, Progress) and isinstance(event.update, TrainingStep)


def train() -> Train:
    return Train("/notes", "Diary", "indigo", TrainingOptions())


@pytest.mark.usefixtures("server")
def test_a_command_is_done_by_the_owner_and_told_back(places: Places, owner: Heard) -> None:
    heard = Heard()
    handed = hand_over(places, Ask("How is the frost?", ""), heard)
    assert handed is not None
    assert isinstance(heard.wait_for(ended), Finished)
    handed.close()
    said = [e.update.text for e in heard.of(Progress) if isinstance(e.update, Piece)]
    assert said == [*WORDS]
    assert heard.events == owner.events


def test_nobody_listens(places: Places) -> None:
    assert hand_over(places, Ask("", ""), Heard()) is None
    assert not raise_window(places)


@pytest.mark.usefixtures("server")
def test_cancel_stops_the_owners_job(places: Places, owner: Heard) -> None:
    heard = Heard()
    handed = hand_over(places, train(), heard)
    assert handed is not None
    heard.wait_for(stepping)
    handed.cancel()
    assert isinstance(heard.wait_for(ended), Cancelled)
    handed.close()
    assert isinstance(owner.wait_for(ended), Cancelled)


@pytest.mark.usefixtures("server")
def test_a_client_that_goes_away_stops_its_job(places: Places, owner: Heard) -> None:
    heard = Heard()
    handed = hand_over(places, train(), heard)
    assert handed is not None
    heard.wait_for(stepping)
    handed.close()
    assert isinstance(owner.wait_for(ended), Cancelled)


@pytest.mark.usefixtures("server")
def test_two_clients_at_once(places: Places) -> None:
    training, stopping = Heard(), Heard()
    first = hand_over(places, train(), training)
    training.wait_for(stepping)
    second = hand_over(places, StopAndKeep(1), stopping)
    stopping.wait_for(ended)
    kept = training.wait_for(ended)
    assert first is not None
    assert second is not None
    first.close()
    second.close()
    assert isinstance(kept, Finished)
    assert isinstance(kept.result, Trained)


def test_an_owner_that_closes_tells_the_client(places: Places, service: Service) -> None:
    server, heard = Server(places, service), Heard()
    handed = hand_over(places, train(), heard)
    assert handed is not None
    heard.wait_for(stepping)
    server.close()
    service.close()
    assert isinstance(heard.wait_for(ended), Cancelled)
    handed.close()
    assert hand_over(places, Ask("", ""), Heard()) is None


def test_an_owner_that_leaves_before_it_began_gives_the_command_back(places: Places) -> None:
    path, heard = meeting.address(places), Heard()
    meeting.make_private(path.parent)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        handed = hand_over(places, Ask("", ""), heard)
    heard.wait_for(lambda event: event == NotTaken())
    assert handed is not None
    handed.close()


def test_closing_can_wait_for_work_under_way(places: Places, owner: Heard) -> None:
    service, heard = fake_service(places, owner), Heard()
    server = Server(places, service)
    handed = hand_over(places, Ask("", ""), heard)
    owner.wait_for(lambda event: isinstance(event, Progress))
    server.close(wait=True)
    assert isinstance(owner.wait_for(ended), Finished)
    heard.wait_for(ended)
    assert handed is not None
    handed.close()
    service.close()


def test_a_window_is_raised(places: Places, service: Service) -> None:
    raised: list[bool] = []
    server = Server(places, service, lambda: raised.append(True))
    assert raise_window(places)
    server.close()
    assert raised == [True]


@pytest.mark.usefixtures("server")
def test_an_owner_without_a_window_says_so(places: Places) -> None:
    assert not raise_window(places)


def test_the_socket_of_a_dead_owner_is_replaced(places: Places, service: Service) -> None:
    path = meeting.address(places)
    meeting.make_private(path.parent)
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(str(path))
    stale.close()  # the file stays, as after kill -9
    assert hand_over(places, Ask("", ""), Heard()) is None
    server = Server(places, service, lambda: None)
    assert raise_window(places)
    server.close()
    assert not path.exists()


@pytest.mark.usefixtures("server")
def test_only_the_user_can_reach_the_socket(places: Places) -> None:
    path = meeting.address(places)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_data_folder_has_its_own_address(tmp_path: Path) -> None:
    one, two = (meeting.address(Places(tmp_path / n, tmp_path)) for n in ("one", "two"))
    assert one != two


def test_a_runtime_folder_that_others_can_enter_is_not_used(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    assert shared not in meeting.address(places).parents
    with pytest.raises(PermissionError):
        meeting.make_private(shared)


def raw(places: Places, line: bytes) -> bytes:
    """Send bytes as a hostile or broken program would, and read what comes back."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(meeting.address(places)))
        connection.sendall(line)
        with connection.makefile("rb") as back:
            return back.readline()


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "line",
    [
        b"hello\n",
        b'{"$type": "Popen"}\n',
        b"\xff\xfe\n",
        b"[" * 2_000_000,
        wire.encode(UnloadModel()).encode() + b"\n",
        json.dumps({"$type": "Ask"}).encode() + b"\n",
    ],
    ids=["words", "unknown", "bytes", "huge", "not taken", "incomplete"],
)
def test_what_is_no_command_is_refused_and_the_next_is_served(
    places: Places, owner: Heard, line: bytes
) -> None:
    try:
        answer = raw(places, line)
    except ConnectionError:
        answer = b""
    assert not answer or isinstance(wire.decode(answer), Failed)
    assert owner.events == []
    heard = Heard()
    handed = hand_over(places, Ask("", ""), heard)
    assert isinstance(heard.wait_for(ended), Finished)
    assert handed is not None
    handed.close()
