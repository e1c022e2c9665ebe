"""Settings: declared once, saved whole, never lost to a broken file or a later version."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from engine.generation.drawing import Drawing
from engine.messages import Sampling
from engine.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_a_missing_file_gives_the_defaults(path: Path) -> None:
    settings = Settings.load(path)
    assert (settings.theme, settings.language, settings.text_size) == ("system", "system", 100)
    assert not settings.notices
    assert settings.sampling == Sampling()


def test_what_is_saved_is_read_back(path: Path) -> None:
    settings = Settings(theme="dark", language="ru", model_folders=["/модели"])
    settings.temperature = 0.2
    settings.save(path)
    again = Settings.load(path)
    assert again == settings
    assert again.temperature == 0.2


def test_words_are_drawn_as_the_makers_advise_until_the_owner_says_otherwise() -> None:
    settings = Settings(temperature=0.2)
    assert settings.sampling.temperature is None
    settings.advised = False
    assert settings.sampling.temperature == 0.2
    assert Drawing.of(settings.sampling, Sampling(temperature=0.9, top_k=7)) == Drawing(0.2)


def test_a_seed_makes_replies_repeatable_and_none_is_drawn_anew() -> None:
    assert Settings().sampling.seed is None
    assert Settings(seed=7).sampling.seed == 7


def test_every_setting_says_what_it_means() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("name", "value"),
    [("theme", "neon"), ("text_size", 151), ("temperature", -1), ("max_tokens", 0)],
)
def test_a_value_out_of_bounds_is_refused(name: str, value: object) -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        setattr(settings, name, value)


def test_keys_of_a_later_version_are_kept(path: Path) -> None:
    path.write_text('{"theme": "dark", "scene_layout": {"depth": 3}}', encoding="utf-8")
    settings = Settings.load(path)
    settings.text_size = 120
    settings.save(path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert stored["scene_layout"] == {"depth": 3}
    assert (stored["theme"], stored["text_size"]) == ("dark", 120)


def test_one_wrong_value_costs_only_itself(path: Path) -> None:
    path.write_text('{"theme": "neon", "language": "ru"}', encoding="utf-8")
    settings = Settings.load(path)
    assert (settings.theme, settings.language) == ("system", "ru")
    assert ["theme" in str(notice) for notice in settings.notices] == [True]


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 100_000])
def test_a_broken_file_is_set_aside(path: Path, broken: bytes) -> None:
    path.write_bytes(broken)
    settings = Settings.load(path)
    assert settings.theme == "system"
    [notice] = settings.notices
    [aside] = path.parent.glob("settings.json.damaged-*")
    assert aside.read_bytes() == broken
    assert str(aside) in str(notice)
    assert not path.exists()


def test_a_folder_in_its_place_gives_the_defaults(path: Path) -> None:
    path.mkdir()
    settings = Settings.load(path)
    assert settings.theme == "system"
    [notice] = settings.notices
    assert str(path) in str(notice)
    assert path.is_dir()


@pytest.mark.parametrize("error", [PermissionError(13, "Not allowed"), OSError(5, "Bad disk")])
def test_a_file_that_the_system_refuses_is_let_be(
    path: Path, error: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    Settings(theme="dark").save(path)

    def refuse(*_: object, **__: object) -> str:
        raise error

    monkeypatch.setattr(Path, "read_text", refuse)
    settings = Settings.load(path)
    assert settings.theme == "system"
    [notice] = settings.notices
    assert error.strerror in str(notice)
    monkeypatch.undo()
    assert Settings.load(path).theme == "dark"


def test_a_damaged_file_that_cannot_be_moved_gives_the_defaults(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("{", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Not allowed")

    monkeypatch.setattr(Path, "rename", refuse)
    settings = Settings.load(path)
    assert settings.theme == "system"
    assert len(settings.notices) == 1


def test_a_save_that_fails_leaves_the_old_file(path: Path) -> None:
    Settings(theme="dark").save(path)
    (path.parent / "settings.json.partial").mkdir()  # nothing can be written there now
    with pytest.raises(OSError, match="settings"):
        Settings(theme="light").save(path)
    assert Settings.load(path).theme == "dark"
