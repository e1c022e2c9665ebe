"""Files that are wrong, of another time, or made to do harm."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from adapters.errors import UserError
from engine.scene.format import files
from engine.scene.format.refusal import UnreadableError
from engine.scene.format.upgrade import current

ROLE = {"id": "a", "type": "role", "title": "Ines"}


def why(values: object, yaml: bool = False) -> str:
    data = values if isinstance(values, bytes) else json.dumps(values).encode()
    with pytest.raises(UnreadableError) as refused:
        files.parse(data, yaml)
    return str(refused.value)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "an object with fields"),
        ({"format": "recipe"}, "another kind"),
        ({"version": 2}, "newer Timbre (version 2 of the format; this one knows 1)"),
        ({"version": "1"}, "no whole number"),
        ({"version": True}, "no whole number"),
        ({"title": 1931}, "scene → title: a text is expected."),
        ({"language": "fr"}, "scene → language: one of 'en' or 'ru' is expected."),
        ({"fields": {}}, "fields: a list of objects is expected."),
        ({"fields": [{**ROLE, "type": "dragon"}]}, "fields → 1: its type is none of: setting,"),
        ({"fields": [{"id": "a"}]}, "fields → 1 → type: it is missing."),
        ({"fields": [{**ROLE, "id": ""}]}, "fields → 1 → id: a text is expected."),
        ({"fields": [{**ROLE, "id": 3}]}, "fields → 1 → id: a text is expected."),
        ({"fields": [{**ROLE, "strength": 3}]}, "fields → 1 → strength: it is more than 2"),
        ({"fields": [{**ROLE, "strength": -1}]}, "it is less than 0"),
        ({"fields": [{**ROLE, "strength": "1"}]}, "a number is expected"),
        ({"fields": [{**ROLE, "lines": "Aye."}]}, "lines: a list is expected"),
        ({"fields": [{**ROLE, "lines": [1]}]}, "lines → 0: a text is expected"),
        ({"fields": [{**ROLE, "folded": 1}]}, "true or false is expected"),
        ({"fields": [{**ROLE, "priority": 1.5}]}, "a whole number is expected"),
        ({"fields": [{**ROLE, "when": "never"}]}, "fields → 1 → when: an object is expected."),
        ({"fields": [{**ROLE, "when": {"mode": "soon"}}]}, "when → mode: one of 'always'"),
        ({"fields": [ROLE, {**ROLE, "fields": []}]}, "a: two have this id."),
        ({"fields": [{**ROLE, "fields": [ROLE]}]}, "a: two have this id."),
        ({"links": [{"source": "a"}]}, "links → 1 → target: it is missing."),
        ({"links": [{"source": "a", "target": "b", "type": "x"}]}, "links → 1 → type: one of"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe{", "not valid JSON"),
        (b'{"title": NaN}', "NaN is no number"),
        (b'{"x": 1e999}', "a number without end"),
        (b'{"x": ' + b"9" * 5000 + b"}", "not valid JSON"),
    ],
)
def test_a_fault_is_named_with_its_place(values: object, words: str) -> None:
    assert words in why(values)


def test_half_a_letter_can_be_saved_again() -> None:
    scene = files.parse(b'{"title": "a\\ud800b"}')
    assert scene.title == "a?b"


def test_older_versions_are_brought_up_to_date() -> None:
    def second(values: dict[str, Any]) -> dict[str, Any]:
        return {**values, "title": values["name"]}

    def third(values: dict[str, Any]) -> dict[str, Any]:
        return {**values, "title": values["title"] + "!"}

    upgrades = {1: second, 2: third}
    assert current({"version": 1, "name": "Harbour"}, 3, upgrades)["title"] == "Harbour!"
    assert current({"version": 2, "title": "Harbour"}, 3, upgrades)["title"] == "Harbour!"
    assert current({"title": "By hand"}, 3, upgrades)["title"] == "By hand"
    with pytest.raises(UnreadableError, match="newer"):
        current({"version": 4}, 3, upgrades)


def nested(depth: int) -> bytes:
    opening = b'{"fields": [{"type": "scene", "fields": ['
    inner = b'{"type": "scene", "fields": ['
    return opening + inner * depth + b"]}" * depth + b"]}]}"


def test_depth_and_number_have_bounds() -> None:
    assert files.parse(nested(20))
    assert "more than 32 deep" in why(nested(40))
    assert "nested too deeply" in why(nested(200))
    assert why(nested(100_000))
    assert why(b"[" * 1_000_000)
    assert "more than 5000 fields" in why({"fields": [{"type": "mood"}] * 5001})
    assert "holds too much" in why({"x": [0] * 600_000})


def test_yaml_bombs_and_objects() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    assert "aliases" in why("\n".join(lines).encode(), yaml=True)
    assert "not valid YAML" in why(b"title: !!python/object/apply:os.system [echo]", yaml=True)
    assert why(b"[" * 100_000, yaml=True)
    assert "300000 characters" in why(b"# " + b"x" * 300_001, yaml=True)
    assert files.parse(b"title: 1931-01-01", yaml=True).title == "1931-01-01"


def test_files_that_are_none(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(UserError, match="was not opened as a scene"):
            files.open_scene(path)
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="not an ordinary file"):
        files.open_scene(pipe)
    with pytest.raises(UserError):
        files.open_scene(Path("/dev/zero"))
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(UserError, match="larger than 16 MiB"):
        files.open_scene(large)
    with pytest.raises(UserError, match="was not written"):
        files.save_scene(tmp_path / "no" / "folder.json", files.parse(b"{}"))
