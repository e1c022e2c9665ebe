"""Tags of voices, and where voices were used."""

from collections.abc import Callable

from adapters.catalog import conversations, messages, tags, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import SpokenPart, Voice

AddVoice = Callable[..., Voice]


def test_tags_are_kept_once_and_sorted(catalog: Catalog, add_voice: AddVoice) -> None:
    anna, boris = add_voice("Anna"), add_voice("Boris")
    tags.put(catalog, anna.id, [" winter  letters ", "Garden", "garden", ""])
    assert tags.of_voices(catalog) == {anna.id: ("Garden", "winter letters")}
    tags.put(catalog, anna.id, ["ёлка"])
    tags.put(catalog, boris.id, ["x" * 90])
    assert tags.of_voices(catalog) == {anna.id: ("ёлка",), boris.id: ("x" * tags.LONGEST,)}
    tags.put(catalog, boris.id, (str(number) for number in range(50)))
    assert len(tags.of_voices(catalog)[boris.id]) == tags.MOST
    tags.put(catalog, boris.id, [])
    assert boris.id not in tags.of_voices(catalog)


def test_where_a_voice_spoke(catalog: Catalog, add_voice: AddVoice) -> None:
    anna, boris = add_voice("Anna"), add_voice("Boris")
    assert conversations.count_with_voice(catalog, anna.id) == 0
    first, second, third = (conversations.create(catalog, "").id for _ in range(3))
    messages.add(catalog, first, None, "assistant", "x", voice=anna.id)
    part = SpokenPart(anna.id, anna.version.id, "Anna", "rust", 0.5)
    other = SpokenPart(boris.id, boris.version.id, "Boris", "rust", 0.7)
    messages.add(
        catalog,
        second,
        None,
        "assistant",
        "x",
        blend_name="Both",
        blend=(part, other),
        strength=1.0,
    )
    messages.add(catalog, third, None, "assistant", "x", voice=boris.id)
    assert conversations.count_with_voice(catalog, anna.id) == 2
    newest = conversations.page(catalog, 1, voice=anna.id)
    assert [talk.id for talk in newest] == [second]
    after = (newest[0].updated, second)
    assert [talk.id for talk in conversations.page(catalog, 1, after, anna.id)] == [first]
    conversations.trash(catalog, second)
    assert conversations.count_with_voice(catalog, anna.id) == 1
    assert [talk.id for talk in conversations.page(catalog, voice=anna.id)] == [first]
    assert voices.get(catalog, anna.id).name == "Anna"
