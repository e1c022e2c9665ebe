"""Run by itself: shows a hostile text wherever the window shows text of others.

Called with a folder and a file that holds the text. It prints "shown" when all was laid
out and painted. In a process of its own, because Qt would hang or abort in this one.
"""

import os
import resource
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# file:///dev/zero fills the memory: fail early instead.
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))

from PySide6.QtCore import Qt  # noqa: E402 - the platform must be chosen before
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QToolTip, QWidget  # noqa: E402

from adapters.catalog import conversations, messages, models, voices  # noqa: E402
from adapters.catalog.database import Catalog  # noqa: E402
from engine.places import Places  # noqa: E402
from engine.settings import Settings  # noqa: E402
from gui import background  # noqa: E402
from gui.bridge import Bridge  # noqa: E402
from gui.chat.composer.voice_picker import VoicePicker  # noqa: E402
from gui.chat.link_card import LinkCard  # noqa: E402
from gui.chat.page import ChatPage  # noqa: E402
from gui.context import Context  # noqa: E402
from gui.notices import Notices, Problem  # noqa: E402
from gui.theme import apply, fonts  # noqa: E402
from gui.widgets.error_card import ErrorCard  # noqa: E402
from tests.fakes import fake_service  # noqa: E402


def fill(catalog: Catalog, text: str) -> None:
    """The text as a message, a reply, a title, a draft, an instruction and a voice's name."""
    models.add(catalog, "Fake-135M", "starter", "/starter.gguf", 90_000_000, 2048)
    title = text[:200]
    voice = voices.add_version(
        catalog,
        run=None,
        name=title,
        colour="rust",
        model_name=title,
        model_fingerprint="e" * 64,
        path="v",
        sha256="0" * 64,
        bytes=1,
        rank=1,
        targets=("q_proj",),
        perplexity_before=1.0,
        perplexity_after=1.0,
        notes=1,
    )
    made = conversations.create(catalog, text[:5000], voice=voice.id)
    asked = messages.add(catalog, made.id, None, "owner", text)
    messages.add(
        catalog, made.id, asked.id, "assistant", text, voice=voice.id,
        voice_version=voice.version.id, strength=1.0, model_name=title, tokens=1, seconds=1.0,
        stop="end",
    )  # fmt: skip
    conversations.rename(catalog, made.id, title)
    conversations.set_draft(catalog, made.id, text[:5000])


def settle(page: ChatPage) -> None:
    for _ in range(20):
        background.finish(5000)
        QTest.qWait(10)
    while not page.messages.view.is_settled():
        QTest.qWait(10)


def show_everything(page: ChatPage, context: Context, text: str) -> None:
    """Paint the page, its cards, and every tooltip."""
    settle(page)
    cards: list[QWidget] = [
        VoicePicker(page, voices.everything(context.catalog), None, None),
        LinkCard(page, f"https://example.org/{text[:3000]}"),
        ErrorCard(Problem(text[:5000], text[:5000], text[:5000], text), parent=page),
    ]
    for card in cards:
        card.show()
    for widget in (page, *page.findChildren(QWidget)):
        if widget.toolTip():
            QToolTip.showText(page.mapToGlobal(page.rect().center()), widget.toolTip(), page)
            QTest.qWait(1)
    page.list.search.setText(text[:100])
    settle(page)
    page.header.edit_title()
    QTest.keyClick(page.header.field, Qt.Key.Key_Right)
    page.grab()


def main(folder: Path, text: str) -> None:
    app = QApplication([])
    fonts.load()
    apply.wear("light", 100, reduced_motion=True)
    places = Places(folder / "data", folder / "cache")
    catalog = Catalog.open(places.catalog, places.backups)
    fill(catalog, text)
    bridge = Bridge()
    bridge.start(lambda emit: fake_service(places, emit, catalog))
    context = Context(bridge, catalog, places, Settings(), Notices())
    page = ChatPage(context)
    page.resize(1100, 760)
    page.show()
    page.arrive(None)
    show_everything(page, context, text)
    print("shown", len(page.messages.view.items()), flush=True)
    page.save()
    bridge.close()
    app.processEvents()
    catalog.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8"))
