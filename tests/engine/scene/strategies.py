"""Any scene at all, for property tests."""

from dataclasses import replace
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from engine.scene.fields import TYPES
from engine.scene.fields.child import Child
from engine.scene.fields.role import Role
from engine.scene.model import Field, FieldData, Link, LinkType, Mode, Scene, When, walk

# A slow machine is no fault of what is tested.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(PATIENT, max_examples=25)

# Letters, what means something to JSON, YAML and the wording, and what few files hold.
TEXTS = st.text("aё \n\t{}[]*&\"'\\:#-<|𝄞\x85\u2028\0", max_size=6)
NAMES = TEXTS.filter(bool)
FACTORS = st.floats(0, 1)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=3,
)
# No key of this version can begin so.
EXTRA = st.dictionaries(TEXTS.map(lambda text: f"~{text}"), VALUES, max_size=1)
LISTS = st.lists(TEXTS, max_size=2).map(tuple)

whens = st.builds(
    When,
    mode=st.sampled_from(get_args(Mode)),
    words=LISTS,
    patterns=LISTS,
    alike=st.none() | FACTORS,
    stays=st.integers(0, 1000),
    probability=FACTORS,
    extra=EXTRA,
)
_OTHER = [kind.data for kind in TYPES.values() if kind.data not in (Role, Child)]
datas: st.SearchStrategy[FieldData] = st.one_of(
    st.builds(
        Role,
        voice=st.none() | TEXTS,
        strength=st.floats(0, 2),
        played_by=st.sampled_from(["model", "owner"]),
        who=TEXTS,
        lines=LISTS,
        openings=LISTS,
    ),
    st.builds(Child, text=TEXTS),
    *(st.builds(kind, text=TEXTS) for kind in _OTHER),
)
_leaves = st.builds(
    Field,
    id=st.just("?"),
    data=datas,
    title=TEXTS,
    when=whens,
    priority=st.integers(-100, 100),
    place=st.none() | st.tuples(FACTORS, FACTORS),
    folded=st.booleans(),
    extra=EXTRA,
)
_trees = st.recursive(
    _leaves,
    lambda inner: st.builds(
        lambda field, below: replace(field, fields=tuple(below)),
        _leaves,
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=3,
)


@st.composite
def scenes(draw: Any) -> Scene:
    trees = draw(st.lists(_trees, max_size=3))
    total = sum(1 for _ in walk(tuple(trees)))
    ids = draw(st.lists(NAMES, min_size=total + 2, max_size=total + 2, unique=True))
    named = iter(ids)
    fields = tuple(_named(one, named) for one in trees)
    known = ids[:total]
    links = ()
    if total > 1:
        label = draw(TEXTS)
        kind = draw(st.sampled_from(get_args(LinkType)))
        links = (Link(ids[total], known[0], known[-1], kind, label, draw(EXTRA)),)
    language = draw(st.sampled_from(["en", "ru"]))
    return Scene(draw(TEXTS), language, fields, links, draw(EXTRA))


def _named(field: Field, ids: Any) -> Field:
    id = next(ids)
    return replace(field, id=id, fields=tuple(_named(one, ids) for one in field.fields))
