"""Which scene a conversation is played in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from adapters.catalog import scenes
from adapters.catalog.database import Catalog

MOST = 30


def offer_scenes(
    parent: QWidget, catalog: Catalog, now: int | None, choose: Callable[[int | None], None]
) -> QMenu:
    """A menu of the kept scenes; the one that is played now is marked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    none = menu.addAction(menu.tr("No scene"))
    none.setCheckable(True)
    none.setChecked(now is None)
    none.triggered.connect(lambda: choose(None))
    menu.addSeparator()
    for kept in scenes.everything(catalog)[:MOST]:
        action = menu.addAction(kept.title or menu.tr("Scene without a title"))
        action.setCheckable(True)
        action.setChecked(kept.id == now)
        action.triggered.connect(lambda _=False, id=kept.id: choose(id))
    return menu
