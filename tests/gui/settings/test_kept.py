"""What is set is kept, shown at once, and undone where promised."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.messages import ModelChanged, Sampling
from engine.places import Places
from engine.settings import Settings
from gui.context import Context
from gui.looks import Looks
from gui.settings.bounds import bounds, default
from gui.settings.change import change
from gui.settings.page import SettingsPage
from gui.theme.tokens import theme
from tests.gui.conftest import Told


def stored(places: Places) -> Settings:
    return Settings.load(places.settings)


def test_colours_are_kept_and_worn_at_once(
    page: SettingsPage, context: Context, places: Places
) -> None:
    looks = Looks(places)
    context.news.settings.connect(lambda: looks.take(context.settings))
    page.appearance.colours.chosen.emit("dark")
    assert stored(places).theme == "dark"
    assert theme.scheme == "dark"


def test_text_size_is_kept_once_the_slider_is_let_go(page: SettingsPage, places: Places) -> None:
    slider = page.appearance.text_size.slider
    slider.setSliderDown(True)
    slider.setValue(slider.maximum())
    assert not places.settings.exists()
    slider.setSliderDown(False)
    assert stored(places).text_size == 150


def test_slider_can_be_moved_by_key(page: SettingsPage, places: Places) -> None:
    QTest.keyClick(page.talking.sliders["temperature"].slider, Qt.Key.Key_Right)
    assert stored(places).temperature == pytest.approx(0.75)


def test_motion_and_language_are_kept(page: SettingsPage, places: Places) -> None:
    page.appearance.motion.click()
    combo = page.appearance.language
    combo.setCurrentIndex(combo.findData("ru"))
    combo.activated.emit(combo.currentIndex())
    assert stored(places).reduced_motion
    assert stored(places).language == "ru"


def test_own_values_are_there_while_they_hold(page: SettingsPage, places: Places) -> None:
    slider = page.talking.sliders["temperature"]
    assert not slider.isVisible()
    assert page.talking.numbers["max_tokens"].isVisible()
    page.talking.advised.click()
    assert slider.isVisible()
    assert stored(places).sampling.temperature == default("temperature")
    page.talking.advised.click()
    assert not slider.isVisible()
    assert stored(places).sampling.temperature is None


def test_the_advice_for_the_loaded_model_is_told(page: SettingsPage, context: Context) -> None:
    advised = Sampling(temperature=0.2, top_p=0.9)
    assert "suit it best" in page.talking._advice.text()
    context.bridge.model = ModelChanged(1, "Small", "f", 100, advised)
    page.arrive(None)
    assert page.talking._advice.text() == "Small: temperature 0.2, top-p 0.9"
    context.bridge.model = ModelChanged(1, "Silent", "f", 100)
    page.arrive(None)
    assert "Silent say nothing" in page.talking._advice.text()


def test_every_setting_has_its_control(page: SettingsPage) -> None:
    shown = {"theme", "language", "text_size", "reduced_motion"}
    shown |= {"advised"} | page.talking.sliders.keys() | page.talking.numbers.keys()
    # The folders are set under Models, where models are added.
    assert shown == Settings.model_fields.keys() - {"model_folders"}


def test_controls_keep_to_the_declared_bounds(page: SettingsPage, places: Places) -> None:
    for name, control in page.talking.sliders.items():
        for end in (control.slider.minimum(), control.slider.maximum()):
            control.slider.setValue(end)
            assert getattr(stored(places), name) == pytest.approx(control.value())
    for name, box in page.talking.numbers.items():
        assert (box.minimum(), box.maximum()) == bounds(name)[:2]
        box.setValue(box.maximum())
        assert getattr(stored(places), name) == box.maximum()


def test_all_sampling_is_set_back(page: SettingsPage, context: Context, places: Places) -> None:
    page.talking.sliders["temperature"].slider.setValue(0)
    page.talking.numbers["max_tokens"].setValue(99)
    assert context.settings.sampling != Sampling()
    page.talking.reset.click()
    assert stored(places).sampling == Sampling()
    assert page.talking.sliders["temperature"].value() == default("temperature")
    assert page.talking.numbers["max_tokens"].value() == default("max_tokens")


def test_setting_that_cannot_be_written_is_told_and_holds(
    context: Context, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Settings, "save", full)
    change(context, "theme", "dark")
    assert context.settings.theme == "dark"
    assert told.problems[0].what == "The setting was not saved."
    assert "No space left on device" in told.problems[0].why


def test_same_value_writes_nothing(context: Context, places: Places) -> None:
    change(context, "theme", context.settings.theme)
    assert not places.settings.exists()
