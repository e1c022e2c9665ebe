"""Versions and licences."""

import platform
import tomllib
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion

from gui.context import Context
from gui.reveal import reveal
from gui.settings.section import Section
from gui.theme.tokens import RESOURCES
from gui.widgets.buttons import secondary
from gui.widgets.labels import label

ROOT = Path(__file__).parents[2]
# Only their version numbers are read: none of them is imported here.
PACKAGES = ("torch", "transformers", "peft", "bitsandbytes")


def version() -> str:
    """Timbre's own, from pyproject.toml: nothing of it is installed."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def versions() -> str:
    """What it runs on, in one line."""
    found = [f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    return " · ".join(found)


class About(Section):
    def __init__(self, context: Context) -> None:
        super().__init__(QCoreApplication.translate("About", "About"))
        self.add("Timbre", versions(), label(version(), tone=2))
        self.licences = secondary(self.tr("Open licences"), "file-text").set_small()
        self.licences.clicked.connect(lambda: reveal(RESOURCES, context.notices))
        self.add(
            self.tr("Licence"),
            self.tr(
                "Timbre and the starter model: Apache 2.0. Inter and JetBrains Mono: SIL Open "
                "Font License. Lucide icons: ISC."
            ),
            self.licences,
        )
        self.add(
            self.tr("Privacy"),
            self.tr(
                "Nothing leaves this machine unless you start a download. While one runs, the "
                "status bar says so."
            ),
            label(""),
        )
