"""The pages by name. Each is imported when it is first shown: the first paint must not wait
for charts, markdown and syntax colouring."""

from collections.abc import Callable

from gui.context import Context
from gui.page import Page


def _chat(context: Context) -> Page:
    from gui.chat.page import ChatPage  # noqa: PLC0415 - see above

    return ChatPage(context)


def _voices(context: Context) -> Page:
    from gui.voices.page import VoicesPage  # noqa: PLC0415 - see above

    return VoicesPage(context)


def _scenes(context: Context) -> Page:
    from gui.scenes.page import ScenesPage  # noqa: PLC0415 - see above

    return ScenesPage(context)


def _models(context: Context) -> Page:
    from gui.models.page import ModelsPage  # noqa: PLC0415 - see above

    return ModelsPage(context)


def _settings(context: Context) -> Page:
    from gui.settings.page import SettingsPage  # noqa: PLC0415 - see above

    return SettingsPage(context)


def _first_run(context: Context) -> Page:
    from gui.first_run.page import FirstRunPage  # noqa: PLC0415 - see above

    return FirstRunPage(context)


PAGES: dict[str, Callable[[Context], Page]] = {
    "chat": _chat,
    "voices": _voices,
    "scenes": _scenes,
    "models": _models,
    "settings": _settings,
    "first_run": _first_run,
}
