"""Files of older versions become those of this one; those of newer ones are refused."""

from collections.abc import Callable, Mapping
from typing import Any

from adapters.wording import phrase
from engine.scene.format.refusal import UnreadableError

FORMAT = "timbre-scene"
VERSION = 1
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
# From each older version to the next; append-only. Version 1 is the first.
UPGRADES: Mapping[int, Upgrade] = {}


def current(
    values: dict[str, Any], version: int = VERSION, upgrades: Mapping[int, Upgrade] = UPGRADES
) -> dict[str, Any]:
    """The values as this version writes them; one written by hand may leave its version out.

    Raises ``UnreadableError`` for another format or a newer version.
    """
    if values.get("format", FORMAT) != FORMAT:
        raise UnreadableError(phrase("scene", "It is a file of another kind."))
    found = values.get("version", version)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise UnreadableError(phrase("scene", "Its version is no whole number."))
    if found > version:
        raise UnreadableError(
            phrase(
                "scene",
                "It was written by a newer Timbre (version {found} of the format; this one"
                " knows {known}). Update Timbre to open it.",
                found=found,
                known=version,
            )
        )
    for step in range(found, version):
        values = upgrades[step](values)
    return values
