"""What an example answers, in words."""

from PySide6.QtCore import QCoreApplication

from adapters.notes.example import Asked


def asked_words(asked: Asked) -> str:
    return {
        "title": QCoreApplication.translate("Asked", "Answers the title of the note."),
        "heading": QCoreApplication.translate("Asked", "Answers a heading of the note."),
        "note": QCoreApplication.translate("Asked", "Answers a question that stands in the note."),
        "talk": QCoreApplication.translate(
            "Asked", "Your turns, after what was said before each."
        ),
        "model": QCoreApplication.translate(
            "Asked", "Answers a question that the model wrote for it."
        ),
        "nobody": QCoreApplication.translate(
            "Asked", "Answers nothing: the text alone, so that your manner is learned as well."
        ),
    }[asked]
