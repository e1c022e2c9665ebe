"""Cards: what they say, their order, and the model that holds them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from engine.verdict.judge import judge
from engine.verdict.measurements import of_perplexities
from gui.voices import sentences
from gui.voices.card import Card, Order, arranged, of_run, of_voice, shown
from gui.voices.card_model import CARD_ROLE, CardModel
from gui.voices.verdict import Verdict
from tests.gui.voices.conftest import MakeRun, MakeVoice

NOW = datetime.now(UTC)
MEASURED = of_perplexities(20, 10)
LEARNED = Verdict(MEASURED, judge(MEASURED))


def card(number: int, name: str, **values: object) -> Card:
    base = Card(("voice", number), name, "rust", "Fake", NOW - timedelta(days=number), bytes=100)
    return replace(base, **values)  # type: ignore[arg-type]


def names(cards: list[Card], order: Order, words: str = "") -> list[str]:
    return [one.name for one in arranged(cards, order, words)]


def test_the_orders() -> None:
    cards = [
        card(1, "beta", used=NOW - timedelta(days=3), bytes=300),
        card(2, "Alpha", used=NOW, bytes=100),
        card(3, "gamma", used=NOW - timedelta(days=1), bytes=200),
    ]
    assert names(cards, "last_used") == ["Alpha", "gamma", "beta"]
    assert names(cards, "name") == ["Alpha", "beta", "gamma"]
    assert names(cards, "created") == ["beta", "Alpha", "gamma"]
    assert names(cards, "size") == ["beta", "gamma", "Alpha"]


def test_unfinished_runs_come_first_in_every_order() -> None:
    run = replace(card(9, "zeta"), key=("run", 9), state="paused")
    for order in ("last_used", "name", "created", "size"):
        assert names([card(1, "alpha"), run], order)[0] == "zeta"


def test_search_wants_every_word_in_name_description_or_model() -> None:
    cards = [card(1, "Field notes", description="из сада"), card(2, "Letters")]
    assert names(cards, "name", "FIELD") == ["Field notes"]
    assert names(cards, "name", "САДА notes") == ["Field notes"]
    assert names(cards, "name", "fake letters") == ["Letters"]
    assert names(cards, "name", "field letters") == []


def test_a_run_that_made_its_voice_has_no_card_of_its_own(
    make_voice: MakeVoice, make_run: MakeRun
) -> None:
    voice, run = make_voice("Done"), make_run("Open", state="interrupted")
    done = make_run("Made one", state="finished")
    cards = shown([voice], [run, done], {run.model: "Fake-135M"})
    assert [one.name for one in cards] == ["Open", "Done"]
    assert cards[0].model_name == "Fake-135M"


def test_a_card_in_one_sentence(make_voice: MakeVoice, make_run: MakeRun) -> None:
    said = sentences.spoken(of_voice(make_voice("Workbench"))).replace("\u00a0", " ")
    assert said.startswith("Workbench, Fake-135M, 3.1 MiB · trained on 40 notes, learned: −18 %")
    said = sentences.spoken(of_run(make_run(), "Fake-135M"))
    assert "step 12 of 20" in said
    assert "paused, nothing is lost" in said


def test_progress_changes_one_row_and_nothing_else() -> None:
    model = CardModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    run = replace(card(2, "run"), key=("run", 2), state="paused")
    model.show([card(1, "voice"), run])
    changes, resets = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    model.advance(2, 5, 20, 60.0)
    assert (changes.count(), resets.count()) == (1, 0)
    assert changes.at(0)[0].row() == 1
    assert model.data(model.index(1), CARD_ROLE).state == "running"
    assert "training, 1" in model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)


def test_the_same_cards_again_are_no_reset() -> None:
    model = CardModel()
    cards = [card(1, "a", verdict=LEARNED), card(2, "b")]
    assert model.show(cards)
    assert not model.show([replace(cards[0], name="renamed"), cards[1]])
    assert model.card(0).name == "renamed"
    assert model.show(cards[::-1])
