"""A role's lines as the model would read them in a play."""

from pathlib import Path

import pytest
from transformers import PreTrainedTokenizerBase

from engine.generation.prompt import end_of_turn
from engine.model.tokenizer import load_tokenizer
from engine.scene_training.examples import SceneForm, examples
from engine.scene_training.played import Played
from tests.engine.scene_training.corpus import write_scenes
from tests.engine.scene_training.test_gather import _read


@pytest.fixture
def tokenizer(tiny_nf4: Path) -> PreTrainedTokenizerBase:
    return load_tokenizer(tiny_nf4)


@pytest.fixture
def played(tmp_path: Path) -> Played:
    (one,) = _read(write_scenes(tmp_path / "scenes", 1)).played
    return one


def test_only_the_lines_are_learned(tokenizer: PreTrainedTokenizerBase, played: Played) -> None:
    jon = played.cast.roles[1]
    (made,) = examples(played, jon, SceneForm(tokenizer, 4096, 2048))
    assert made.document == played.name
    learned = [list(tokens) for tokens in made.texts]
    assert [tokenizer.decode(one[:-1]).strip() for one in learned] == played.lines(jon)
    assert all(one[-1] == end_of_turn(tokenizer) for one in learned)
    read = tokenizer.decode(made.tokens[: made.learned[0][0]])
    assert "A yard with a kettle" in read
    assert "You are Jon." in read
    assert "Mara: Where did you put the kettle number 0, part 0?" in read
    assert "Behind" not in read


def test_long_talk_is_cut_and_each_line_learned_once(
    tokenizer: PreTrainedTokenizerBase, tmp_path: Path
) -> None:
    (played,) = _read(write_scenes(tmp_path, 1, lines=30)).played
    mara = played.cast.roles[0]
    form = SceneForm(tokenizer, 4096, 300)
    made = list(examples(played, mara, form))
    assert len(made) > 3
    told = [tokenizer.decode(list(tokens)[:-1]).strip() for one in made for tokens in one.texts]
    assert told == played.lines(mara)
    scene = len(form.prompt(played, mara, form.told(played, mara, 0), 0, 0))
    assert max(len(one.tokens) for one in made) <= scene + 300
    # Whoever goes on hears what was said before.
    assert all("Behind" in tokenizer.decode(one.tokens[: one.learned[0][0]]) for one in made[1:])


def test_what_comes_up_in_the_talk_begins_another_prompt(
    tokenizer: PreTrainedTokenizerBase, tmp_path: Path
) -> None:
    (tmp_path / "s.yaml").write_text(
        "format: timbre-scene\nversion: 1\nfields:\n"
        "- {id: a, type: role, title: Ann}\n- {id: b, type: role, title: Ben}\n"
        "- {id: m, type: memory, text: The key is under the mat.,"
        " when: {mode: mentioned, words: [key], stays: 9}}\n"
        '- {id: t, type: example, text: "Ann: Hello.\\nBen: Hi.\\nAnn: The key?\\nBen: Ask."}\n'
    )
    (played,) = _read(tmp_path).played
    ben = played.cast.roles[1]
    first, second = examples(played, ben, SceneForm(tokenizer, 4096, 2048))
    before = [tokenizer.decode(one.tokens[: one.learned[0][0]]) for one in (first, second)]
    assert ["under the mat" in one for one in before] == [False, True]
    assert "Ann: Hello." in before[1]


def test_a_line_longer_than_its_room_is_cut(
    tokenizer: PreTrainedTokenizerBase, tmp_path: Path
) -> None:
    long = "word " * 400
    (tmp_path / "p.txt").write_text(f"ANN: Well?\nBEN: {long}\nANN: So.\nBEN: Yes.\n")
    (played,) = _read(tmp_path).played
    ben = played.cast.roles[1]
    made = list(examples(played, ben, SceneForm(tokenizer, 4096, 120)))
    assert sum(len(one.learned) for one in made) == 2
    assert 50 < made[0].trained <= 120
