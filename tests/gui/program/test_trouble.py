"""What the program does when it cannot start, or something goes wrong in it."""

import sys

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from adapters.errors import UserError
from adapters.wording import phrase
from engine import ownership
from engine.places import Places
from gui import background, opening
from gui.app import Program
from tests.gui.program.conftest import start
from tests.heard import user_error


def test_unusable_catalog_is_told_in_a_window(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise UserError(
            phrase("errors", "The catalog is of a newer Timbre."),
            phrase("errors", "This one cannot read it."),
            phrase("errors", "Install the newer one."),
        )

    monkeypatch.setattr(opening, "own", refused)
    program.window.show()
    qtbot.waitUntil(lambda: program.trouble is not None)
    trouble = program.trouble
    qtbot.addWidget(trouble)
    said = " ".join(one.text() for one in trouble.findChildren(QLabel))
    assert "The catalog is of a newer Timbre." in said
    assert "Install the newer one." in said
    assert trouble.isVisible()
    assert not program.window.isVisible()
    trouble.findChild(QPushButton).click()
    assert not trouble.isVisible()


def test_settings_that_cannot_be_read_are_told_and_the_window_opens(
    qtbot: QtBot, program: Program, places: Places
) -> None:
    places.settings.mkdir()  # a folder in their place
    start(qtbot, program)
    qtbot.waitUntil(lambda: bool(program.window.overlay.toasts()))
    (toast,) = program.window.overlay.toasts()
    assert str(places.settings) in toast.accessibleName()
    assert program.trouble is None


def test_a_fault_while_opening_is_told_and_logged(
    qtbot: QtBot,
    program: Program,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("hidden")

    monkeypatch.setattr(opening, "first_page", broken)
    program.window.show()
    qtbot.waitUntil(lambda: program.trouble is not None)
    qtbot.addWidget(program.trouble)
    said = " ".join(one.text() for one in program.trouble.findChildren(QLabel))
    assert "Timbre could not start." in said
    assert str(places.log) in said
    assert "hidden" not in said
    assert "hidden" in caplog.text
    assert not program.window.isVisible()


def test_folder_that_another_process_owns_is_left_alone(
    qtbot: QtBot, program: Program, places: Places
) -> None:
    held = ownership.take(places)
    assert held is not None
    with held:
        program.window.show()
        qtbot.waitUntil(lambda: program.trouble is not None)
        qtbot.addWidget(program.trouble)
        assert not places.catalog.exists()


def test_fault_in_the_window_is_told_and_logged(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    start(qtbot, program)
    error = ZeroDivisionError("hidden")
    sys.excepthook(type(error), error, None)
    (card,) = program.window.overlay.problems()
    assert "fault of Timbre" in card.accessibleName()
    assert "hidden" not in card.accessibleName()
    assert "hidden" in caplog.text


def test_what_the_owner_can_mend_is_no_fault_of_timbre(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where no page was prepared for it."""
    start(qtbot, program)

    def read() -> None:
        raise user_error()

    background.run(read, lambda _: None)
    qtbot.waitUntil(lambda: bool(program.window.overlay.problems()))
    (card,) = program.window.overlay.problems()
    assert card.accessibleName().startswith("The file could not be read.")
    assert "Unexpected" not in caplog.text
