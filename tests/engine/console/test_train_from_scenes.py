"""``train --from-scenes``."""

import json
from pathlib import Path

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from engine.messages import TrainFromScenes
from engine.places import Places
from tests.engine.console.processes import Run
from tests.fakes import FakeEngine


def test_a_voice_for_each_role(run: Run, engine: FakeEngine, tmp_path: Path) -> None:
    argv = ("train", "--from-scenes", str(tmp_path), "--role", "Ines", "--role", "Tomas")
    code, out, err = run(*argv, "--rank", "8", "--json")
    assert code == 0
    assert "Ines: 24 lines in 6 scenes, 1 of them held out" in err
    assert "Not used: photo.jpg. Nobody speaks in it." in err
    told = json.loads(out)
    assert told["scenes"] == 6
    assert told["unused"] == [{"path": "photo.jpg", "reason": "Nobody speaks in it."}]
    assert [(one["role"], one["voice"], one["run"]) for one in told["roles"]] == [
        ("Ines", "Ines", 1),
        ("Tomas", "Tomas", 2),
    ]
    assert told["roles"][0].keys() > {"verdict", "lines", "held_out_scenes", "perplexity_after"}
    command = next(one for one in engine.handled if isinstance(one, TrainFromScenes))
    assert (command.roles, command.options.rank) == (("Ines", "Tomas"), 8)


def test_people_are_told_of_each_voice(run: Run, tmp_path: Path, places: Places) -> None:
    code, out, _ = run("train", "--from-scenes", str(tmp_path))
    assert code == 0
    assert "“Ines” is trained" in out
    catalog = Catalog.open_reading(places.catalog)
    assert [one.state for one in runs.everything(catalog)] == ["finished"]
    catalog.close()


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    code, _, err = run("train", "--from-scenes", str(tmp_path / "none"))
    assert code == 1
    assert "There is no folder" in err
