"""The look: contrast, colours, icons, fonts and sizes."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from gui.theme import apply, fonts, icons, stylesheet
from gui.theme.mark import Mark, window_icon
from gui.theme.tokens import (
    RESOURCES,
    TOKENS,
    VOICE_COLOURS,
    colour,
    duration,
    px,
    theme,
    voice_colour,
)

SCHEMES = ("light", "dark")
# The icon of the menu entry is no Lucide icon and has colours of its own.
ICONS = sorted(f.stem for f in (RESOURCES / "icons").glob("*.svg") if f.stem != "timbre")
ROLES = [role for role, kind in TOKENS["type"].items() if isinstance(kind, dict) and "px" in kind]


def luminance(ink: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink(name: str) -> QColor:
    voice = re.fullmatch(r"voice (\w+) \(as text\)", name)
    return voice_colour(voice[1]) if voice else colour(name)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("kind", "least"), [("", 4.5), ("_graphics_min_3", 3.0)])
def test_every_pair_has_enough_contrast(scheme: str, kind: str, least: float) -> None:
    apply.wear(scheme, 100, reduced_motion=True)
    pairs = [pair.split(" on ") for pair in TOKENS["contrast_checked"][scheme + kind]]
    assert len(pairs) >= 6
    low = [
        f"{front} on {back}" for front, back in pairs if contrast(ink(front), colour(back)) < least
    ]
    assert not low


@pytest.mark.parametrize("scheme", SCHEMES)
def test_toast_and_focus_ring_can_be_read(scheme: str) -> None:
    apply.wear(scheme, 100, reduced_motion=True)
    assert contrast(colour("canvas"), colour("text")) >= 4.5  # a toast is inverted
    assert contrast(colour("on_accent"), colour("accent")) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_style_sheet_is_filled_in(scheme: str, dressed: QApplication) -> None:
    apply.wear(scheme, 100, reduced_motion=True)
    sheet = dressed.styleSheet()
    assert "@" not in sheet
    assert TOKENS["color"][scheme]["accent"] in sheet
    assert dressed.palette().color(QPalette.ColorRole.Window) == colour("canvas")


def test_text_size_scales_type_and_rows() -> None:
    small, large = stylesheet.build("light", 1.0), stylesheet.build("light", 1.5)
    assert "font-size: 13px" in small
    assert "font-size: 20px" in large
    assert "min-height: 30px" in small
    assert "min-height: 45px" in large
    apply.wear("light", 150, reduced_motion=False)
    assert px(32) == 48
    assert fonts.font("body").pixelSize() == 20


def test_change_is_told_once_everything_is_dressed(dressed: QApplication) -> None:
    seen = []
    slot = theme.changed.connect(lambda: seen.append((theme.scheme, dressed.styleSheet())))
    apply.wear("dark", 100, reduced_motion=True)
    apply.wear("dark", 100, reduced_motion=True)
    theme.changed.disconnect(slot)
    assert [scheme for scheme, _ in seen] == ["dark"]
    assert TOKENS["color"]["dark"]["canvas"] in seen[0][1]


def test_reduced_motion_stops_all_motion() -> None:
    apply.wear("light", 100, reduced_motion=False)
    assert duration("page") == TOKENS["motion"]["page_ms"]
    apply.wear("light", 100, reduced_motion=True)
    assert [duration(name) for name in ("hover", "popup", "page", "meter")] == [0, 0, 0, 0]


def test_system_choice_follows_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

    monkeypatch.setattr("gui.theme.apply.QGuiApplication.styleHints", Hints)
    assert apply.scheme_for("system") == "dark"
    assert apply.scheme_for("light") == "light"


@pytest.mark.parametrize("role", ROLES)
def test_bundled_fonts_are_used(role: str) -> None:
    made = fonts.font(role)
    info = QFontInfo(made)
    assert info.family() == ("JetBrains Mono" if role == "code" else "Inter")
    assert info.weight() == TOKENS["type"][role]["weight"]


def test_fonts_and_icons_come_with_their_licences() -> None:
    for name in ("fonts/Inter-LICENSE.txt", "fonts/JetBrainsMono-LICENSE.txt"):
        assert "SIL OPEN FONT LICENSE" in (RESOURCES / name).read_text(encoding="utf-8")
    assert "ISC" in (RESOURCES / "icons" / "LICENSE.txt").read_text(encoding="utf-8")


def inks(image: QImage) -> Counter[str]:
    """How often each colour stands among the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255)


def main_ink(image: QImage) -> str:
    """The commonest one: where two strokes overlap, rounding makes neighbours of it."""
    return inks(image).most_common(1)[0][0]


@pytest.mark.parametrize("name", ICONS)
def test_icon_renders_in_the_asked_colour(name: str) -> None:
    for ratio in (1.0, 2.0):
        image = icons.pixmap(name, QColor("#2C5F56"), 18, ratio)
        assert image.width() == round(18 * ratio)
        assert image.devicePixelRatio() == ratio
    # At six times its size it has pixels that no edge has blended.
    large = icons.pixmap(name, QColor("#2C5F56"), 108).toImage()
    assert main_ink(large) == "#2c5f56"


def test_icon_follows_the_theme_without_being_made_again() -> None:
    made = icons.icon("box", "accent")
    light = main_ink(made.pixmap(QSize(96, 96)).toImage())
    apply.wear("dark", 100, reduced_motion=True)
    dark = main_ink(made.pixmap(QSize(96, 96)).toImage())
    assert light == TOKENS["color"]["light"]["accent"].lower()
    assert dark == TOKENS["color"]["dark"]["accent"].lower()


def test_icon_tells_checked_and_disabled_apart() -> None:
    made = icons.icon("box", "text_2", "text")
    on = made.pixmap(QSize(96, 96), QIcon.Mode.Normal, QIcon.State.On)
    off = made.pixmap(QSize(96, 96), QIcon.Mode.Disabled, QIcon.State.Off)
    assert main_ink(on.toImage()) == colour("text").name()
    assert main_ink(off.toImage()) == colour("text_disabled").name()


def test_mark_is_painted_in_the_theme() -> None:
    mark = Mark(60)
    mark.resize(60, 60)
    colours = inks(mark.grab().toImage()).keys()
    assert {colour("accent").name(), colour("text_2").name()} <= colours
    assert len(window_icon().availableSizes()) == 4


@pytest.mark.parametrize("name", VOICE_COLOURS)
def test_every_voice_colour_differs_by_scheme(name: str) -> None:
    light = voice_colour(name)
    apply.wear("dark", 100, reduced_motion=True)
    assert voice_colour(name) != light


def test_unknown_voice_colour_is_shown_as_slate() -> None:
    assert voice_colour("mauve") == voice_colour("slate")


def test_label_wears_its_role() -> None:
    made = QLabel("Voices")
    made.setProperty("role", "title")
    made.ensurePolished()
    assert made.font().pixelSize() == TOKENS["type"]["title"]["px"]
    assert made.font().weight() == 600
