"""A conversation as each role sees it."""

from engine.generation.prompt import Turn
from engine.generation.role_prompt import (
    BEGIN,
    GO_ON,
    SaidAs,
    instruction_for,
    opening_for,
    turns_for,
)
from engine.scene.cast import cast_of
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene

INES, TOMAS = Field("role-1", Role(), "Ines"), Field("role-2", Role(), "Tomas")
CAST = cast_of(Scene(fields=(INES, TOMAS)))
SAID = (
    SaidAs("role-1", "Ines", "Stay."),
    SaidAs("role-2", "Tomas", "No."),
    SaidAs(None, "User", "Both of you!"),
)


def test_own_words_are_the_models_and_each_has_its_name() -> None:
    assert turns_for(TOMAS, CAST, SAID[:1], "en") == (Turn("owner", "Ines: Stay."),)
    assert turns_for(INES, CAST, SAID, "en") == (
        Turn("owner", BEGIN["en"]),
        Turn("assistant", "Ines: Stay."),
        Turn("owner", "Tomas: No."),
        Turn("owner", "User: Both of you!"),
    )


def test_the_turns_before_never_change() -> None:
    said = list(SAID)
    for more in (SaidAs("role-1", "Ines", "Why?"), SaidAs("role-1", "Ines", "Go then.")):
        before = turns_for(INES, CAST, said, "en")
        said.append(more)
        after = turns_for(INES, CAST, said, "en")
        assert after[: len(before)] == before
    assert after[-1] == Turn("owner", GO_ON["en"])


def test_two_need_no_names() -> None:
    alone = cast_of(Scene(fields=(INES,)))
    said = (SaidAs(None, "User", "Hello"),)
    assert turns_for(INES, alone, said, "ru") == (Turn("owner", "Hello"),)
    assert opening_for(INES, alone) == ""
    assert instruction_for(INES, alone, "Scene", "ru") == "Scene"
    assert "Ines" in instruction_for(INES, CAST, "Scene", "ru")
