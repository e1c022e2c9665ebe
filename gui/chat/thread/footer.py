"""What stands below a reply: who spoke, how strongly, how fast, how much."""

from PySide6.QtCore import QCoreApplication

from adapters.catalog.records import Message
from gui import figures
from gui.chat.live_reply import LiveReply
from gui.translate import words

translate = QCoreApplication.translate
DOT = "\u2002·\u2002"


def speaker(voice_name: str | None, model_name: str | None) -> str:
    """The name over a reply."""
    return voice_name or model_name or translate("ChatFooter", "The model itself")


def made_by(message: Message) -> str:
    """ "Workbench, strength 0.8 · 22.6 tokens/s · 184 tokens in 8.1 s"."""
    parts = [_who(message.voice_name, message.model_name, message.strength)]
    if message.blend:
        parts = [_blend(message)]
    if message.tokens and message.seconds:
        parts.append(speed(message.tokens / message.seconds))
        spent = {"tokens": tokens(message.tokens), "seconds": figures.decimal(message.seconds)}
        parts.append(_tied(translate("ChatFooter", "{tokens} in {seconds} s").format(**spent)))
    ending = {
        "owner": translate("ChatFooter", "stopped"),
        "length": translate("ChatFooter", "as long as a reply may be"),
        "interrupted": translate("ChatFooter", "cut off"),
    }.get(message.stop or "")
    return DOT.join([*parts, *([ending] if ending else [])])


def scene_changed() -> str:
    return translate("ChatFooter", "The scene was changed before this.")


def writing(live: LiveReply, model_name: str | None) -> str:
    """What a reply that is not complete does just now."""
    if live.stopping:
        return translate("ChatFooter", "Stopping…")
    if live.stage is not None:
        done = [figures.part(live.fraction)] if live.fraction is not None else []
        return DOT.join([f"{words(live.stage)}…", *done])
    if live.text:
        rate, count = live.shown_speed
        name = speaker(live.voice_name, model_name)
        parts = [translate("ChatFooter", "{name} is writing").format(name=name)]
        return DOT.join([*parts, *([speed(rate), tokens(count)] if count else [])])
    if live.reading is not None and live.reading.done < live.reading.total:
        read = {
            "done": figures.whole(live.reading.done),
            "total": tokens(live.reading.total),
        }
        return translate("ChatFooter", "Reading {done} of {total}").format(**read)
    if live.reading is not None:
        return translate("ChatFooter", "Reading the conversation…")
    return translate("ChatFooter", "Waiting for its turn…")


def left_out(turns: int) -> str:
    return translate(
        "ChatFooter", "%Ln oldest turns did not fit into the context and were left out", "", turns
    )


def strength(value: float) -> str:
    """0.8, 0.85, 1.0: no more decimals than the slider's step needs."""
    return figures.decimal(value, 2 if round(value * 100) % 10 else 1)


def speed(rate: float) -> str:
    return _tied(translate("ChatFooter", "{rate} tokens/s").format(rate=figures.decimal(rate)))


def tokens(count: int) -> str:
    return _tied(translate("ChatFooter", "%Ln tokens", "", count))


def _who(voice: str | None, model: str | None, factor: float | None) -> str:
    if voice is None or factor is None:
        return speaker(voice, model)
    who = translate("ChatFooter", "{name}, strength {strength}")
    return who.format(name=voice, strength=strength(factor))


def _blend(message: Message) -> str:
    """ "Evening (Workbench 0.6 + Letters 0.4)"; also by how much all of it was multiplied."""
    parts = " + ".join(f"{part.name} {strength(part.strength)}" for part in message.blend)
    name = message.voice_name or ""
    named = name == " + ".join(part.name for part in message.blend)
    said = parts if named else f"{name} ({parts})"
    return said if message.strength in (None, 1.0) else _who(said, None, message.strength)


def _tied(text: str) -> str:
    return text.replace(" ", "\u00a0")
