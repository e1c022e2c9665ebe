"""The versions of a voice as its page lists them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from adapters.catalog import learned_notes, voices
from adapters.catalog.database import Catalog
from adapters.catalog.learned_notes import Changes
from adapters.catalog.records import Voice, VoiceVersion
from gui import figures

translate = QCoreApplication.translate


@dataclass(frozen=True)
class VersionLine:
    """``before`` is the version that it went on from, ``changes`` what its notes differ by."""

    version: VoiceVersion
    is_current: bool
    before: VoiceVersion | None = None
    changes: Changes | None = None


def read(catalog: Catalog, voice: int) -> tuple[Voice, list[VersionLine]]:
    """The voice and its versions, newest first."""
    card = voices.get(catalog, voice)
    found = voices.versions(catalog, voice)
    by_id = {version.id: version for version in found}
    return card, [_line(catalog, card, version, by_id) for version in found]


def _line(
    catalog: Catalog, card: Voice, version: VoiceVersion, others: dict[int, VoiceVersion]
) -> VersionLine:
    before = others.get(version.parent or 0)
    changes = learned_notes.changes(catalog, version.id, before.id) if before else None
    return VersionLine(version, version.id == card.version.id, before, changes)


def measured(version: VoiceVersion) -> str:
    """ "24.5 → 15.1, −38 %": perplexity of the base and of the version on held-out notes."""
    before, after = version.perplexity_before, version.perplexity_after
    if not before or not after:
        return translate("Versions", "not measured")
    change = figures.percent(after / before - 1)
    return f"{figures.decimal(before)} → {figures.decimal(after)}, {change}"


def changed(line: VersionLine) -> str:
    """What is other than in the version before, in words; nothing where there is none."""
    if line.before is None:
        return ""
    told = [*_notes(line.changes), *_against(line.version, line.before)]
    since = translate("Versions", "since version {number}").format(number=line.before.number)
    return f"{since}: {', '.join(told)}" if told else since


def _notes(changes: Changes | None) -> list[str]:
    if changes is None:
        return []
    told = [
        (changes.added, translate("Versions", "%n notes added", "", changes.added)),
        (changes.changed, translate("Versions", "%n changed", "", changes.changed)),
        (changes.removed, translate("Versions", "%n removed", "", changes.removed)),
    ]
    return [words for count, words in told if count]


def _against(version: VoiceVersion, before: VoiceVersion) -> list[str]:
    """Perplexity against the version before; the notes held out may have become more."""
    if not version.perplexity_after or not before.perplexity_after:
        return []
    change = figures.percent(version.perplexity_after / before.perplexity_after - 1)
    return [translate("Versions", "perplexity {change}").format(change=change)]
