"""What was written is read as it was, and what this version does not know stays."""

import copy
import json
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.scene.fields import TYPES
from engine.scene.format import decode, encode, files
from engine.scene.format.head import FieldHead
from engine.scene.format.parts import names_of
from engine.scene.format.schema import schema
from engine.scene.model import Scene
from tests.engine.scene.samples import HARBOUR
from tests.engine.scene.strategies import EXTRA, FEW, scenes

DOCS = Path(__file__).parents[4] / "docs"


@FEW
@given(scenes())
def test_a_scene_survives_json_and_yaml(scene: Scene) -> None:
    text = encode.text_of(scene)
    assert files.parse(text.encode()) == scene
    assert encode.text_of(files.parse(text.encode())) == text


@FEW
@given(scenes())
def test_a_scene_survives_yaml(scene: Scene) -> None:
    text = yaml.safe_dump(encode.values_of(scene), allow_unicode=False)
    assert files.parse(text.encode(), yaml=True) == scene


@FEW
@given(scenes(), EXTRA, st.data())
def test_unknown_keys_anywhere_are_kept(
    scene: Scene, unknown: dict[str, Any], data: st.DataObject
) -> None:
    values = encode.values_of(scene)
    places = list(_objects(values))
    data.draw(st.sampled_from(places)).update(unknown)
    again = encode.values_of(decode.scene_of(copy.deepcopy(values)))
    assert again == values


def _objects(values: dict[str, Any]) -> list[dict[str, Any]]:
    """The scene, its links, its fields, and what says when they are told."""
    found = [values, *values.get("links", [])]
    below = list(values["fields"])
    while below:
        one = below.pop()
        below += one.get("fields", [])
        found += [one, *([one["when"]] if "when" in one else [])]
    return found


def test_files_are_easy_to_compare(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    files.save_scene(path, HARBOUR)
    text = path.read_text(encoding="utf-8")
    assert '      "title": "Tomas",\n      "who": "Pilot.",\n      "lines": [\n' in text
    assert '"strength"' not in text  # as usual, so it is not said
    assert text.endswith("}\n")
    assert files.open_scene(path) == HARBOUR
    assert not list(tmp_path.glob("*.partial"))


def test_by_hand_in_yaml_with_as_little_as_possible(tmp_path: Path) -> None:
    path = tmp_path / "talk.yml"
    path.write_text(
        "title: Сад\nlanguage: ru\nfields:\n"
        "- {type: role, title: Анна, who: Садовник}\n"
        "- {type: role, title: Пётр}\n"
        "- {type: rule, title: Не перебивать, when: {mode: mentioned, words: [спор]}}\n",
        encoding="utf-8",
    )
    scene = files.open_scene(path)
    assert [one.id for one in scene.fields] == ["role-1", "role-2", "rule-1"]
    assert scene.fields[2].when.words == ("спор",)
    assert files.open_scene(path) == scene


def test_no_key_means_two_things() -> None:
    own = {"when", "fields", *names_of(FieldHead)}
    for kind in TYPES.values():
        assert not own & set(names_of(kind.data)), kind.name


def test_the_published_schema_is_that_of_the_code() -> None:
    written = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    published = (DOCS / "scene.schema.json").read_text(encoding="utf-8")
    assert published == written, "python -m engine.scene.format.schema > docs/scene.schema.json"
