"""How a command of any kind may end."""

import re

import pytest

from engine.console import cli
from engine.places import Places
from installer.arguments import CONSOLE, USAGE
from tests.engine.console.processes import Run
from tests.fakes import FakeEngine, fake_makers, user_error


def test_what_goes_wrong_is_said_in_three_sentences(run: Run, engine: FakeEngine) -> None:
    engine.fail_next = user_error()
    code, out, err = run("ask", "Hi")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "The file could not be read.",
        "It is gone.",
        "Choose another one.",
    ]


def test_a_fault_of_ours_names_the_log(run: Run, engine: FakeEngine, places: Places) -> None:
    engine.fail_next = ZeroDivisionError()
    code, _, err = run("ask", "Hi")
    assert code == 1
    assert str(places.log) in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("dance",),
        ("ask",),
        ("ask", "Hi", "--strength", "3"),
        ("ask", "Hi", "--max-tokens", "0"),
        ("ask", "Hi", "--seed", "x"),
        ("train",),
        ("train", "/notes"),
        ("train", "/notes", "--name", " "),
        ("train", "/notes", "--name", "A", "--resume", "1"),
        ("train", "--resume", "one"),
        ("train", "/notes", "--name", "A", "--role", "Ines"),
        ("train", "--from-scenes", "/s", "--name", "A"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(
    places: Places, argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(argv, places, fake_makers())
    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err
    assert list(places.data.iterdir()) == []


def test_every_command_is_let_through_by_the_start_and_named_in_its_usage() -> None:
    usage = cli.parser().format_help()
    named = re.findall(r"^    (\w+) ", usage, re.MULTILINE)
    assert sorted(named) == sorted(CONSOLE)
    for name in named:
        assert re.search(rf"^python3 main.py .*\b{name}\b", USAGE, re.MULTILINE), name
