"""What can be gone to, and which of it matches some words."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QCoreApplication

from adapters.catalog import blends, conversations, models, scenes, search, voices
from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold
from adapters.catalog.records import Conversation, Hit
from gui.go_to.goal import KEYS_LIST, Goal
from gui.rail import ICONS
from gui.shortcuts import shown

translate = QCoreApplication.translate  # a name that lupdate looks for
NEWEST = 8  # conversations while nothing is typed
MOST = 12  # of one kind
HITS = 200  # places in conversations: one that is full of a word must not hide the others
MOST_LETTERS = 200  # of a title


def fixed() -> list[Goal]:
    """The pages and what can be begun; there without a catalog."""
    talk, voice = translate("GoTo", "New conversation"), translate("GoTo", "New voice")
    return [
        Goal(talk, shown("Ctrl+N"), "chat", "new", "square-pen"),
        Goal(voice, "", "voices", "new", "plus"),
        _page(translate("GoTo", "Chat"), "Ctrl+1", "chat"),
        _page(translate("GoTo", "Voices"), "Ctrl+2", "voices"),
        _page(translate("GoTo", "Scenes"), "Ctrl+3", "scenes"),
        _page(translate("GoTo", "Models"), "Ctrl+4", "models"),
        _page(translate("GoTo", "Settings"), "Ctrl+,", "settings"),
        Goal(translate("GoTo", "Keyboard"), shown("F1"), KEYS_LIST, None, "keyboard"),
    ]


def find(catalog: Catalog, words: str) -> list[Goal]:
    """Everything that matches all the words, the catalog's part read from the disk."""
    terms = fold(words).split()
    if not terms:
        newest = map(_conversation, conversations.page(catalog, limit=NEWEST))
        return [*fixed(), *newest]
    return [
        *_matching(fixed(), terms),
        *_matching(_voices(catalog), terms),
        *_matching(_blends(catalog), terms),
        *_matching(_scenes(catalog), terms),
        *_matching(_models(catalog), terms),
        *_each_once(search.find(catalog, words, limit=HITS)),
    ]


def _matching(goals: Iterable[Goal], terms: list[str]) -> Iterable[Goal]:
    return islice((goal for goal in goals if all(t in fold(goal.text) for t in terms)), MOST)


def _page(name: str, keys: str, page: str) -> Goal:
    return Goal(name, shown(keys), page, None, ICONS[page])


def _voices(catalog: Catalog) -> list[Goal]:
    kind = translate("GoTo", "voice")
    return [
        Goal(_line(voice.name), kind, "voices", ("voice", voice.id), colour=voice.colour)
        for voice in voices.everything(catalog)
    ]


def _blends(catalog: Catalog) -> list[Goal]:
    kind = translate("GoTo", "blend")
    return [
        Goal(_line(blend.name), kind, "voices", ("blend", blend.id), "layers")
        for blend in blends.everything(catalog)
    ]


def _scenes(catalog: Catalog) -> list[Goal]:
    kind = translate("GoTo", "scene")
    return [
        Goal(_line(scene.title), kind, "scenes", scene.id, ICONS["scenes"])
        for scene in scenes.everything(catalog)
    ]


def _models(catalog: Catalog) -> list[Goal]:
    kind = translate("GoTo", "model")
    return [
        Goal(_line(model.name), kind, "models", ("model", model.id), ICONS["models"])
        for model in models.everything(catalog)
    ]


def _each_once(hits: Iterable[Hit]) -> Iterable[Goal]:
    """Each conversation at its first hit, however many of its messages were found."""
    first: dict[int, Hit] = {}
    for hit in hits:
        first.setdefault(hit.conversation, hit)
    return map(_hit, islice(first.values(), MOST))


def _conversation(one: Conversation) -> Goal:
    return _talk(one.title, translate("GoTo", "conversation"), one.id)


def _hit(hit: Hit) -> Goal:
    """The conversation, at the message that holds the words where its title does not."""
    if hit.message is None:
        return _talk(hit.title, translate("GoTo", "conversation"), hit.conversation)
    return _talk(hit.title, translate("GoTo", "in a message"), hit.conversation, hit.message)


def _talk(title: str, kind: str, *place: int) -> Goal:
    shown_title = _line(title) or translate("GoTo", "New conversation")
    return Goal(shown_title, kind, "chat", ("conversation", *place), ICONS["chat"])


def _line(text: str) -> str:
    """On one line, and no longer than can be shown."""
    return " ".join(text[: 2 * MOST_LETTERS].split())[:MOST_LETTERS]
