"""Runs and voices as facts: what was learned from, how, and how long it took."""

import json

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from adapters.catalog.records import Run, Voice
from adapters.voice.options import TrainingOptions
from gui import figures
from gui.reveal import short
from gui.voices.run.facts import Facts


def notes_of(run: Run) -> str:
    if not run.documents:
        return ""
    template = QCoreApplication.translate(
        "RunFacts", "{learned} learned from, {held_out} held out"
    )
    return template.format(
        learned=figures.whole(run.documents), held_out=figures.whole(run.held_out_documents)
    )


def settings_of(run: Run) -> str:
    """Rank, parts and learning rate of a run."""
    try:
        options = TrainingOptions.from_dict(json.loads(run.options))
    except (ValueError, TypeError):  # written by a version that knew other limits
        return ""
    template = QCoreApplication.translate(
        "RunFacts", "rank {rank} on {targets}, learning rate {rate}"
    )
    return template.format(
        rank=options.rank,
        targets=", ".join(options.kinds),
        rate=figures.short(options.learning_rate),
    )


def of_run(run: Run, tokens: int, speed: float, rate: float) -> Facts:
    """``tokens``, ``speed`` (tokens a second) and the learning ``rate`` as of now."""
    pace = QCoreApplication.translate("RunFacts", "{number} tokens/s")
    return [
        (QCoreApplication.translate("RunFacts", "Notes folder"), short(run.folder)),
        (QCoreApplication.translate("RunFacts", "Notes"), notes_of(run)),
        (QCoreApplication.translate("RunFacts", "Settings"), settings_of(run)),
        (
            QCoreApplication.translate("RunFacts", "Tokens so far"),
            figures.whole(tokens) if tokens else "",
        ),
        (
            QCoreApplication.translate("RunFacts", "Speed"),
            pace.format(number=figures.decimal(speed, 0)) if speed else "",
        ),
        (
            QCoreApplication.translate("RunFacts", "Learning rate now"),
            figures.short(float(f"{rate:.2g}")) if rate else "",
        ),
    ]


def of_voice(voice: Voice, run: Run | None) -> Facts:
    version = voice.version
    rank = QCoreApplication.translate("RunFacts", "{rank} on {targets}")
    made = QLocale().toString(
        QDate(version.created.astimezone().date()), QLocale.FormatType.LongFormat
    )
    return [
        (QCoreApplication.translate("RunFacts", "Base model"), voice.model_name),
        (
            QCoreApplication.translate("RunFacts", "Notes"),
            (notes_of(run) if run else "") or figures.whole(version.notes),
        ),
        (
            QCoreApplication.translate("RunFacts", "Notes folder"),
            short(run.folder) if run else "",
        ),
        (
            QCoreApplication.translate("RunFacts", "Rank"),
            rank.format(rank=version.rank, targets=", ".join(version.targets)),
        ),
        (QCoreApplication.translate("RunFacts", "Training"), _training(run) if run else ""),
        (QCoreApplication.translate("RunFacts", "Made"), made),
        (
            QCoreApplication.translate("RunFacts", "Origin"),
            QCoreApplication.translate("RunFacts", "imported")
            if version.origin == "imported"
            else "",
        ),
    ]


def _training(run: Run) -> str:
    template = QCoreApplication.translate("RunFacts", "{steps} steps, {tokens} tokens, {time}")
    return template.format(
        steps=figures.whole(run.step),
        tokens=figures.whole(run.tokens),
        time=figures.duration(run.seconds),
    )
