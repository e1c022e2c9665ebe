"""A voice leaves, or comes from elsewhere: asked where, done by the engine, and told."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from adapters.voice.exchange.recognise import Form
from engine.messages import ExportVoice, ImportVoice, VoiceExported, VoiceImported
from gui.context import Context
from gui.file_names import file_name, free
from gui.reveal import short
from gui.translate import words
from gui.voices import export_forms
from gui.voices.card import Card
from gui.voices.export_card import ExportCard


class VoiceExchange(QObject):
    """Emits ``brought`` with the id of a voice that has come."""

    brought = Signal(int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def offer(self, card: Card, page: QWidget) -> None:
        """Say what each form carries; the one that is chosen is written."""
        choice = ExportCard(card.name, page)
        choice.chosen.connect(lambda form: self.export(card, form))
        choice.open_in_middle()

    def export(self, card: Card, form: Form) -> None:
        """Ask where, then write it there."""
        path = self._ask(card.name, form)
        if path is not None:
            # Of a file that is there already, the dialog has asked.
            command = ExportVoice(card.key[1], form.value, str(path), replace=True)
            self._context.bridge.submit(command, on_finished=self._exported, owner=self)

    def bring(self, path: Path) -> None:
        """Take a voice in. Why one is refused is told by the one place for messages."""
        self._context.bridge.submit(ImportVoice(str(path)), on_finished=self._imported, owner=self)

    def _ask(self, name: str, form: Form) -> Path | None:
        title = self.tr("Export “{name}”").format(name=name)
        window, home = QApplication.activeWindow(), Path.home()
        if form == Form.PEFT:
            chosen = QFileDialog.getExistingDirectory(window, title, str(home))
            return free(Path(chosen) / file_name(name)) if chosen else None
        ending = export_forms.form(form).ending
        start = str(home / f"{file_name(name)}{ending}")
        chosen = QFileDialog.getSaveFileName(window, title, start, f"*{ending}")[0]
        if not chosen:
            return None
        return Path(chosen) if chosen.endswith(ending) else free(Path(f"{chosen}{ending}"))

    def _exported(self, result: VoiceExported) -> None:
        told = self.tr("“{name}” was written to {path}")
        self._context.notices.toast(told.format(name=result.name, path=short(Path(result.path))))

    def _imported(self, result: VoiceImported) -> None:
        self._context.news.voices.emit()
        self.brought.emit(result.voice)
        told = self.tr("“{name}” was imported.").format(name=result.name)
        if result.assumed is not None:
            told = f"{told} {words(result.assumed)}"
        self._context.notices.toast(told)
