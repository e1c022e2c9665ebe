"""What the command line asks for."""

from pathlib import Path

import pytest

from installer.arguments import Start, read


def test_nothing_opens_the_window(tmp_path: Path) -> None:
    start = read([])
    assert start.command == ""
    assert start.data == tmp_path / "xdg" / "data" / "timbre"


@pytest.mark.parametrize(
    "line",
    [
        ["--data-dir", "/d", "ask", "Hello?", "--json"],
        ["ask", "--data-dir", "/d", "Hello?", "--json"],
        ["ask", "Hello?", "--json", "--data-dir=/d"],
    ],
)
def test_the_data_folder_may_stand_anywhere(line: list[str]) -> None:
    assert read(line) == Start("ask", ("Hello?", "--json"), Path("/d"))


def test_a_relative_folder_is_meant_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read(["runs", "--data-dir", "here"]).data == tmp_path / "here"


def test_after_two_dashes_nothing_is_read() -> None:
    start = read(["ask", "--", "--data-dir"])
    assert start.rest == ("--", "--data-dir")


def test_options_of_pytest_are_passed_on() -> None:
    start = read(["test", "--real", "-k", "x", "tests/installer"])
    assert start.command == "test"
    assert start.rest == ("--real", "-k", "x", "tests/installer")


def test_from_the_menu() -> None:
    assert read(["--from-menu"]).from_menu
    assert read(["--from-menu"]).command == ""


@pytest.mark.parametrize("line", [["sing"], ["--sing"], ["--data-dir"], ["ask", "--data-dir"]])
def test_what_means_nothing_ends_the_program(line: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read(line)
    assert ended.value.code == 2
