"""Downloads from a hub on this machine: whole, cut, paused, wrong, and without a network."""

import json
import random
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from adapters.errors import UserError
from engine.messages import Downloading, PausedDownload, Preparing, Update
from engine.model.download import discard, download, paused
from tests.engine.model.hub import Hub

ROOT = Path(__file__).parents[3]
REPO = "someone/small-model"
WEIGHTS = random.Random(0).randbytes(3_000_000)
FILES = {
    "config.json": b'{"model_type": "llama"}',
    "tokenizer.json": b"{}" * 2000,
    "model-00001-of-00002.safetensors": WEIGHTS,
    "model-00002-of-00002.safetensors": WEIGHTS[:5000],
    "model.safetensors.index.json": b"{}",
    "chat_template.jinja": b"{{ messages }}",
    "pytorch_model.bin": b"a pickle",
    "consolidated.safetensors": WEIGHTS[:2000],
    "onnx/model.json": b"{}",
    "README.md": b"# about",
    "modeling_custom.py": b"import os",
}
WANTED = {
    "config.json",
    "tokenizer.json",
    "model-00001-of-00002.safetensors",
    "model-00002-of-00002.safetensors",
    "model.safetensors.index.json",
    "chat_template.jinja",
}
TOTAL = sum(len(FILES[name]) for name in WANTED)


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with Hub(REPO, dict(FILES)) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield hub


def run(steps: Generator[Update, None, Path]) -> tuple[list[Update], Path]:
    said = []
    while True:
        try:
            said.append(next(steps))
        except StopIteration as end:
            return said, end.value


def stop_after(steps: Generator[Update, None, Path], done: int) -> Downloading:
    """Close the generator once ``done`` bytes are there."""
    for update in steps:
        if isinstance(update, Downloading) and update.done >= done:
            steps.close()
            return update
    pytest.fail("it ended before it was stopped")


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_whole_model_and_nothing_else(hub: Hub, downloads: Path) -> None:
    said, folder = run(download(REPO, "main", downloads))
    assert content(folder) == {name: FILES[name] for name in WANTED}
    assert [p.name for p in downloads.iterdir()] == ["someone--small-model"]
    counts = [u.done for u in said if isinstance(u, Downloading)]
    assert counts == sorted(counts)
    last = next(u for u in reversed(said) if isinstance(u, Downloading))
    assert (last.repo, last.done, last.total) == (REPO, TOTAL, TOTAL)
    checked = {u.stage.values["name"] for u in said if isinstance(u, Preparing)}
    assert checked == WANTED
    asked = {r.path.rsplit("/", 1)[-1] for r in hub.requests if "/resolve/" in r.path}
    assert asked == WANTED


