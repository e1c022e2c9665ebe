"""The longest run of words that a reply has from a note."""

import pytest

from engine.verdict.copying import Recital, Reply, Run, longest_run

NOTE = "The frost came early that year, and the roses by the wall were black before October."


def found(text: str, *notes: str, question: str = "") -> Run:
    return longest_run([Reply(question, text)], notes)


def test_case_and_marks_do_not_hide_it_and_the_reply_is_quoted() -> None:
    run = found("I think: the FROST came; early that year (so they say).", NOTE)
    assert run == Run(6, "the FROST came; early that year")


def test_the_longest_of_several_notes_and_replies() -> None:
    replies = [Reply("", "the roses by the wall"), Reply("", "before October, the frost came")]
    assert longest_run(replies, ["nothing of it", NOTE]) == Run(5, "the roses by the wall")


def test_a_whole_note() -> None:
    assert found(NOTE, NOTE).words == 16


def test_a_run_at_the_ends_of_both() -> None:
    assert found("black before October", NOTE).words == 3
    assert found("the frost came", NOTE).words == 3


@pytest.mark.parametrize("text", ["", "the frost", "it was cold and nobody came"])
def test_what_everybody_says_is_no_run(text: str) -> None:
    assert found(text, NOTE) == Run()


def test_words_of_the_question_are_not_recited() -> None:
    asked = "The roses by the wall"
    assert found("the roses by the wall. Hm.", NOTE, question=asked) == Run()
    assert found("the roses by the wall were black", NOTE, question=asked).words == 7


def test_repeated_words_are_not_counted_twice() -> None:
    assert found("la la la la la", "la la la la la la la la la").words == 5


def test_russian_and_chinese() -> None:
    assert found("Сад. В саду Первый мороз!", "в саду первый мороз ударил").words == 4
    assert found("今天天气很好", "我说今天天气很好吗").words == 6


def test_notes_may_come_one_by_one() -> None:
    recital = Recital([Reply("", "the roses by the wall were black")])
    for note in ("the roses by", NOTE, "the wall were black"):
        recital.hear(note)
    assert recital.longest.words == 7
