"""``scene``: files of scenes from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from transformers import AutoTokenizer

from engine.console import cli
from engine.places import Places
from engine.scene.exchange import png
from engine.scene.format import encode, files
from engine.scene.starters import FOLDER
from engine.settings import Settings
from tests.engine.console.processes import Run
from tests.engine.console.test_words import english_in
from tests.engine.scene.exchange.cards import V2, WORLD
from tests.engine.scene.samples import HARBOUR


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.json"
    files.save_scene(path, HARBOUR)
    return path


def said(run: Run, *argv: object, code: int = 0) -> dict[str, Any]:
    done = run("scene", *map(str, argv), "--json")
    assert done[0] == code, done[2]
    values: dict[str, Any] = json.loads(done[1])
    return values


def test_a_sound_scene_is_well(run: Run, harbour: Path) -> None:
    assert said(run, "validate", harbour) == {
        "file": str(harbour),
        "title": "Harbour office",
        "fields": 7,
        "links": 2,
        "valid": True,
        "problems": [],
    }
    assert run("scene", "validate", str(harbour))[1] == "“Harbour office” is well.\n"


def test_what_is_amiss_is_said_and_the_status_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "amiss.yaml"
    path.write_text(
        "fields:\n- {type: role}\n"
        "- {type: memory, title: A, when: {mode: mentioned, patterns: ['(']}}\n"
    )
    told = said(run, "validate", path, code=1)
    assert [one["id"] for one in told["problems"]] == ["role-1", "memory-1"]
    assert "The pattern ( is wrong" in told["problems"][1]["problem"]
    assert run("scene", "validate", str(path))[1].startswith("role-1: A role has no name.\n")
    path.write_text("fields: 3")
    code, out, err = run("scene", "validate", str(path), "--json")
    assert (code, out) == (1, "")
    assert err.splitlines()[1] == "fields: a list of objects is expected."


@pytest.mark.parametrize("values", [V2, WORLD, encode.values_of(HARBOUR)])
def test_import_and_export_give_back_what_came(
    run: Run, tmp_path: Path, values: dict[str, Any]
) -> None:
    came = tmp_path / "came.json"
    came.write_text(json.dumps({"name": "Book", **values} if values is WORLD else values))
    kept = tmp_path / "kept.json"
    told = said(run, "import", came, "--to", kept)
    assert told["path"] == str(kept)
    printed = run("scene", "import", str(came))[1]
    assert files.parse(printed.encode()) == files.open_scene(kept)
    assert said(run, "import", came)["scene"] == json.loads(printed)
    back = tmp_path / "back.json"
    form = ["--format", "scene"] if "format" in values else []
    said(run, "export", kept, "--to", back, *form)
    assert json.loads(back.read_text()) == json.loads(came.read_text())
    code, _, err = run("scene", "export", str(kept), "--to", str(back))
    assert code == 1
    assert "is there already" in err


def test_a_card_of_a_role_as_a_picture(run: Run, harbour: Path, tmp_path: Path) -> None:
    portrait = tmp_path / "portrait.png"
    portrait.write_bytes(png.plain_picture())
    card = tmp_path / "tomas.png"
    told = said(run, "export", harbour, "--role", "tomas", "--picture", portrait, "--to", card)
    assert (told["format"], told["bytes"]) == ("png", card.stat().st_size)
    assert json.loads(png.card_in(card.read_bytes()))["data"]["name"] == "Tomas"
    assert said(run, "validate", card)["title"] == "Harbour office"
    assert said(run, "import", card)["scene"] == encode.values_of(HARBOUR)
    other = str(tmp_path / "other.png")
    code, _, err = run("scene", "export", str(harbour), "--role", "Anna", "--to", other)
    assert code == 1
    assert "The scene has these roles: Ines, Tomas." in err
    bad = run("scene", "export", str(harbour), "--picture", str(harbour), "--to", other)
    assert (bad[0], "It is no PNG picture." in bad[2]) == (1, True)
    assert not Path(other).exists()


def test_a_play_becomes_a_scene_and_a_corpus_for_each_role(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "talk.txt"
    text.write_text("Ines/1: You are late.\nTomas: I know it well.\nInes/1: Sit.\nTomas: Why?\n")
    corpus = tmp_path / "corpus"
    told = said(run, "from-play", text, "--to", tmp_path / "talk.json", "--corpus", corpus)
    assert told["roles"] == [
        {"name": "Ines/1", "turns": 2, "corpus": str(corpus / "Ines_1")},
        {"name": "Tomas", "turns": 2, "corpus": str(corpus / "Tomas")},
    ]
    (line,) = (corpus / "Tomas" / "lines.jsonl").read_text().splitlines()
    assert json.loads(line)["messages"][-1] == {"role": "assistant", "content": "Why?"}
    assert files.open_scene(tmp_path / "talk.json").title == "talk"
    text.write_text("Nobody says anything.")
    assert run("scene", "from-play", str(text))[0] == 1


def test_compile_says_which_token_is_whose(
    tiny_starter: Places, harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def compiled(*more: str) -> dict[str, Any]:
        argv = ["scene", "compile", str(harbour), *more]
        assert cli.main([*argv, "--json"], tiny_starter) == 0
        values: dict[str, Any] = json.loads(capsys.readouterr().out)
        return values

    told = compiled("--budget", "10000")
    assert told["prompt"].startswith("<|im_start|>system\nSetting: Harbour office, 1931.")
    tokenizer = AutoTokenizer.from_pretrained(tiny_starter.starter_nf4)
    assert tokenizer.decode(told["tokens"]) == told["prompt"]
    assert [one["id"] for one in told["fields"]] == [
        *("place", "ines", "tomas", "goal", "mood", "pier", "letter"),
    ]
    for one in [*told["fields"], *told["links"]]:
        own = tokenizer.decode(told["tokens"][one["start"] : one["end"]])
        text = told["prompt"][one["start_character"] : one["end_character"]]
        assert own.strip() == text.strip()
        assert one["tokens"] == one["end"] - one["start"] > 0
    assert (told["left_out"], told["speaker"]) == ([], None)
    usual = compiled()  # a quarter of the tiny model's context
    assert usual["budget"] == 128
    assert usual["scene_tokens"] <= 128
    assert {one["reason"] for one in usual["left_out"]} == {"budget"}
    assert compiled() == usual
    as_tomas = compiled("--role", "Tomas", "--budget", "10000")
    assert "You are Tomas. Pilot." in as_tomas["prompt"]
    assert as_tomas["speaker"] == "tomas"
    assert cli.main(["scene", "compile", str(harbour)], tiny_starter) == 0
    shown = capsys.readouterr().out
    assert "Harbour office, 1931." in shown
    assert "no room" in shown


def test_compile_without_a_model_is_said(run: Run, harbour: Path) -> None:
    code, _, err = run("scene", "compile", str(harbour))
    assert code == 1
    assert "There is no model whose tokens could be counted." in err


def test_it_all_speaks_russian(run: Run, places: Places, tmp_path: Path) -> None:
    Settings(language="ru").save(places.settings)
    path = tmp_path / "x.json"
    path.write_text('{"fields": [{"type": "role", "strength": 9}]}')
    err = run("scene", "validate", str(path))[2]
    assert english_in(err.replace("x.json", "").replace("fields → 1 → strength", "")) == []
    told = run("scene", "validate", str(FOLDER / "ru" / "harbour.json"))[1]
    assert english_in(told) == []
    path.write_bytes(b"{")
    assert "Это не корректный" in run("scene", "validate", str(path))[2]


def test_a_command_is_needed(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run("scene")
    assert ended.value.code == 2
