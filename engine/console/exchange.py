"""``voices export`` and ``voices import``: a voice leaves, or comes from elsewhere."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from adapters.wording import Phrase, phrase
from engine.console import screen
from engine.console.asking import voice_named
from engine.console.desk import Desk, at_desk
from engine.console.work import run
from engine.messages import Command, ExportVoice, ImportVoice, VoiceExported, VoiceImported
from engine.owner import Makers
from engine.places import Places


def export_voice(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Write a voice; 0, or raises ``UserError`` or ``Stopped``."""

    def work(desk: Desk) -> int:
        voice = voice_named(desk.catalog, arguments.voice).id
        # Made whole here: another process that does the work has another current folder.
        path = str(Path(arguments.to).expanduser().absolute())
        written: VoiceExported = _done(desk, ExportVoice(voice, arguments.format, path))
        if arguments.json:
            screen.print_json(_exported(written, arguments.format))
        else:
            screen.say(
                phrase(
                    "console",
                    "“{name}” lies in {path} ({size}).",
                    name=written.name,
                    path=written.path,
                    size=screen.size(written.bytes),
                )
            )
        return 0

    return at_desk(places, makers, work)


def import_voice(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Take a voice in; 0, or raises ``UserError`` or ``Stopped``."""

    def work(desk: Desk) -> int:
        path = str(Path(arguments.path).expanduser().absolute())
        taken: VoiceImported = _done(desk, ImportVoice(path, arguments.name))
        if arguments.json:
            screen.print_json(_imported(taken))
        else:
            for sentence in _in_words(taken):
                screen.say(sentence)
        return 0

    return at_desk(places, makers, work)


def _done(desk: Desk, command: Command) -> Any:
    progress = screen.Progress()
    try:
        return run(desk.begin, command, progress.show)
    finally:
        progress.clear()


def _exported(written: VoiceExported, form: str) -> dict[str, object]:
    return {
        "voice": written.name,
        "format": form,
        "path": written.path,
        "bytes": written.bytes,
    }


def _imported(taken: VoiceImported) -> dict[str, object]:
    return {
        "voice": taken.name,
        "path": taken.path,
        "model": taken.model,
        "usable": taken.usable,
        "assumed": str(taken.assumed) if taken.assumed else None,
        "versions": taken.versions,
        "adapter_bytes": taken.adapter_bytes,
    }


def _in_words(taken: VoiceImported) -> list[Phrase]:
    told = [phrase("console", "“{name}” is here.", name=taken.name)]
    if taken.assumed is not None:
        told.append(taken.assumed)
    if taken.usable:
        told.append(phrase("console", 'Talk to it: ask --voice "{name}" "..."', name=taken.name))
    else:
        told.append(
            phrase("console", "It can speak once its model is here: {model}.", model=taken.model)
        )
    return told