def test_nothing_about_the_owner_is_sent(
    hub: Hub, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    run(download(REPO, "main", downloads))
    assert all("/resolve/" in r.path or "/api/models/" in r.path for r in hub.requests)
    sent = {name.lower() for r in hub.requests for name in r.headers}
    assert not sent & {"authorization", "cookie"}


def test_a_second_time_asks_nothing(hub: Hub, downloads: Path) -> None:
    _, folder = run(download(REPO, "main", downloads))
    hub.requests.clear()
    assert run(download(REPO, "main", downloads)) == ([], folder)
    assert hub.requests == []


def test_a_cut_connection_goes_on_at_the_byte(hub: Hub, downloads: Path) -> None:
    hub.hang_up_after = 1_000_000
    _, folder = run(download(REPO, "main", downloads))
    assert content(folder) == {name: FILES[name] for name in WANTED}
    first, *again = hub.ranges("model-00001-of-00002.safetensors")
    assert first is None
    assert len(again) == 1
    assert again[0] is not None
    assert 0 < int(again[0].removeprefix("bytes=").split("-")[0]) <= 1_050_000


def test_a_pause_stops_at_once_and_goes_on_at_the_byte(hub: Hub, downloads: Path) -> None:
    hub.pause = 0.01
    stop_after(download(REPO, "main", downloads), done=600_000)
    [left] = paused(downloads)
    assert (left.repo, left.revision, left.total) == (REPO, "main", TOTAL)
    assert 600_000 <= left.done < TOTAL
    [part] = (downloads / "someone--small-model.partial").glob("model-00001*.part")
    have = part.stat().st_size
    hub.requests.clear()
    hub.pause = 0.0
    said, folder = run(download(REPO, "main", downloads))
    assert isinstance(said[0], Downloading)
    assert said[0].done >= left.done - len("{}")
    assert hub.ranges("model-00001-of-00002.safetensors") == [f"bytes={have}-"]
    assert hub.ranges("config.json") == []
    assert content(folder) == {name: FILES[name] for name in WANTED}
    assert paused(downloads) == []


def test_a_closed_one_leaves_no_transfer(hub: Hub, downloads: Path) -> None:
    hub.pause = 0.02
    stop_after(download(REPO, "main", downloads), done=100_000)
    [large] = [r for r in hub.requests if r.path.endswith("model-00001-of-00002.safetensors")]
    hub.pause = 0.0
    hub.close()  # waits until the server has noticed that nobody listens
    assert large.sent < len(WEIGHTS)


def test_the_program_killed_takes_its_download_along(hub: Hub, downloads: Path) -> None:
    hub.pause = 0.02
    code = (
        "import sys; from pathlib import Path; from engine.model.download import download\n"
        "for update in download(sys.argv[1], 'main', Path(sys.argv[2])): print(flush=True)"
    )
    command = [sys.executable, "-c", code, REPO, str(downloads)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        process.kill()
    hub.pause = 0.0
    hub.close()
    assert all(r.sent < len(WEIGHTS) for r in hub.requests)


def test_a_wrong_checksum_is_refused_and_fetched_anew(hub: Hub, downloads: Path) -> None:
    name = "model-00001-of-00002.safetensors"
    flipped = bytearray(WEIGHTS)
    flipped[1_500_000] ^= 1
    hub.sent_instead[name] = bytes(flipped)
    with pytest.raises(UserError, match=name):
        run(download(REPO, "main", downloads))
    partial = downloads / "someone--small-model.partial"
    assert not list(partial.glob(f"{name}*"))
    assert (partial / "tokenizer.json").exists()
    hub.sent_instead.clear()
    hub.requests.clear()
    _, folder = run(download(REPO, "main", downloads))
    assert content(folder) == {name: FILES[name] for name in WANTED}
    assert hub.ranges("tokenizer.json") == []


def test_a_wrong_small_file_is_refused(hub: Hub, downloads: Path) -> None:
    hub.sent_instead["config.json"] = b'{"model_type": "LLAMA"}'
    with pytest.raises(UserError, match=r"config\.json"):
        run(download(REPO, "main", downloads))


def test_without_a_network(downloads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody listens there
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(UserError, match="no connection"):
        run(download(REPO, "main", downloads))


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ((404, "RepoNotFound"), "no such model"),
        ((404, "RevisionNotFound"), "no such model"),
        ((403, "GatedRepo"), "agreement"),
        ((400, ""), "refused"),
    ],
)
def test_a_refusal_is_said(
    hub: Hub, downloads: Path, refusal: tuple[int, str], words: str
) -> None:
    hub.refusal = refusal
    with pytest.raises(UserError, match=words):
        run(download(REPO, "main", downloads))


def test_only_pickles_are_refused(hub: Hub, downloads: Path) -> None:
    hub.files = {name: FILES[name] for name in ("config.json", "pytorch_model.bin")}
    with pytest.raises(UserError, match="no safetensors"):
        run(download(REPO, "main", downloads))
    assert not any("/resolve/" in r.path for r in hub.requests)


def test_names_cannot_leave_the_folder(hub: Hub, downloads: Path) -> None:
    hub.files |= {"../evil.json": b"{}", ".hidden.json": b"{}", "a\\b.json": b"{}"}
    _, folder = run(download(REPO, "main", downloads / "in"))
    assert set(content(folder)) == WANTED
    assert [p.name for p in downloads.iterdir()] == ["in"]
    assert list((downloads / "in").iterdir()) == [folder]


@pytest.mark.parametrize("repo", ["", "model", "a/b/c", "../x", "a/..", "a b/c", "a/b c", "/b"])
def test_what_is_no_name_is_refused(downloads: Path, repo: str) -> None:
    with pytest.raises(UserError, match="not a name"):
        run(download(repo, "main", downloads))


def test_a_paused_one_can_be_given_up(hub: Hub, downloads: Path) -> None:
    hub.pause = 0.01
    stop_after(download(REPO, "main", downloads), done=100_000)
    discard(downloads, REPO)
    assert list(downloads.iterdir()) == []
    assert paused(downloads) == []


def test_half_of_an_older_version_is_not_continued(hub: Hub, downloads: Path) -> None:
    hub.pause = 0.01
    stop_after(download(REPO, "main", downloads), done=600_000)
    hub.pause = 0.0
    hub.files["model-00001-of-00002.safetensors"] = WEIGHTS[::-1]
    hub.requests.clear()
    _, folder = run(download(REPO, "main", downloads))
    assert hub.ranges("model-00001-of-00002.safetensors") == [None]
    assert (folder / "model-00001-of-00002.safetensors").read_bytes() == WEIGHTS[::-1]


def test_a_broken_note_of_a_pause_is_passed_over(downloads: Path) -> None:
    for name, text in (("a--b", "{"), ("c--d", '{"repo": "c/d"}'), ("e--f", "[]")):
        (downloads / f"{name}.partial").mkdir()
        (downloads / f"{name}.partial" / "download.json").write_text(text, encoding="utf-8")
    whole = {"repo": "g/h", "revision": "main", "total": 10}
    (downloads / "g--h.partial").mkdir()
    (downloads / "g--h.partial" / "download.json").write_text(json.dumps(whole), encoding="utf-8")
    (downloads / "g--h.partial" / "x.part").write_bytes(b"123")
    assert paused(downloads) == [PausedDownload("g/h", "main", 3, 10)]
