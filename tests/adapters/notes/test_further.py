"""What a voice that learns on reads: all that is new, and a bounded part of the old."""

from hypothesis import given
from hypothesis import strategies as st

from adapters.notes.further import REPLAYED, Text, further

notes = st.dictionaries(
    st.integers(0, 60), st.builds(Text, st.integers(0, 60).map(str), st.integers(1, 500))
)


@given(notes=notes, learned=st.sets(st.integers(0, 60).map(str)), seed=st.integers(0, 9))
def test_new_notes_are_all_read_and_replay_is_bounded(
    notes: dict[int, Text], learned: set[str], seed: int
) -> None:
    chosen = further(notes, learned, seed)
    assert chosen.new == [n for n, text in notes.items() if text.sha256 not in learned]
    assert all(notes[note].sha256 in learned for note in chosen.replayed)
    new = sum(notes[note].letters for note in chosen.new)
    assert sum(notes[note].letters for note in chosen.replayed) <= REPLAYED * new
    assert further(notes, learned, seed) == chosen


def test_other_notes_are_replayed_the_next_time() -> None:
    old = {place: Text(f"{place}", 10) for place in range(40)}
    notes = {**old, 99: Text("new", 50)}
    known = {text.sha256 for text in old.values()}
    replayed = [further(notes, known, seed).replayed for seed in (1, 2)]
    assert [len(each) for each in replayed] == [5, 5]
    assert replayed[0] != replayed[1]
