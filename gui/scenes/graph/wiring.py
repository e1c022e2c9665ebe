"""Between which cards and frames the links are drawn."""

from collections.abc import Collection, Iterable, Iterator

from engine.scene.model import Field, Scene

Ends = tuple[str, str]


class Wiring:
    """A link to a field that is hidden ends at what the field is hidden in.

    ``seen`` are the ids of what is shown. Made anew for each scene, asked at each step of a drag.
    """

    def __init__(self, scene: Scene, seen: Collection[str]) -> None:
        self.stands_for = dict(_stands_for(scene.fields, seen, None))
        self.ends: dict[str, Ends] = {}
        self._at: dict[str, list[str]] = {}
        for link in scene.links:
            source = self.stands_for.get(link.source)
            target = self.stands_for.get(link.target)
            if source and target and source != target:
                self.ends[link.id] = (source, target)
                self._at.setdefault(source, []).append(link.id)
                self._at.setdefault(target, []).append(link.id)
        self._pairs = set(self.ends.values())

    def touching(self, ids: Iterable[str]) -> set[str]:
        """The links that begin or end at one of these."""
        return {link for id in ids for link in self._at.get(id, ())}

    def goes_back(self, link: str) -> bool:
        """Whether another link runs the other way between the same two."""
        source, target = self.ends[link]
        return (target, source) in self._pairs


def _stands_for(
    fields: tuple[Field, ...], seen: Collection[str], around: str | None
) -> Iterator[tuple[str, str | None]]:
    for one in fields:
        shown = one.id if one.id in seen else around
        yield one.id, shown
        yield from _stands_for(one.fields, seen, shown)
