"""Replies by several voices at once, with the tiny model."""

import pytest

from adapters.catalog import blends, conversations, messages, voices
from adapters.catalog.records import Model, Voice
from adapters.errors import UserError
from engine.blends import as_it_spoke, blend_of
from engine.jobs.models import ensure_model
from engine.jobs.reply import ask, reply
from engine.jobs.state import State
from engine.jobs.voices import put_on
from engine.messages import Answer, Ask, Blended, Part, Reply, Sampling, SpokenVoice
from tests.engine.jobs.running import finish
from tests.engine.jobs.voices import make_voice

SAMPLING = Sampling(max_tokens=12, seed=1)


@pytest.fixture
def pair(state: State, tiny: Model) -> tuple[Voice, Voice]:
    return make_voice(state, tiny, "Garden", seed=1), make_voice(state, tiny, "Letters", seed=2)


def blend(*parts: tuple[Voice, float]) -> Blended:
    return Blended("Both", tuple(Part(voice.id, strength) for voice, strength in parts))


def asked(state: State, made: Blended, strength: float = 1.0) -> Answer:
    answer: Answer = finish(ask(state, Ask("Hello", "", None, strength, SAMPLING, made)))
    return answer


def alone(state: State, voice: Voice | None, strength: float = 1.0) -> str:
    number = voice.id if voice else None
    text: str = finish(ask(state, Ask("Hello", "", number, strength, SAMPLING))).text
    return text


def test_a_blend_speaks_with_all_its_voices(state: State, pair: tuple[Voice, Voice]) -> None:
    one, other = pair
    answer = asked(state, blend((one, 0.6), (other, 0.4)))
    assert (answer.voice, answer.strength) == ("Both", 1.0)
    assert answer.blend == (SpokenVoice("Garden", 0.6), SpokenVoice("Letters", 0.4))
    texts = {alone(state, one, 0.6), alone(state, other, 0.4), alone(state, None), answer.text}
    assert len(texts) == 4
    assert asked(state, blend((other, 0.4), (one, 0.6))).text == answer.text
    assert voices.get(state.catalog, other.id).last_used is not None


def test_what_is_silent_changes_nothing(state: State, pair: tuple[Voice, Voice]) -> None:
    """One voice that is left is that voice, and none is the base, bit for bit."""
    one, other = pair
    assert asked(state, blend((one, 0.7), (other, 0.0))).text == alone(state, one, 0.7)
    assert asked(state, blend((one, 0.7), (other, 0.4)), strength=0.0).text == alone(state, None)
    doubled = asked(state, blend((one, 0.5), (other, 0.5)), strength=2.0)
    assert doubled.text == asked(state, blend((one, 1.0), (other, 1.0))).text


def test_pasts_know_each_part(state: State, pair: tuple[Voice, Voice]) -> None:
    loaded = finish(ensure_model(state))
    one, other = pair
    keys = {
        put_on(state, loaded, None, strength, made).key("f")
        for made in (
            blend((one, 0.5), (other, 0.5)),
            blend((one, 0.5), (other, 0.4)),
            blend((one, 0.5)),
            blend((one, 0.5), (one, 0.5)),
        )
        for strength in (1.0, 0.5, 0.0)
    }
    assert len(keys) == 9  # all at strength 0 are the base, and 0.5 doubled is as its half


def test_few_blends_are_kept_in_memory(state: State, pair: tuple[Voice, Voice]) -> None:
    loaded = finish(ensure_model(state))
    one, other = pair
    sizes = []
    for step in range(1, 7):
        put_on(state, loaded, None, 1.0, blend((one, step / 10), (other, 1.0)))
        sizes.append(state.footprint().voices)
    assert len(loaded.blends) == 2
    assert sizes[-1] == sizes[2]


def test_a_reply_keeps_its_parts_and_can_be_said_again(
    state: State, pair: tuple[Voice, Voice]
) -> None:
    one, other = pair
    talk = conversations.create(state.catalog, "")
    question = messages.add(state.catalog, talk.id, None, "owner", "Hello").id
    command = Reply(question, None, 0.5, SAMPLING, blend((other, 0.4), (one, 1.6)))
    answer = finish(reply(state, command))
    row = messages.get(state.catalog, answer.message)
    assert (row.voice, row.voice_name, row.strength) == (None, "Both", 0.5)
    assert [(p.name, p.version, p.strength) for p in row.blend] == [
        ("Letters", other.version.id, 0.4),
        ("Garden", one.version.id, 1.6),
    ]
    assert row.colour == one.colour
    again = Reply(question, None, 0.5, SAMPLING, as_it_spoke("Both", row.blend))
    assert finish(reply(state, again)).text == answer.text
    assert conversations.get(state.catalog, talk.id).colours == ("indigo",)


def test_a_blend_without_one_of_its_voices_says_so(
    state: State, pair: tuple[Voice, Voice]
) -> None:
    kept = blends.add(state.catalog, "Evening", [(pair[0].id, 0.5), (pair[1].id, 0.5)])
    assert blend_of(kept) == Blended("Evening", (Part(pair[0].id, 0.5), Part(pair[1].id, 0.5)))
    voices.trash(state.catalog, pair[1].id)
    with pytest.raises(UserError, match="Letters"):
        blend_of(blends.get(state.catalog, kept.id))
    with pytest.raises(UserError, match="not there any more"):
        asked(state, blend((pair[0], 1.0), (pair[1], 1.0)))


def test_a_part_of_another_model_is_refused(state: State, tiny: Model) -> None:
    own = make_voice(state, tiny, "Own", seed=1)
    foreign = make_voice(state, tiny, "Foreign", seed=2, fingerprint="0" * 64)
    before = alone(state, own)
    with pytest.raises(UserError, match="Foreign"):
        asked(state, blend((own, 1.0), (foreign, 1.0)))
    assert alone(state, own) == before
