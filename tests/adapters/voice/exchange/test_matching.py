"""Which base an adapter belongs to, and what the owner is told of it."""

from adapters.voice.exchange.base import Base
from adapters.voice.exchange.matching import match, same_name
from adapters.voice.exchange.told import Told, one_line


def base(name: str, fingerprint: str) -> Base:
    return Base(name, fingerprint * 64, "llama", 2, 4, 2, {})


ONE, TWO = base("Llama-3.2-1B", "1"), base("Mistral 7B", "2")


def test_by_fingerprint_nothing_is_assumed() -> None:
    found = match(Told("V", "anything", "2" * 64), [ONE, TWO], lambda _: True)
    assert (found.base, found.assumed) == (TWO, None)


def test_a_false_fingerprint_is_seen() -> None:
    found = match(Told("V", "Mistral 7B", "2" * 64), [ONE, TWO], lambda one: one is ONE)
    assert found.base is None
    assert "does not fit" in str(found.assumed)


def test_by_name_among_those_that_fit() -> None:
    found = match(Told("V", "mistralai/mistral-7b"), [ONE, TWO], lambda _: True)
    assert found.base is TWO
    assert "“mistralai/mistral-7b”; name and shapes fit “Mistral 7B”" in str(found.assumed)


def test_by_shapes_alone_the_one_used_last() -> None:
    found = match(Told("V", "org/other"), [ONE, TWO], lambda _: True)
    assert found.base is ONE
    assert str(found.assumed) == "It was made for “org/other”; its shapes fit “Llama-3.2-1B”."
    unnamed = match(Told("V"), [TWO], lambda _: True)
    assert "does not say which model" in str(unnamed.assumed)


def test_shapes_do_not_outweigh_the_fingerprint_of_another_base() -> None:
    found = match(Told("V", "org/other", "9" * 64), [ONE, TWO], lambda _: True)
    assert found.base is None
    assert "none of your models" in str(found.assumed)
    named = match(Told("V", "Mistral-7B", "9" * 64), [ONE, TWO], lambda _: True)
    assert named.base is TWO


def test_nothing_fits() -> None:
    found = match(Told("V"), [ONE, TWO], lambda _: False)
    assert (found.base, str(found.assumed)) == (None, "Its layers fit none of your models.")


def test_names_of_models_and_voices() -> None:
    assert same_name("HuggingFaceTB/SmolLM2-135M-Instruct", "SmolLM2 135M Instruct")
    assert not same_name("", "")
    assert one_line("\x1b[31m My\n\tnotes \x00") == "[31m My notes"
    assert len(one_line("x" * 10_000)) == 120
    assert one_line(7) == ""
