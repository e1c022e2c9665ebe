"""Opens the list of voices where it is asked for, and the editor of blends from it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adapters.catalog import blends, voices
from adapters.catalog.records import Blend, Voice
from adapters.errors import UserError
from gui import background
from gui.chat.composer.blend_editor import Answer, BlendEditor, Parts
from gui.chat.composer.voice_picker import VoicePicker
from gui.chat.speaker import Key, Speaker, everyone
from gui.context import Context
from gui.translate import words

Then = Callable[[Speaker], None]


class VoiceChoice(QObject):
    """Reads the voices off the GUI thread, then shows them over ``anchor``."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._catalog, self._bridge = context.catalog, context.bridge

    def open(self, anchor: QWidget, now: Key, then: Then) -> None:
        """``now`` is ticked; ``then`` is told who was chosen, None: the model itself."""
        background.run(
            lambda: everyone(self._catalog),
            lambda found: self._show(anchor, found, now, then),
            owner=anchor,
        )

    def edit(self, anchor: QWidget, blend: Blend) -> None:
        """Change a blend that is kept, wherever it is listed."""
        background.run(
            lambda: voices.everything(self._catalog),
            lambda found: self._edit(anchor, found, blend, lambda _: None),
            owner=anchor,
        )

    def _show(self, anchor: QWidget, found: list[Voice | Blend], now: Key, then: Then) -> None:
        picker = VoicePicker(anchor, found, self._bridge.model, now)
        picker.chosen.connect(then)
        known = [one for one in found if isinstance(one, Voice)]
        picker.edit_wanted.connect(lambda blend: self._edit(anchor, known, blend, then))
        picker.open_above(anchor)

    def _edit(self, anchor: QWidget, known: list[Voice], blend: Blend | None, then: Then) -> None:
        """Change a blend, or make one; who saves it wants to speak with it."""
        model = self._bridge.model

        def save(name: str, parts: Parts, answer: Answer) -> None:
            self._save(blend, name, parts, answer)

        editor = BlendEditor(anchor, known, model.fingerprint if model else None, blend, save)
        editor.saved.connect(then)
        if blend is not None:
            editor.delete_wanted.connect(lambda: self.delete(blend))
        editor.open_above(anchor)

    def _save(self, blend: Blend | None, name: str, parts: Parts, answer: Answer) -> None:
        def write() -> Blend:
            if blend is None:
                return blends.add(self._catalog, name, parts)
            return blends.change(self._catalog, blend.id, name, parts)

        def refused(error: UserError) -> None:
            answer(f"{words(error.why)} {words(error.next_step)}")

        self._context.writer.put(write, lambda saved: self._saved(saved, answer), refused)

    def _saved(self, blend: Blend, answer: Answer) -> None:
        answer(blend)
        self._context.news.voices.emit()

    def delete(self, blend: Blend) -> None:
        """To the trash, with a way back."""
        undo = self.tr("The blend “{name}” was moved to the trash").format(name=blend.name)
        self._context.writer.put(
            lambda: blends.trash(self._catalog, blend.id),
            lambda _: self._deleted(undo, blend),
        )

    def _deleted(self, undo: str, blend: Blend) -> None:
        self._context.news.voices.emit()
        self._context.notices.toast(
            undo,
            lambda: self._context.writer.put(
                lambda: blends.restore(self._catalog, blend.id),
                lambda _: self._context.news.voices.emit(),
            ),
        )
