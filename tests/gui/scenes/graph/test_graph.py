"""The graph shows the document, and what a hand does to it becomes steps of the document."""

from itertools import combinations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.scene import edit
from engine.scene.model import find
from gui.scenes.graph.link_popover import LinkPopover
from gui.scenes.graph.placing import places
from tests.gui.scenes.graph.conftest import LINKED, Hand


def place(hand: Hand, id: str) -> tuple[float, float] | None:
    field = find(hand.document.scene, id)
    assert field is not None
    return field.place


def test_every_field_has_a_card_or_a_frame_and_none_lie_on_each_other(hand: Hand) -> None:
    stage = hand.graph.stage
    assert set(stage.cards) == {"setting-1", "ines", "tomas", "goal-1", "g", "pilot"}
    assert set(stage.frames) == {"pier", "letter"}
    boxes = [card.sceneBoundingRect() for card in stage.cards.values()]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert stage.frames["pier"].body().contains(stage.frames["letter"].body())
    assert hand.document.stack.count() == 0
    assert place(hand, "ines") is None


def test_the_same_scene_is_always_laid_out_the_same() -> None:
    sizes = dict.fromkeys(("setting-1", "ines", "tomas", "goal-1", "g", "pilot"), (208.0, 90.0))
    found = places(LINKED, sizes)
    assert found == places(LINKED, sizes)
    assert found["setting-1"][1] < found["ines"][1] < found["goal-1"][1] < found["g"][1]
    moved = edit.change(LINKED, "ines", place=(40, 900))
    assert places(moved, sizes)["ines"] == (40, 900)
    assert min(y for id, (_, y) in places(moved, sizes).items() if id != "ines") > 900 + 90


def test_a_click_chooses_and_what_is_chosen_elsewhere_is_shown(hand: Hand) -> None:
    hand.click("ines")
    assert hand.document.selection == ("ines",)
    hand.click("tomas", add=True)
    assert hand.document.selection == ("ines", "tomas")
    hand.document.select("goal-1")
    assert [id for id, card in hand.graph.stage.cards.items() if card.isSelected()] == ["goal-1"]
    assert "Decide" in hand.graph.canvas.accessibleDescription()


def test_dragging_several_cards_is_one_step(hand: Hand) -> None:
    hand.document.select("ines", "goal-1")
    before = {
        id: hand.graph.stage.place_of(hand.graph.stage.cards[id]) for id in ("ines", "goal-1")
    }
    start = hand.at("ines", (60, 20))
    hand.drag(start, start + QPoint(80, 48))
    assert hand.document.stack.count() == 1
    shifts = set()
    for id, (x, y) in before.items():
        now = place(hand, id)
        assert now is not None
        assert (now[0] % 4, now[1] % 4) == (0, 0)
        shifts.add((now[0] - x, now[1] - y))
    assert len(shifts) == 1
    assert shifts != {(0, 0)}
    hand.document.stack.undo()
    assert place(hand, "ines") is None
    assert hand.graph.stage.place_of(hand.graph.stage.cards["ines"]) == before["ines"]


def test_a_frame_is_dragged_by_its_head_with_all_inside(hand: Hand) -> None:
    frame, ines = hand.graph.stage.frames["pier"], hand.graph.stage.cards["ines"]
    before = hand.graph.stage.place_of(ines)
    start = hand.graph.canvas.mapFromScene(frame.head().center())
    hand.drag(start, start + QPoint(40, 40))
    assert place(hand, "pilot") is not None
    assert place(hand, "g") is not None
    assert hand.document.stack.count() == 1
    assert hand.graph.stage.place_of(ines) == before == place(hand, "ines")


