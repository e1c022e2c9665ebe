"""Between what links are drawn when some of the fields are hidden."""

from engine.scene import edit
from gui.scenes.graph.wiring import Wiring
from tests.gui.scenes.graph.conftest import LINKED

SCENE = edit.link(edit.link(LINKED, "tomas", "g", "knows"), "g", "pilot", "relation")


def test_a_link_to_what_is_hidden_ends_at_what_hides_it() -> None:
    wiring = Wiring(SCENE, {"ines", "tomas", "pier"})
    assert wiring.ends == {"link-1": ("ines", "tomas"), "link-2": ("tomas", "pier")}
    assert wiring.stands_for["g"] == "pier"
    assert wiring.touching(["pier"]) == {"link-2"}


def test_links_there_and_back_are_told_from_others() -> None:
    scene = edit.link(SCENE, "tomas", "ines", "relation")
    wiring = Wiring(scene, {"ines", "tomas", "pier", "g", "pilot"})
    assert wiring.goes_back("link-1")
    assert not wiring.goes_back("link-2")
