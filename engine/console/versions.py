"""``voices versions`` and ``voices delete-version``: what a voice was, and one of it less."""

from argparse import Namespace

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice, VoiceVersion
from adapters.errors import UserError
from adapters.wording import phrase
from engine.console import screen
from engine.console.asking import voice_named
from engine.console.desk import Desk, at_desk
from engine.console.listing import reading, show
from engine.console.work import run
from engine.messages import DeleteVersion
from engine.owner import Makers
from engine.places import Places


def list_versions(arguments: Namespace, places: Places, _: Makers) -> int:
    """Every version of a voice that is not in the trash, oldest first."""
    with reading(places) as catalog:
        voice = voice_named(catalog, arguments.voice)
        found = reversed(voices.versions(catalog, voice.id))
        numbers = {version.id: version.number for version in voices.versions(catalog, voice.id)}
        rows = [_row(version, voice, places, numbers) for version in found]
    show(
        "versions",
        rows,
        arguments.json,
        ("version", "current", "notes", "perplexity_before", "perplexity_after", "adapter_bytes"),
    )
    return 0


def delete_version(arguments: Namespace, places: Places, makers: Makers) -> int:
    """Move one version to the trash; 0, or raises ``UserError`` with the reason."""

    def work(desk: Desk) -> int:
        voice = voice_named(desk.catalog, arguments.voice)
        version = _numbered(desk.catalog, voice, arguments.number)
        run(desk.begin, DeleteVersion(version.id), lambda _: None)
        if arguments.json:
            screen.print_json({"voice": voice.name, "version": version.number, "deleted": True})
        else:
            screen.say(
                phrase(
                    "console",
                    "Version {number} of “{name}” was moved to the trash.",
                    number=version.number,
                    name=voice.name,
                )
            )
        return 0

    return at_desk(places, makers, work)


def _numbered(catalog: Catalog, voice: Voice, number: int) -> VoiceVersion:
    found = voices.versions(catalog, voice.id)
    for version in found:
        if version.number == number:
            return version
    raise UserError(
        phrase("errors", "“{name}” has no version {number}.", name=voice.name, number=number),
        phrase(
            "errors",
            "Its versions are: {numbers}",
            numbers=", ".join(str(version.number) for version in reversed(found)),
        ),
        phrase("errors", "Name one of them."),
    )


def _row(
    version: VoiceVersion, voice: Voice, places: Places, numbers: dict[int, int]
) -> dict[str, object]:
    """``parent`` is None where the version that it went on from was deleted."""
    return {
        "version": version.number,
        "current": version.id == voice.version.id,
        "parent": numbers.get(version.parent or 0),
        "path": str(places.voices / version.path),
        "notes": version.notes,
        "perplexity_before": version.perplexity_before,
        "perplexity_after": version.perplexity_after,
        "adapter_bytes": version.bytes,
        "run": version.run,
        "origin": version.origin,
        "created": version.created.isoformat(timespec="seconds"),
    }
