"""The log in the data folder."""

import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.log import start_log, stop_log


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "data" / "timbre.log"
    stop_log()


def test_ours_and_warnings_of_others_are_written(file: Path) -> None:
    start_log(file)
    logging.getLogger("engine.worker").info("a job began")
    logging.getLogger("somebody").info("chatter")
    logging.getLogger("somebody").warning("beware")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old ways", stacklevel=1)
    stop_log()
    text = file.read_text(encoding="utf-8")
    assert "a job began" in text
    assert "beware" in text
    assert "old ways" in text
    assert "chatter" not in text


def test_the_log_does_not_grow_for_ever(file: Path) -> None:
    start_log(file, most_bytes=2_000, kept=2)
    for number in range(1_000):
        logging.getLogger("engine").info("line %d", number)
    stop_log()
    sizes = [each.stat().st_size for each in file.parent.iterdir()]
    assert len(sizes) == 3
    assert sum(sizes) <= 6_000


def test_a_folder_that_cannot_be_written_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    start_log(tmp_path / "file" / "timbre.log")
    logging.getLogger("engine").info("nobody hears")
