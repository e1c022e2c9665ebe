"""The part of the fake engine that exports and imports voices."""

from pathlib import Path

from adapters.wording import phrase
from engine.messages import ExportVoice, ImportVoice, Preparing, VoiceExported, VoiceImported
from engine.worker import Steps
from tests.fake_rows import MODEL, FakeRows


class FakeExchange:
    """What is exported is a file with the form's name in it; what is imported has no past."""

    _rows: FakeRows

    def _export(self, command: ExportVoice) -> Steps:
        yield Preparing(phrase("progress", "Writing the voice"))
        name = self._rows.voice_name(command.voice) or "Voice"
        Path(command.path).write_text(command.form, encoding="utf-8")
        return VoiceExported(command.voice, name, command.path, len(command.form))

    def _import(self, command: ImportVoice) -> Steps:
        yield Preparing(phrase("progress", "Looking at the voice"))
        name = command.name or Path(command.path).stem
        voice = self._rows.add_imported(name)
        assumed = phrase(
            "exchange",
            "It does not say which model it was made for; its shapes fit “{base}”.",
            base=MODEL,
        )
        return VoiceImported(voice, name, f"v{voice}", MODEL, True, assumed, 1, 1_900)
