"""Where cards stand that nobody has put anywhere: in rows by what they are, below those that have
a place. The same scene is always laid out the same way."""

from collections.abc import Iterator, Mapping, Sequence

from engine.scene.model import Field, Scene, walk

Place = tuple[float, float]  # the top left corner, in pixels at a text size of 100 %
Size = tuple[float, float]
GAP_X, GAP_Y, INSET, HEAD = 152.0, 56.0, 20.0, 36.0  # wide enough for a label between cards
MOST_IN_ROW = 3
_ROWS = ("setting", "mood", "text", "rule"), ("role",), ("goal", "relation", "memory", "example")


def is_open(field: Field) -> bool:
    """Whether the fields inside of it are shown, in a frame."""
    return bool(field.fields) and not field.folded


def shown(fields: Sequence[Field]) -> Iterator[Field]:
    """Every field with a card or a frame of its own, outer ones first."""
    for one in fields:
        yield one
        if is_open(one):
            yield from shown(one.fields)


def places(scene: Scene, sizes: Mapping[str, Size]) -> dict[str, Place]:
    """Of every card that is shown; frames have none, they lie around what is inside of them."""
    cards = (one for one in shown(scene.fields) if not is_open(one))
    found = {one.id: place for one in cards if (place := _place(one))}
    bottom = max((found[id][1] + sizes[id][1] for id in found), default=-GAP_Y)
    _lay_out(scene.fields, sizes, (0.0, bottom + GAP_Y), found)
    return found


def kept_places(
    scene: Scene, now: Mapping[str, Place], where: Mapping[str, Place]
) -> dict[str, Place]:
    """What is written down when cards go from where they are ``now`` to ``where``.

    The others are kept where they are, also those that nobody has put anywhere: they would be
    laid out anew around what moved. What is hidden in a card goes with it.
    """
    kept = {**now, **where}
    for one in shown(scene.fields):
        if one.id in where and not is_open(one):
            by = where[one.id][0] - now[one.id][0], where[one.id][1] - now[one.id][1]
            inner = ((two.id, two.place) for two in walk(one.fields))
            kept |= {id: (at[0] + by[0], at[1] + by[1]) for id, at in inner if at}
    return kept


def _place(card: Field) -> Place | None:
    """Its own, else that of what is hidden in it."""
    inner = [one.place for one in walk(card.fields) if one.place]
    if card.place or not inner:
        return card.place
    return min(x for x, _ in inner), min(y for _, y in inner)


def _lay_out(
    fields: Sequence[Field], sizes: Mapping[str, Size], at: Place, found: dict[str, Place]
) -> Size:
    """Put those without a place from ``at`` on; the room that they take."""
    width, y = 0.0, at[1]
    for row in _rows(fields):
        x, height = at[0], 0.0
        for one in row:
            size = _put(one, sizes, (x, y), found)
            if size is not None:
                x, height = x + size[0] + GAP_X, max(height, size[1])
        if height:
            width, y = max(width, x - GAP_X - at[0]), y + height + GAP_Y
    return width, max(0.0, y - GAP_Y - at[1])


def _put(
    field: Field, sizes: Mapping[str, Size], at: Place, found: dict[str, Place]
) -> Size | None:
    if is_open(field):
        inner = _lay_out(field.fields, sizes, (at[0] + INSET, at[1] + HEAD), found)
        return (inner[0] + 2 * INSET, inner[1] + HEAD + INSET) if inner[0] else None
    if field.id in found:
        return None
    found[field.id] = at
    return sizes[field.id]


def _rows(fields: Sequence[Field]) -> Iterator[Sequence[Field]]:
    """Settings and moods above the roles, what they want below, child scenes last."""
    known = {type for row in _ROWS for type in row}
    rows = [[one for one in fields if one.type in row] for row in _ROWS]
    rows.append([one for one in fields if one.type not in known])
    for row in rows:
        for start in range(0, len(row), MOST_IN_ROW):
            yield row[start : start + MOST_IN_ROW]


def cards_inside(field: Field) -> tuple[str, ...]:
    """The ids of every card in a frame, at any depth."""
    inner = (one for one in walk(field.fields))
    return tuple(one.id for one in inner if not is_open(one))
