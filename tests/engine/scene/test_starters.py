"""The scenes that come with Timbre can be opened, told and exchanged."""

import re
from pathlib import Path

import pytest

from engine.language import Language
from engine.model.tokenizer import load_tokenizer
from engine.scene import starters
from engine.scene.exchange import card
from engine.scene.format import encode
from engine.scene.model import Scene, path_to, roles, walk
from engine.scene.problems import problems
from engine.scene.prompt.activation import Moment
from engine.scene.prompt.compile import compiled

SCENES = [
    (language, name, scene)
    for language in ("en", "ru")
    for name, scene in starters.starters(language).items()  # type: ignore[arg-type]
]
EACH = pytest.mark.parametrize(("language", "name", "scene"), SCENES)


def words(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"\s*\S+", text)]


def test_there_are_ten_in_each_language_and_they_are_the_same() -> None:
    english, russian = starters.starters("en"), starters.starters("ru")
    assert len(english) == 10
    assert english.keys() == russian.keys()
    for name, scene in english.items():
        for one, other in zip(walk(scene.fields), walk(russian[name].fields), strict=True):
            assert (one.id, one.type, one.when.mode) == (other.id, other.type, other.when.mode)
        assert [link.id for link in scene.links] == [link.id for link in russian[name].links]
    assert len(roles(english["harbour"])) == 3
    assert (
        max(len(path_to(english["weekend"], one.id)) for one in walk(english["weekend"].fields))
        == 3
    )


@EACH
def test_it_is_told_in_its_own_language(language: Language, name: str, scene: Scene) -> None:
    assert scene.language == language
    assert problems(scene) == ()
    given = compiled(scene, words)
    assert 600 < len(given.text) < 900
    assert (given.speaker is None) == (name == "harbour")
    assert {one.reason for one in given.left_out} <= {"not mentioned"}
    assert bool(re.search("[а-я]", given.text)) == (language == "ru")
    path = starters.FOLDER / language / f"{name}.json"
    assert path.read_text(encoding="utf-8") == encode.text_of(scene)


@EACH
def test_every_mention_can_happen(language: Language, name: str, scene: Scene) -> None:
    del language, name
    for field in walk(scene.fields):
        if field.when.mode == "mentioned":
            turn = field.when.words[0].replace("*", "ы")
            left = compiled(scene, words, Moment((turn,))).left_out
            assert field.id not in {one.id for one in left}


@EACH
def test_it_comes_back_from_a_card(language: Language, name: str, scene: Scene) -> None:
    del language, name
    assert card.scene_of(card.card_of(scene)) == scene


@pytest.mark.real_model
def test_each_has_its_size_in_tokens(starter_nf4: Path) -> None:
    tokenizer = load_tokenizer(starter_nf4)

    def offsets(text: str) -> list[tuple[int, int]]:
        found = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
        return list(found["offset_mapping"])

    for name, scene in starters.starters("en").items():
        assert 150 <= compiled(scene, offsets).tokens <= 250, name
