"""The verdict in the window: one source of words, a tone and an icon for each outcome."""

from dataclasses import replace

import pytest

from adapters.catalog import verdicts
from adapters.catalog.database import Catalog
from engine.verdict.judge import Judgement, Outcome
from engine.verdict.measurements import (
    Change,
    Copied,
    Group,
    Measurements,
    Style,
    as_text,
)
from gui.voices.verdict import Verdict, verdict
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.voices.conftest import MakeVoice, Open

MEASURED = Measurements(
    held_out=Change(24.0, 17.0, 0.66, 0.76, 12, 3000),
    themes=(Group("frost, roses", Change(22.0, 15.0, 0.6, 0.8, 5, 900)),),
    general=(Group("en", Change(9.0, 9.5, 0.99, 1.1, 15, 1400)),),
    copied=Copied(7, "<b>the roses</b> by the wall", 4, 9),
    style=Style(0.92, 0.95, 0.11, 0.47, 24),
    learning=-0.4,
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_outcome_has_its_own_icon_and_word() -> None:
    shown = [Verdict(Measurements(), Judgement(one, None, (), ())) for one in Outcome]
    assert len({one.icon for one in shown}) == len({one.word() for one in shown}) == len(Outcome)
    assert {one.tone for one in shown} == {"ok", "warn", "bad", "text_3"}


def test_a_version_without_a_verdict_is_judged_by_its_two_numbers(make_voice: MakeVoice) -> None:
    version = make_voice("Workbench").version
    for details in (None, "{}", "damaged"):
        judged = verdict(version, details)
        assert plain(judged.sentence()) == "learned: −18 % perplexity on held-out notes"
        assert plain(judged.reasons()).endswith("went from 20.0 to 16.4: −18 %.")
    assert verdict(replace(version, perplexity_before=None), None).word() == "Not measured"


def test_the_page_of_a_voice_says_the_verdict_and_unfolds_its_figures(
    open_page: Open, make_voice: MakeVoice, catalog: Catalog
) -> None:
    voice = make_voice("Workbench")
    verdicts.put(catalog, voice.version.id, as_text(MEASURED))
    card = open_page().detail.voice.verdict
    assert card.chip.text() == "Learned"
    assert "very likely between −34 % and −24 %" in plain(card.reasons.text())
    assert "manner, not your facts" in card._meaning.text()
    assert not card.figures.isVisible()
    card.more.click()
    assert card.figures.isVisible()
    rows = [tuple(map(plain, row)) for row in card.figures.rows]
    assert rows[:3] == [
        ("Held-out notes", "24.0 → 17.0", "−29 % (−34 % to −24 %)"),
        ("Theme: frost, roses", "22.0 → 15.0", "−32 % (−40 % to −20 %)"),
        ("General text, English", "9.0 → 9.5", "+6 % (−1 % to +10 %)"),
    ]
    assert "“<b>the roses</b> by the wall”" in rows[3][0]
    assert rows[3][1:] == ("4 without the voice", "7 words")
    assert [row[2] for row in rows[4:]] == ["95 %", "47 %", "11 %", "92 %"]
    for check in (nameless, out_of_reach, interpreting):
        assert check(card) == []


def test_a_recited_passage_is_quoted_and_the_card_of_the_gallery_says_so(
    open_page: Open, make_voice: MakeVoice, catalog: Catalog
) -> None:
    voice = make_voice("Workbench")
    copied = Copied(31, "the roses by the wall were black", 5, 9)
    verdicts.put(catalog, voice.version.id, as_text(replace(MEASURED, copied=copied)))
    page = open_page()
    shown = page.detail.voice.verdict
    assert shown.chip.text() == "Memorises"
    assert "31 words in a row from a note it learned: “the roses by the wall were black”" in (
        shown.reasons.text()
    )
    assert "Do not show its replies" in shown.advice.text()
    card = page.list.grid.current()
    assert card is not None
    assert card.verdict is not None
    assert card.verdict.sentence() == "memorises: it repeats passages of your notes"


@pytest.mark.parametrize("after", [16.0, 21.0])
def test_two_numbers_are_figures_as_well(
    open_page: Open, make_voice: MakeVoice, after: float
) -> None:
    make_voice("Old", after=after)
    card = open_page().detail.voice.verdict
    assert len(card.figures.rows) == 1
    assert card.more.isVisible()
