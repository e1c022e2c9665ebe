"""What the sampling settings are called, and what the makers of a model advise."""

from PySide6.QtCore import QCoreApplication

from engine.generation.drawing import DRAWN
from engine.messages import ModelChanged
from gui import figures


def sampling_words(name: str) -> tuple[str, str]:
    """What a sampling setting is called, and what it does."""
    return {
        "temperature": (
            QCoreApplication.translate("Sampling", "Temperature"),
            QCoreApplication.translate(
                "Sampling", "How freely words are chosen. At 0 always the likeliest."
            ),
        ),
        "top_p": (
            QCoreApplication.translate("Sampling", "Top-p"),
            QCoreApplication.translate("Sampling", "The share of likely words to choose from."),
        ),
        "min_p": (
            QCoreApplication.translate("Sampling", "Min-p"),
            QCoreApplication.translate(
                "Sampling", "The least chance of a word, against the likeliest. 0 is no limit."
            ),
        ),
        "repetition_penalty": (
            QCoreApplication.translate("Sampling", "Repetition penalty"),
            QCoreApplication.translate(
                "Sampling", "How much words already said are avoided. 1 is not at all."
            ),
        ),
        "top_k": (
            QCoreApplication.translate("Sampling", "Top-k"),
            QCoreApplication.translate(
                "Sampling", "The most words to choose from. 0 is no limit."
            ),
        ),
        "max_tokens": (
            QCoreApplication.translate("Sampling", "Longest reply"),
            QCoreApplication.translate("Sampling", "In tokens; a word is one or two."),
        ),
        "seed": (
            QCoreApplication.translate("Sampling", "Seed"),
            QCoreApplication.translate(
                "Sampling", "The same seed draws the same reply. 0 draws another each time."
            ),
        ),
    }[name]


def advice_words(model: ModelChanged | None) -> str:
    """Which values hold while a model's own are taken."""
    if model is None:
        return QCoreApplication.translate("Sampling", "Each model has values that suit it best.")
    told = [
        f"{sampling_words(name)[0].lower()} {figures.short(value)}"
        for name in DRAWN
        if (value := getattr(model.advised, name)) is not None
    ]
    if not told:
        return QCoreApplication.translate(
            "Sampling", "The makers of {name} say nothing, so the usual values hold."
        ).format(name=model.name)
    return f"{model.name}: {', '.join(told)}"
