"""Fault 8: kill -9 at any moment loses nothing that was acknowledged."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from adapters.catalog import backup, check, conversations, messages
from adapters.catalog.database import Catalog

ROOT = Path(__file__).parents[2]

# Says what it wrote only once that is committed: "kind id text".
WRITER = """
import sys
from pathlib import Path
from adapters.catalog import backup, conversations, messages
from adapters.catalog.database import Catalog

data, start = Path(sys.argv[1]), sys.argv[2]
catalog = Catalog.open(data / "catalog.sqlite", data / "backups")
say = lambda *words: print(*words, flush=True)
say("open", 0, "")
for i in range(10**6):
    text = f"{start}.{i}"
    talk = conversations.create(catalog, text).id
    say("conversation", talk, text)
    conversations.set_draft(catalog, talk, text)
    say("draft", talk, text)
    question = messages.add(catalog, talk, None, "owner", f"вопрос {text} " * 40 + text).id
    say("message", question, text)
    reply = messages.add(catalog, talk, question, "assistant", "").id
    messages.update(catalog, reply, text=f"answer {text} " * 300 + text, stop="end")
    say("message", reply, text)
    if i % 4 == 3:
        backup.make(catalog.path, catalog.backups)
"""


def killed_writer(data: Path, start: int, moments: random.Random) -> list[tuple[str, int, str]]:
    """Let it write for a while after it opened the catalog, kill it; what it had said."""
    command = [sys.executable, "-c", WRITER, str(data), str(start)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("open")
        # Some whole changes, so that every run has some, and then a moment within the next.
        said = "".join(process.stdout.readline() for _ in range(moments.randrange(20)))
        time.sleep(moments.uniform(0.0, 0.03))
        process.kill()
        said += process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    whole = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return [(kind, int(number), text) for kind, number, text in whole]


def is_there(catalog: Catalog, kind: str, number: int, text: str) -> bool:
    if kind == "message":
        return messages.get(catalog, number).text.endswith(text)
    talk = conversations.get(catalog, number)
    return text in (talk.instruction if kind == "conversation" else talk.draft)


def survives(data: Path, kills: int, seed: int) -> None:
    moments = random.Random(seed)
    said: list[tuple[str, int, str]] = []
    for start in range(kills):
        new = killed_writer(data, start, moments)
        said += new
        catalog = Catalog.open(data / "catalog.sqlite", data / "backups")
        assert catalog.notices == []
        assert check.integrity(catalog) == []
        assert [one for one in new if not is_there(catalog, *one)] == []
        catalog.close()
    assert len(said) > kills
    catalog = Catalog.open(data / "catalog.sqlite", data / "backups")
    assert [one for one in said if not is_there(catalog, *one)] == []
    assert check.search_index(catalog) == []
    catalog.close()
    for copy in backup.existing(data / "backups"):
        whole = Catalog.open(copy, data / "none")
        assert check.integrity(whole) == []
        whole.close()


def test_ten_kills(places_data: Path) -> None:
    survives(places_data, kills=10, seed=1)


@pytest.mark.slow
def test_two_hundred_kills(places_data: Path) -> None:
    survives(places_data, kills=200, seed=2)


def test_kills_while_the_first_catalog_is_made(places_data: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(places_data), "0"]
    for tenths in (3, 5, 6, 7, 8):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
            time.sleep(tenths / 10)
            process.kill()
    catalog = Catalog.open(places_data / "catalog.sqlite", places_data / "backups")
    assert catalog.notices == []
    conversations.create(catalog, "works")
    assert check.integrity(catalog) == []
    catalog.close()


@pytest.fixture
def places_data(tmp_path: Path) -> Path:
    return tmp_path / "data"
