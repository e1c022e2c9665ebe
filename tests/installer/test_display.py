"""Whether there is a display is asked of the display."""

import socket
from pathlib import Path

import pytest

from installer import display


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_none() -> None:
    assert not display.is_there()


def test_an_address_where_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after an ssh connection whose forwarding has ended."""
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not display.is_there()


def test_wayland(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    assert not display.is_there()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        assert display.is_there()


def test_a_way_to_draw_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.is_there()
