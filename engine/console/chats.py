"""``chats``: the conversations, one of them as a file, and those of other programs taken in."""

import argparse
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from adapters.catalog import conversations
from adapters.catalog.records import Conversation
from adapters.wording import Phrase, phrase
from engine.console import screen
from engine.console.desk import Desk, at_desk
from engine.console.drawing import whole
from engine.console.listing import reading, show
from engine.console.words import words
from engine.console.work import run
from engine.messages import ChatExported, ChatImported, ChatsImported, ExportChat, ImportChats
from engine.messages.chats import ChatForm
from engine.owner import Makers
from engine.places import Places

_ENDINGS: dict[str, ChatForm] = {".json": "json"}
_ALL = 1_000_000


def add(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add ``chats`` and its own commands; ``command`` is how the command line adds one."""
    listed = command(commands, "chats", list_chats, "list the conversations")
    acts = listed.add_subparsers(metavar="COMMAND")
    export = command(acts, "export", export_chat, "write a conversation to a file")
    export.add_argument("chat", metavar="CHAT", type=whole(1, 2**31 - 1), help="as listed")
    export.add_argument(
        "--format", choices=get_args(ChatForm), help="usual: json for a .json, else markdown"
    )
    export.add_argument("--to", metavar="PATH", required=True, help="must not be there yet")
    taken = command(acts, "import", import_chats, "take in chats of another program")
    taken.add_argument("path", metavar="PATH", help="ShareGPT, ChatML or SillyTavern; JSON, JSONL")


def list_chats(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every conversation that is not in the trash, oldest first."""
    with reading(places) as catalog:
        found = conversations.page(catalog, _ALL)
    show(
        "chats",
        [_row(one) for one in reversed(found)],
        arguments.json,
        ("chat", "title"),
        phrase("console", "There is no conversation yet."),
    )
    return 0


def export_chat(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Write a conversation; 0, or raises ``UserError`` or ``Stopped``."""
    # Made whole here: another process that does the work has another current folder.
    path = Path(arguments.to).expanduser().absolute()
    form = arguments.format or _ENDINGS.get(path.suffix.lower(), "markdown")
    you = words(phrase("console", "You"))
    command = ExportChat(arguments.chat, form, str(path), you)

    def work(desk: Desk) -> int:
        written: ChatExported = run(desk.begin, command, lambda _: None)
        if arguments.json:
            told = {"chat": written.conversation, "title": written.title, "format": form}
            screen.print_json(told | {"path": written.path, "bytes": written.bytes})
        else:
            screen.say(_written(written))
        return 0

    return at_desk(places, makers, work)


def import_chats(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Take chats in; 0, or raises ``UserError`` or ``Stopped``."""
    command = ImportChats(str(Path(arguments.path).expanduser().absolute()))

    def work(desk: Desk) -> int:
        progress = screen.Progress()
        try:
            taken: ChatsImported = run(desk.begin, command, progress.show)
        finally:
            progress.clear()
        if arguments.json:
            rows = [
                {"chat": one.conversation, "title": one.title, "messages": one.messages}
                for one in taken.chats
            ]
            screen.print_json({"path": taken.path, "chats": rows})
        else:
            for one in taken.chats:
                screen.say(_taken(one))
        return 0

    return at_desk(places, makers, work)


def _written(written: ChatExported) -> Phrase:
    return phrase(
        "console",
        "“{name}” lies in {path} ({size}).",
        name=written.title or str(written.conversation),
        path=written.path,
        size=screen.size(written.bytes),
    )


def _taken(one: ChatImported) -> Phrase:
    return phrase(
        "console", "Conversation {number}: {title}", number=one.conversation, title=one.title
    )


def _row(one: Conversation) -> dict[str, object]:
    return {
        "chat": one.id,
        "title": one.title,
        "created": one.created.isoformat(timespec="seconds"),
        "updated": one.updated.isoformat(timespec="seconds"),
    }
