"""The lines of text on a card, and the whole card in one sentence for a screen reader."""

from PySide6.QtCore import QCoreApplication

from gui import figures
from gui.chat.thread.footer import strength
from gui.voices.card import Card, CardPart


def amount(card: Card) -> str:
    """Size and notes: "3.1 MiB · trained on 412 notes"."""
    if card.is_blend:
        return QCoreApplication.translate("VoiceCard", "%n voices", "", len(card.parts))
    if card.state is not None:
        return (
            ""
            if not card.notes
            else QCoreApplication.translate("VoiceCard", "%n notes", "", card.notes)
        )
    size = figures.size(card.bytes or 0)
    if not card.new_notes:
        notes = QCoreApplication.translate("VoiceCard", "trained on %n notes", "", card.notes)
        return f"{size} · {notes}"
    notes = QCoreApplication.translate("VoiceCard", "%n notes", "", card.notes)
    new = QCoreApplication.translate("VoiceCard", "%n new", "", card.new_notes)
    return f"{size} · {notes} · {new}"


def base(card: Card) -> str:
    """The model that it speaks through, why it cannot now, and the owner's tags."""
    model = card.model_name
    if card.elsewhere:
        model = QCoreApplication.translate("VoiceCard", "for {model}, not loaded").format(
            model=model
        )
    return " · ".join([model, *card.tags])


def used(card: Card) -> str:
    if card.used is None:
        return QCoreApplication.translate("VoiceCard", "not used yet")
    return QCoreApplication.translate("VoiceCard", "used {ago}").format(ago=figures.ago(card.used))


def progress(card: Card) -> str:
    if not card.steps:
        return QCoreApplication.translate("VoiceCard", "reading the notes")
    return QCoreApplication.translate("VoiceCard", "step {step} of {steps}").format(
        step=figures.whole(card.step), steps=figures.whole(card.steps)
    )


def state(card: Card) -> str:
    """What an unfinished run is doing."""
    if card.state == "running" and card.seconds_left is not None and card.steps:
        return QCoreApplication.translate("VoiceCard", "training, {time} left").format(
            time=figures.duration(card.seconds_left)
        )
    return {
        "queued": QCoreApplication.translate("VoiceCard", "waiting for its turn"),
        "running": QCoreApplication.translate("VoiceCard", "training"),
        "paused": QCoreApplication.translate("VoiceCard", "paused, nothing is lost"),
        "interrupted": QCoreApplication.translate("VoiceCard", "interrupted, can be resumed"),
        "failed": QCoreApplication.translate("VoiceCard", "stopped by a problem"),
    }[card.state or "running"]


def about_blend(card: Card) -> str:
    """What it is, or why it cannot speak."""
    translate = QCoreApplication.translate
    if card.missing:
        gone = translate("VoiceCard", "cannot speak, {names} deleted")
        return gone.format(names=", ".join(card.missing))
    if card.elsewhere:
        return translate("VoiceCard", "for {model}, not loaded").format(model=card.model_name)
    return translate("VoiceCard", "%n voices speak as one", "", len(card.parts))


def part(part: CardPart) -> str:
    """One voice of a blend, for a screen reader."""
    return f"{part.name} {strength(part.strength)}"


def spoken(card: Card) -> str:
    """The whole card, for a screen reader."""
    parts = [card.name, card.description, base(card), amount(card)]
    if card.is_blend:
        parts = [card.name, about_blend(card), *map(part, card.parts), used(card)]
    elif card.state is None:
        parts += [card.verdict.sentence() if card.verdict else "", used(card)]
    else:
        parts += [progress(card), state(card)]
    return ", ".join(part for part in parts if part)


def summary(cards: list[Card]) -> str:
    """Under the title: "6 voices, 20.8 MiB"."""
    voices = [card for card in cards if card.is_voice]
    count = QCoreApplication.translate("VoiceCard", "%n voices", "", len(voices))
    total = sum(card.bytes or 0 for card in voices)
    return f"{count}, {figures.size(total)}" if total else count
