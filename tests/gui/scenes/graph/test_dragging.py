"""What a drag does to the cards in the hand, and what it leaves alone."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.scene import edit
from engine.scene.model import find, walk
from engine.scene.placing import placed
from gui.scenes.graph.drag import GuideLines
from tests.gui.scenes.graph.conftest import Hand

LEFT = Qt.MouseButton.LeftButton


def begin(hand: Hand, id: str, by: QPoint) -> None:
    start = hand.at(id, (60, 20))
    QTest.mousePress(hand.viewport, LEFT, pos=start)
    for part in (0.5, 1.0):
        QTest.mouseMove(hand.viewport, start + by * part)


def test_the_other_cards_stay_where_they_were(hand: Hand) -> None:
    stage = hand.graph.stage
    before = {id: card.pos() for id, card in stage.cards.items() if id != "ines"}
    begin(hand, "ines", QPoint(60, 300))
    QTest.mouseRelease(hand.viewport, LEFT, pos=hand.at("ines", (60, 20)))
    assert {id: stage.cards[id].pos() for id in before} == before
    assert hand.document.stack.count() == 1


def test_a_card_even_with_another_shows_a_line(hand: Hand) -> None:
    hand.graph.canvas.zoom(1 / hand.graph.canvas.transform().m11())
    where = {"ines": (0.0, 0.0), "tomas": (240.0, 150.0)}
    hand.document.do("place", lambda scene: placed(scene, where))
    hand.graph.reveal("ines")
    hand.click("tomas")
    begin(hand, "tomas", QPoint(20, -147))
    tomas = hand.graph.stage.cards["tomas"]
    assert tomas.y() == hand.graph.stage.cards["ines"].y()
    [lines] = [one for one in hand.graph.stage.items() if isinstance(one, GuideLines)]
    assert lines.count >= 1
    QTest.mouseRelease(hand.viewport, LEFT, pos=hand.at("tomas", (60, 20)))
    assert not [one for one in hand.graph.stage.items() if isinstance(one, GuideLines)]


def test_escape_puts_everything_back(hand: Hand) -> None:
    before = hand.graph.stage.cards["ines"].pos()
    begin(hand, "ines", QPoint(90, 90))
    assert hand.graph.stage.cards["ines"].pos() != before
    QTest.keyClick(hand.graph.canvas, Qt.Key.Key_Escape)
    assert hand.graph.stage.cards["ines"].pos() == before
    QTest.mouseRelease(hand.viewport, LEFT, pos=hand.at("ines", (60, 20)))
    assert hand.document.stack.count() == 0


def test_what_is_hidden_in_a_card_goes_with_it(hand: Hand) -> None:
    hand.document.do("place", lambda s: placed(s, {"g": (500, 900), "pilot": (520, 1000)}))
    hand.document.do("fold", lambda scene: edit.change(scene, "pier", folded=True))
    card = hand.graph.stage.cards["pier"]
    assert hand.graph.stage.place_of(card) == (500, 900)
    hand.document.select("pier")
    QTest.keyClick(hand.graph.canvas, Qt.Key.Key_Right)
    inner = {one.id: one.place for one in walk(hand.document.scene.fields) if one.id != "pier"}
    assert inner["g"] == (520, 900)
    assert inner["pilot"] == (540, 1000)


def test_the_ground_is_dragged_with_space(hand: Hand) -> None:
    hand.graph.canvas.zoom(2.0)
    before = hand.graph.canvas.mapToScene(QPoint(0, 0))
    start = hand.at("ines", (60, 20))
    QTest.keyPress(hand.graph.canvas, Qt.Key.Key_Space)
    hand.drag(start, start + QPoint(-40, -30))
    QTest.keyRelease(hand.graph.canvas, Qt.Key.Key_Space)
    after = hand.graph.canvas.mapToScene(QPoint(0, 0))
    assert after.x() > before.x()
    field = find(hand.document.scene, "ines")
    assert field is not None
    assert field.place is None
