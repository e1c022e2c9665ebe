"""Inter and JetBrains Mono, bundled, so that the window looks the same everywhere."""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from gui.theme.tokens import RESOURCES, TOKENS, theme

_TABULAR = QFont.Tag("tnum")


def load() -> None:
    """Make the bundled fonts known to Qt; needs the QApplication."""
    for file in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


def font(role: str = "body", weight: int | None = None) -> QFont:
    """The font of a type role: display, title, heading, reading, body, label, small,
    caption or code. Digits are tabular, so that changing numbers do not jump."""
    kind = TOKENS["type"]
    mono = role == "code"
    families = [kind["mono"], *kind["mono_fallback"]] if mono else family_names()
    made = QFont(families)
    if mono:
        made.setPointSizeF(_points(kind[role]["px"] * theme.scale))
    else:
        made.setPixelSize(round(kind[role]["px"] * theme.scale))
    made.setWeight(QFont.Weight(weight or kind[role]["weight"]))
    if not mono:
        made.setFeature(_TABULAR, 1)
    return made


def _points(pixels: float) -> float:
    """Code is 12.5 px high, and only points may be broken."""
    screen = QGuiApplication.primaryScreen()
    return pixels * 72 / (screen.logicalDotsPerInch() if screen is not None else 96)


def family_names() -> list[str]:
    return [TOKENS["type"]["family"], *TOKENS["type"]["fallback"]]


def line_height(role: str) -> int:
    """Pixels from one line to the next."""
    return round(float(TOKENS["type"][role]["line"]) * theme.scale)
