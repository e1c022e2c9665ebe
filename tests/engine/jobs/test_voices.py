"""Putting voices on the loaded model and deleting them."""

from dataclasses import replace

import pytest

from adapters.catalog import voices
from adapters.catalog.records import Model
from adapters.errors import UserError
from engine.jobs.models import ensure_model
from engine.jobs.reply import ask
from engine.jobs.state import RunningTraining, State
from engine.jobs.stopping import stop_and_keep
from engine.jobs.voices import delete_version, delete_voice, put_on
from engine.messages import Ask, DeleteVersion, DeleteVoice, Done, Sampling, StopAndKeep
from tests.engine.jobs.running import finish
from tests.engine.jobs.voices import make_voice


def test_a_voice_of_another_model_is_refused_and_nothing_changes(
    state: State, tiny: Model
) -> None:
    own = make_voice(state, tiny, "Own", seed=1)
    foreign = make_voice(state, tiny, "Foreign", seed=2, fingerprint="0" * 64)
    question = Ask("Hello", "", own.id, 1.0, Sampling(max_tokens=12, seed=1))
    before = finish(ask(state, question)).text
    assert state.loaded is not None
    with pytest.raises(UserError, match=r"“Foreign” does not fit .* trained on Tiny"):
        put_on(state, state.loaded, foreign.id, 1.0)
    assert finish(ask(state, question)).text == before


def test_a_voice_whose_file_changed_is_refused(state: State, tiny: Model) -> None:
    voice = make_voice(state, tiny, "Bent", seed=1)
    file = state.places.voices / voice.version.path / "adapter_model.safetensors"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    loaded = finish(ensure_model(state))
    with pytest.raises(UserError, match="changed"):
        put_on(state, loaded, voice.id, 1.0)


def test_voices_at_hand_count_and_the_oldest_leave(state: State, tiny: Model) -> None:
    loaded = finish(ensure_model(state))
    assert state.footprint().voices == 0
    made = [make_voice(state, tiny, f"V{number}", seed=number) for number in range(10)]
    for voice in made:
        put_on(state, loaded, voice.id, 1.0)
    assert list(loaded.voices) == [voice.version.id for voice in made[-8:]]
    assert state.footprint().voices > 8 * made[0].version.bytes / 2


def test_a_deleted_voice_is_taken_off_and_answers_no_more(state: State, tiny: Model) -> None:
    voice = make_voice(state, tiny, "Gone", seed=1)
    sampling = Sampling(max_tokens=12, seed=1)
    base = finish(ask(state, Ask("Hello", "", None, 1.0, sampling))).text
    worn = finish(ask(state, Ask("Hello", "", voice.id, 1.0, sampling))).text
    assert base != worn
    assert finish(delete_voice(state, DeleteVoice(voice.id))) == Done()
    assert voices.get(state.catalog, voice.id).trashed is not None
    assert state.loaded is not None
    assert list(state.loaded.voices) == []
    with pytest.raises(UserError, match="not there any more"):
        finish(ask(state, Ask("Hello", "", voice.id, 1.0, sampling)))
    with pytest.raises(UserError, match="not there any more"):
        finish(delete_voice(state, DeleteVoice(voice.id)))


def test_a_deleted_version_is_taken_off_and_answers_no_more(state: State, tiny: Model) -> None:
    old = make_voice(state, tiny, "Two", seed=1)
    other = make_voice(state, tiny, "Other", seed=2)
    new = voices.add_version(
        state.catalog,
        run=None,
        name="Two",
        colour="rust",
        model_name=old.model_name,
        model_fingerprint=old.model_fingerprint,
        path=other.version.path,
        sha256=other.version.sha256,
        bytes=1,
        rank=4,
        targets=old.version.targets,
        perplexity_before=None,
        perplexity_after=None,
        notes=1,
        voice=old.id,
    )
    question = Ask("Hello", "", old.id, 1.0, Sampling(max_tokens=8, seed=1))
    now = finish(ask(state, question)).text
    before = replace(question, version=old.version.id)
    assert finish(ask(state, before)).text != now
    with pytest.raises(UserError, match="speaks as"):
        finish(delete_version(state, DeleteVersion(new.version.id)))
    assert finish(delete_version(state, DeleteVersion(old.version.id))) == Done()
    assert state.loaded is not None
    assert list(state.loaded.voices) == [new.version.id]
    with pytest.raises(UserError, match="not there any more"):
        finish(ask(state, before))
    assert finish(ask(state, question)).text == now
    assert (state.places.voices / old.version.path).is_dir()  # until the trash is emptied


def test_stop_and_keep_is_for_the_run_under_way(state: State) -> None:
    with pytest.raises(UserError, match="not running"):
        finish(stop_and_keep(state, StopAndKeep(1)))
    state.training = RunningTraining(run=1, step=3)
    with pytest.raises(UserError, match="not running"):
        finish(stop_and_keep(state, StopAndKeep(2)))
    assert finish(stop_and_keep(state, StopAndKeep(1))) == Done()
    assert state.training.stop_and_keep


def test_an_earlier_version_can_be_asked(state: State, tiny: Model) -> None:
    voice = make_voice(state, tiny, "Frost", 1)
    first = finish(ask(state, question(voice.id)))
    make_voice(state, tiny, "Frost again", 2, voice=voice.id)
    assert finish(ask(state, question(voice.id))).text != first.text
    earlier = finish(ask(state, question(voice.id, voice.version.id)))
    assert earlier.text == first.text
    with pytest.raises(UserError, match="version of the voice is not there"):
        finish(ask(state, question(voice.id, 999)))


def question(voice: int, version: int | None = None) -> Ask:
    return Ask("Frost", "", voice, 1.0, Sampling(max_tokens=8, seed=3), version=version)
