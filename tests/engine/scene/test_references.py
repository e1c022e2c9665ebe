"""Child scenes that are kept in files of their own."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.errors import UserError
from engine.scene import problems, references
from engine.scene.fields.child import Child
from engine.scene.fields.rule import Rule
from engine.scene.model import Field, Link, Scene, When, walk
from tests.engine.scene.samples import HARBOUR


def write(folder: Path, name: str, *sources: str, **more: Any) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    below = [
        {"type": "scene", "source": source, "id": f"s{i}"} for i, source in enumerate(sources)
    ]
    fields = [{"id": "mood", "type": "mood", "title": name}, *below]
    path.write_text(json.dumps({"title": name.upper(), "fields": fields, **more}))
    return path


def test_they_are_put_in_with_ids_of_their_own(tmp_path: Path) -> None:
    link = {"id": "l", "source": "s0", "target": "mood"}
    top = write(tmp_path, "top.json", "deep/a.json", "deep/a.json")
    write(tmp_path, "deep/a.json", "b.json", links=[link])
    write(tmp_path, "deep/b.json")
    scene = references.open_whole(top)
    assert [one.id for one in walk(scene.fields)] == [
        *("mood", "s0", "s0/mood", "s0/s0", "s0/s0/mood"),
        *("s1", "s1/mood", "s1/s0", "s1/s0/mood"),
    ]
    assert scene.fields[1].title == "DEEP/A.JSON"
    assert scene.fields[1].data == Child()
    assert scene.links == (
        Link("s0/l", "s0/s0", "s0/mood"),
        Link("s1/l", "s1/s0", "s1/mood"),
    )


def test_a_scene_that_holds_itself_is_refused_with_the_way(tmp_path: Path) -> None:
    top = write(tmp_path, "top.json", "a.json")
    write(tmp_path, "a.json", "b.json")
    write(tmp_path, "b.json", "a.json")
    with pytest.raises(UserError) as refused:
        references.open_whole(top)
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    assert str(refused.value.why) == f"A scene holds itself: {a} → {b} → {a}"
    itself = write(tmp_path, "itself.json", "itself.json")
    with pytest.raises(UserError, match="holds itself"):
        references.open_whole(itself)


def test_doubling_again_and_again_is_refused(tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, f"{number}.json", *[f"{number + 1}.json"] * 2)
    write(tmp_path, "12.json")
    with pytest.raises(UserError, match="too large"):
        references.open_whole(tmp_path / "0.json")


@pytest.mark.parametrize("source", ["../other.json", "/etc/passwd", "a/../../other.json"])
def test_files_elsewhere_are_not_opened(tmp_path: Path, source: str) -> None:
    write(tmp_path, "other.json")
    top = write(tmp_path, "inner/top.json", source)
    with pytest.raises(UserError, match="must lie in the folder"):
        references.open_whole(top)
    (tmp_path / "inner" / "link.json").symlink_to(tmp_path / "other.json")
    with pytest.raises(UserError, match="must lie in the folder"):
        references.open_whole(write(tmp_path, "inner/top.json", "link.json"))


def test_problems_are_told_with_their_field() -> None:
    assert problems.problems(HARBOUR) == ()
    ines = HARBOUR.fields[1]
    amiss = Scene(
        fields=(
            ines,
            Field("second", ines.data, "INES "),
            Field("nobody", ines.data, " "),
            Field("rule", Rule("No lies."), when=When("mentioned")),
        ),
        links=(Link("l", "ines", "tomas"),),
    )
    assert [(one.id, str(one.what)) for one in problems.problems(amiss)] == [
        ("nobody", "A role has no name."),
        ("rule", "It waits to be mentioned, and nothing says by what words."),
        ("ines", "Several roles are called “Ines”."),
        ("second", "Several roles are called “INES ”."),
        ("l", "It leads to “tomas”, which is not there."),
    ]
