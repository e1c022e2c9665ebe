"""The names of the voice colours, for menus and screen readers."""

from PySide6.QtCore import QCoreApplication


def colour_names() -> dict[str, str]:
    """Key of the design tokens -> the owner's word."""
    return {
        "rust": QCoreApplication.translate("Colour", "Rust"),
        "indigo": QCoreApplication.translate("Colour", "Indigo"),
        "olive": QCoreApplication.translate("Colour", "Olive"),
        "plum": QCoreApplication.translate("Colour", "Plum"),
        "lagoon": QCoreApplication.translate("Colour", "Lagoon"),
        "rose": QCoreApplication.translate("Colour", "Rose"),
        "slate": QCoreApplication.translate("Colour", "Slate"),
        "ochre": QCoreApplication.translate("Colour", "Ochre"),
    }
