"""The window has its log from the first line on."""

import logging
from pathlib import Path

import pytest

import main
from engine.log import stop_log
from engine.places import Places
from installer.arguments import WINDOW, Start


def test_the_window_writes_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def window(places: Places) -> int:
        logging.getLogger("gui").warning("seen by %s", type(places).__name__)
        return 0

    monkeypatch.setattr("installer.display.is_there", lambda: True)
    monkeypatch.setattr("installer.libraries.require", lambda _: None)
    monkeypatch.setattr("gui.app.main", window)
    places = Places(tmp_path, tmp_path / "cache")
    try:
        assert main.do(Start(WINDOW, (), tmp_path), []) == 0
        assert "seen by Places" in places.log.read_text(encoding="utf-8")
    finally:
        stop_log()
