"""The menus of the page: a new scene from a template or a file, and what to do with one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from engine.language import Language
from engine.scene.exchange.files import Form
from engine.scene.model import Scene
from engine.scene.starters import starters

translate = QCoreApplication.translate  # a name that lupdate looks for


def new_scene(
    parent: QWidget,
    language: Language,
    chosen: Callable[[Scene], None],
    ask_for_file: Callable[[], None],
) -> QMenu:
    """An empty scene, one of the starters, or one from a file."""
    menu = _menu(parent)
    blank = Scene(translate("SceneMenus", "New scene"), language)
    menu.addAction(translate("SceneMenus", "Empty scene")).triggered.connect(lambda: chosen(blank))
    menu.addSection(translate("SceneMenus", "Templates"))
    for scene in starters(language).values():
        menu.addAction(scene.title).triggered.connect(lambda _, scene=scene: chosen(scene))
    menu.addSeparator()
    menu.addAction(translate("SceneMenus", "Import a file…")).triggered.connect(ask_for_file)
    return menu


def of_scene(
    parent: QWidget,
    forms: dict[Form, str],
    acts: dict[str, Callable[[], None]],
    export: Callable[[Form], None],
) -> QMenu:
    """``acts`` by the words of their lines; a menu of forms to export below them."""
    menu = _menu(parent)
    for words, act in acts.items():
        menu.addAction(words).triggered.connect(act)
    menu.addSeparator()
    inner = menu.addMenu(translate("SceneMenus", "Export"))
    for form, words in forms.items():
        inner.addAction(words).triggered.connect(lambda _, form=form: export(form))
    return menu


def _menu(parent: QWidget) -> QMenu:
    made = QMenu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made
