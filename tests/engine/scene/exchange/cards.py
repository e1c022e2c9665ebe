"""Cards and books as other programs write them, for examples and for property tests."""

from typing import Any

from hypothesis import strategies as st

from tests.engine.scene.strategies import EXTRA, LISTS, TEXTS, VALUES

ENTRY: dict[str, Any] = {
    "id": 7,
    "keys": ["pier", "/stor(m|y)/i"],
    "secondary_keys": ["night"],
    "comment": "The pier",
    "content": "The pier is closed in winter.",
    "constant": False,
    "selective": True,
    "insertion_order": 50,
    "enabled": True,
    "position": "before_char",
    "extensions": {"probability": 40, "useProbability": True, "sticky": 3, "depth": 4},
}
V2: dict[str, Any] = {
    "spec": "chara_card_v2",
    "spec_version": "2.0",
    "name": "Ines",  # SillyTavern writes the first version's keys beside
    "description": "Harbour master.",
    "personality": "Dry.",
    "data": {
        "name": "Ines",
        "description": "Harbour master.",
        "personality": "Dry.",
        "scenario": "A storm outside.",
        "first_mes": "You are late, {{user}}.",
        "mes_example": "<START>\n{{user}}: Well?\n{{char}}: No.",
        "creator_notes": "Made for a test.",
        "system_prompt": "",
        "post_history_instructions": "Stay dry.",
        "alternate_greetings": ["Sit.", "Who is it?"],
        "tags": ["sea"],
        "creator": "me",
        "character_version": "1",
        "extensions": {"talkativeness": "0.5", "depth_prompt": {"depth": 4}},
        "character_book": {
            "name": "Harbour",
            "scan_depth": 2,
            "extensions": {},
            "entries": [ENTRY],
        },
    },
}
WORLD: dict[str, Any] = {
    "entries": {
        "0": {
            "uid": 0,
            "key": ["причал*", "пирс"],
            "keysecondary": [],
            "comment": "Причал",
            "content": "Зимой причал закрыт.",
            "constant": False,
            "disable": False,
            "order": 90,
            "position": 1,
            "probability": 100,
            "useProbability": True,
            "sticky": None,
            "scanDepth": 4,
            "group": "",
        },
        "5": {"uid": 5, "key": [], "comment": "", "content": "Идёт снег.", "constant": True},
    },
    "originalData": {"x": 1},
}

_numbers = st.integers(-3, 120) | st.none() | st.booleans() | TEXTS
_texts = st.dictionaries(
    st.sampled_from(
        [
            *("name", "description", "personality", "scenario", "first_mes", "mes_example"),
            *("system_prompt", "post_history_instructions", "creator_notes", "creator"),
        ]
    ),
    TEXTS,
)
_lists = st.lists(TEXTS | st.sampled_from(["/a+/i", "/b/gs", "c*", "/"]), max_size=3)


def _with(fixed: st.SearchStrategy[Any], **optional: st.SearchStrategy[Any]) -> Any:
    more = st.fixed_dictionaries({}, optional=optional)
    return st.builds(lambda a, b, c: {**c, **b, **a}, fixed, more, EXTRA)


_extensions = st.fixed_dictionaries(
    {},
    optional={
        "probability": _numbers,
        "useProbability": VALUES,
        "sticky": _numbers,
        "scan_depth": _numbers,
    },
)
entries = _with(
    st.fixed_dictionaries({"content": TEXTS}),
    keys=_lists | VALUES,
    name=TEXTS,
    comment=TEXTS,
    enabled=VALUES,
    constant=VALUES,
    priority=_numbers,
    use_regex=st.booleans(),
    extensions=_extensions | VALUES,
)
books = _with(st.fixed_dictionaries({"entries": st.lists(entries, max_size=2)}), name=TEXTS)
datas = st.builds(
    lambda texts, more: {**more, **texts},
    _texts,
    _with(
        st.just({}),
        alternate_greetings=LISTS.map(list) | VALUES,
        extensions=VALUES,
        character_book=books,
        tags=VALUES,
    ),
)
tops = st.fixed_dictionaries({}, optional={"name": TEXTS, "spec_version": TEXTS, "avatar": VALUES})
cards = st.one_of(
    st.builds(lambda data: {"name": "A", "first_mes": "", **data}, datas),
    st.builds(
        lambda top, data, spec: {**top, "spec": spec, "data": data},
        tops,
        datas,
        st.sampled_from(["chara_card_v2", "chara_card_v3"]),
    ),
)
world_entries = _with(
    st.fixed_dictionaries({"content": TEXTS}),
    key=_lists | VALUES,
    comment=TEXTS | VALUES,
    disable=VALUES,
    constant=VALUES,
    order=_numbers,
    probability=_numbers,
    useProbability=VALUES,
    sticky=_numbers,
    scanDepth=_numbers,
)
worlds = _with(
    st.fixed_dictionaries(
        {
            "entries": st.dictionaries(st.integers(0, 9).map(str), world_entries, max_size=3)
            | st.lists(world_entries, max_size=2)
        }
    ),
    name=TEXTS | VALUES,
)
