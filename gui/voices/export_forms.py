"""The forms in which a voice leaves: how each is called, how its file ends, what it carries."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from adapters.voice.exchange.recognise import SUFFIX, Form

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ExportForm:
    """``ending`` is that of the file; a folder has none."""

    form: Form
    name: str
    ending: str
    carries: str


def forms() -> list[ExportForm]:
    """The whole voice first, then what other programs read."""
    return [_archive(), *_peft(), _gguf()]


def form(wanted: Form) -> ExportForm:
    return next(one for one in forms() if one.form == wanted)


def _archive() -> ExportForm:
    return ExportForm(
        Form.ARCHIVE,
        translate("ExportForms", "Whole, for Timbre (.timbre-voice)"),
        SUFFIX,
        translate(
            "ExportForms",
            "All versions with card, tags, training history, verdicts and a hash of each file. "
            "It holds no note, but the notes’ names, the path of their folder, the sample "
            "replies made while it learned, and whatever a verdict quotes. Look before you give "
            "it away.",
        ),
    )


def _peft() -> list[ExportForm]:
    return [
        ExportForm(
            Form.PEFT,
            translate("ExportForms", "PEFT folder"),
            "",
            translate(
                "ExportForms",
                "The current version alone: its weights and settings, the names of voice and "
                "model. No history, and nothing about your notes. For peft and most programs "
                "that train or run models.",
            ),
        ),
        ExportForm(
            Form.PEFT_ZIP,
            translate("ExportForms", "PEFT as zip"),
            ".zip",
            translate("ExportForms", "The same two files as one zip, to send or to upload."),
        ),
    ]


def _gguf() -> ExportForm:
    return ExportForm(
        Form.GGUF,
        translate("ExportForms", "GGUF for llama.cpp"),
        ".gguf",
        translate(
            "ExportForms",
            "The current version alone, as one LoRA file with the names of voice and model. It "
            "works beside a GGUF of the same model.",
        ),
    )