def test_a_link_is_drawn_from_the_edge_of_a_card_and_worded_at_once(hand: Hand) -> None:
    hand.click("tomas")
    card = hand.graph.stage.cards["tomas"]
    handle = (card.handle().x(), card.handle().y())
    hand.drag(hand.at("tomas", handle), hand.at("goal-1"))
    made = hand.document.scene.links[-1]
    assert (made.source, made.target) == ("tomas", "goal-1")
    [popover] = hand.graph.window().findChildren(LinkPopover)
    QTest.keyClicks(popover.card.label, "wants to go")
    popover.card.kind.setCurrentIndex(popover.card.kind.findData("wants"))
    popover.card.kind.activated.emit(popover.card.kind.currentIndex())
    made = hand.document.scene.links[-1]
    assert (made.label, made.type) == ("wants to go", "wants")
    popover.close_card()


def test_a_link_let_go_over_the_ground_is_none(hand: Hand) -> None:
    card = hand.graph.stage.cards["tomas"]
    hand.drag(hand.at("tomas", (card.handle().x(), card.handle().y())), QPoint(4, 4))
    assert hand.document.scene is not None
    assert len(hand.document.scene.links) == 1


def test_arrows_move_by_twenty_and_hold_together_as_one_step(hand: Hand) -> None:
    hand.click("ines")
    x, y = hand.graph.stage.place_of(hand.graph.stage.cards["ines"])
    for _ in range(3):
        QTest.keyClick(hand.graph.canvas, Qt.Key.Key_Right)
    assert place(hand, "ines") == (x + 60, y)
    assert hand.document.stack.count() == 1


def test_a_closed_child_scene_is_one_card_and_takes_its_links(hand: Hand) -> None:
    hand.document.do("link", lambda scene: edit.link(scene, "tomas", "g", "knows"))
    hand.document.select("pier")
    hand.graph.acts.fold()
    stage = hand.graph.stage
    assert "pier" in stage.cards
    assert "g" not in stage.cards
    assert len(stage.links) == 2
    hand.graph.acts.fold()
    assert "pier" in stage.frames


def test_cards_are_grouped_and_taken_apart(hand: Hand) -> None:
    hand.document.select("ines", "tomas")
    hand.graph.acts.group()
    [made] = hand.document.selection
    assert set(hand.graph.stage._inside[made]) == {"ines", "tomas"}
    hand.graph.acts.ungroup()
    assert [one.id for one in hand.document.scene.fields[:3]] == ["setting-1", "ines", "tomas"]
    assert hand.document.scene.links == LINKED.links


def test_cards_are_aligned(hand: Hand) -> None:
    hand.document.select("ines", "goal-1")
    hand.document.do("place", lambda scene: edit.change(scene, "goal-1", place=(300, 500)))
    hand.graph.acts.align(left=True)
    first, second = place(hand, "ines"), place(hand, "goal-1")
    assert first is not None
    assert second is not None
    assert first[0] == second[0]


def test_only_what_changed_is_made_anew(hand: Hand) -> None:
    before = dict(hand.graph.stage.cards)
    hand.document.do("rename", lambda scene: edit.change(scene, "ines", title="Inessa"))
    after = hand.graph.stage.cards
    assert all(after[id] is card for id, card in before.items())
    assert after["ines"].field.title == "Inessa"
    assert after["tomas"].field is find(hand.document.scene, "tomas")


def test_zoom_and_fit(hand: Hand) -> None:
    hand.graph.canvas.zoom(1.5)
    assert hand.graph.canvas.transform().m11() > 1
    QTest.keyClick(hand.graph.canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert hand.graph.canvas.transform().m11() <= 1
    shown = hand.graph.canvas.mapToScene(hand.viewport.rect()).boundingRect()
    assert all(shown.contains(c.sceneBoundingRect()) for c in hand.graph.stage.cards.values())


def test_delete_asks_the_page(hand: Hand) -> None:
    asked = []
    hand.graph.delete_wanted.connect(lambda: asked.append(True))
    hand.click("ines")
    QTest.keyClick(hand.graph.canvas, Qt.Key.Key_Delete)
    assert asked
