"""Scenes come from files and go into them; reading and writing are off the window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from adapters.errors import UserError
from adapters.wording import phrase
from engine.scene.exchange.files import Form, exported, import_scene
from engine.scene.format.files import write
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Scene
from gui import background
from gui.context import Context
from gui.file_names import file_name
from gui.reveal import short

SUFFIXES = (".json", ".png", ".yaml", ".yml")
ENDINGS: dict[Form, str] = {
    "scene": ".json",
    "card-v2": ".json",
    "card-v3": ".json",
    "png": ".png",
    "world": ".json",
}


def may_be_scene(path: Path) -> bool:
    """By its name alone; what is in it is looked at when it is read."""
    return path.is_file() and path.suffix.lower() in SUFFIXES


class SceneExchange(QObject):
    """Emits ``brought`` with a scene that has come."""

    brought = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def forms(self) -> dict[Form, str]:
        """What a scene can be written as, in the owner's words."""
        return {
            "scene": self.tr("Scene (JSON)…"),
            "card-v2": self.tr("Character card V2 (JSON)…"),
            "card-v3": self.tr("Character card V3 (JSON)…"),
            "png": self.tr("Character card (PNG)…"),
            "world": self.tr("World Info (JSON)…"),
        }

    def ask(self) -> None:
        """Let the owner choose a file."""
        kinds = " ".join(f"*{one}" for one in SUFFIXES)
        title, home = self.tr("Import a scene, a card or a lorebook"), str(Path.home())
        chosen = QFileDialog.getOpenFileName(self._page, title, home, kinds)[0]
        if chosen:
            self.bring(Path(chosen))

    def bring(self, path: Path) -> None:
        background.run(
            lambda: import_scene(path), self.brought.emit, failed=self._failed, owner=self
        )

    def export(self, scene: Scene, form: Form, role: str | None) -> None:
        """Ask where, then write it there."""
        ending = ENDINGS[form]
        start = str(Path.home() / f"{file_name(scene.title, 'scene')}{ending}")
        title = self.tr("Export “{name}”").format(name=scene.title)
        chosen = QFileDialog.getSaveFileName(self._page, title, start, f"*{ending}")[0]
        if chosen:
            path = Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")
            self.put(scene, form, path, role)

    def put(self, scene: Scene, form: Form, path: Path, role: str | None = None) -> None:
        background.run(
            lambda: _written(scene, form, path, role),
            lambda _: self._told(scene, path),
            failed=self._failed,
            owner=self,
        )

    def _told(self, scene: Scene, path: Path) -> None:
        told = self.tr("“{name}” was written to {path}")
        self._context.notices.toast(told.format(name=scene.title, path=short(path)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.notices.problem(error)


def _written(scene: Scene, form: Form, path: Path, role: str | None) -> None:
    try:
        data = exported(scene, form, role)
    except UnreadableError as error:
        raise UserError(
            phrase("scene", "“{name}” was not written.", name=path.name),
            error.why,
            phrase("scene", "Add a role, or export the scene in another form."),
        ) from error
    write(path, data)
