"""What is said about a note beside what becomes of it."""

from PySide6.QtCore import QCoreApplication

from engine.messages import MaskedPlace, NoteFile
from gui.translate import words


def remark(file: NoteFile) -> str:
    """Why it is skipped; else whose decision it is, and what is hidden in it."""
    if file.reason is not None:
        return words(file.reason)
    parts = [QCoreApplication.translate("Remarks", "your decision")] if file.by_owner else []
    if file.masked and file.use != "skip":
        parts.append(_hidden(file))
    return ", ".join(parts)


def remark_icon(file: NoteFile) -> str | None:
    if file.by_owner:
        return "pencil"
    return "lock" if file.masked and file.use != "skip" else None


def details(file: NoteFile) -> str:
    """The remark in full: each hidden place by its kind and a few of its letters."""
    lines = [file.path, remark(file), *(f"{kind(one)} {one.form}" for one in file.masked)]
    return "\n".join(filter(None, lines))


def kind(masked: MaskedPlace) -> str:
    return {
        "password": QCoreApplication.translate("Remarks", "password"),
        "private key": QCoreApplication.translate("Remarks", "private key"),
        "key": QCoreApplication.translate("Remarks", "access key"),
        "card number": QCoreApplication.translate("Remarks", "card number"),
        "bank account": QCoreApplication.translate("Remarks", "bank account"),
    }.get(masked.kind, masked.kind)


def _hidden(file: NoteFile) -> str:
    count = len(file.masked)
    if file.unmasked:
        return QCoreApplication.translate("Remarks", "%n secrets learned", "", count)
    return QCoreApplication.translate("Remarks", "%n secrets hidden", "", count)
