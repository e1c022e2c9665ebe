"""A graph of a small scene on its own, and how a hand uses it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.scene import edit
from engine.scene.fields.child import Child
from engine.scene.fields.goal import Goal
from engine.scene.fields.role import Role
from engine.scene.fields.setting import Setting
from engine.scene.model import Field, Scene
from gui.scenes.document import SceneDocument
from gui.scenes.graph.view import SceneGraph

SCENE = Scene(
    "Harbour",
    fields=(
        Field("setting-1", Setting("A winter evening, storm outside, one lamp"), "Harbour office"),
        Field("ines", Role(who="Harbour master"), "Ines"),
        Field("tomas", Role(who="Pilot"), "Tomas"),
        Field("goal-1", Goal("Decide about the boat"), "Decide"),
        Field(
            "pier",
            Child(),
            "The pier",
            fields=(
                Field("letter", Child(), "The letter", fields=(Field("g", Goal("Read it")),)),
                Field("pilot", Role(), "Pilot"),
            ),
        ),
    ),
)
LINKED = edit.link(SCENE, "ines", "tomas", "relation", "owes him a favour")


class Hand:
    """Acts on the graph as a mouse does."""

    def __init__(self, graph: SceneGraph, document: SceneDocument) -> None:
        self.graph, self.document = graph, document
        self.viewport = graph.canvas.viewport()

    def at(self, id: str, by: tuple[float, float] | None = None) -> QPoint:
        """The middle of a card, or a point of it, in the viewport."""
        card = self.graph.stage.cards[id]
        point = card.body().center() if by is None else QPointF(*by)
        return self.graph.canvas.mapFromScene(card.mapToScene(point))

    def click(self, id: str, add: bool = False) -> None:
        keys = Qt.KeyboardModifier
        held = keys.ControlModifier if add else keys.NoModifier
        QTest.mouseClick(self.viewport, Qt.MouseButton.LeftButton, held, self.at(id))

    def drag(self, start: QPoint, end: QPoint) -> None:
        QTest.mousePress(self.viewport, Qt.MouseButton.LeftButton, pos=start)
        for part in (0.3, 0.6, 1.0):
            QTest.mouseMove(self.viewport, start + (end - start) * part)
        QTest.mouseRelease(self.viewport, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def document() -> SceneDocument:
    document = SceneDocument()
    document.open(replace(LINKED))
    return document


@pytest.fixture
def hand(document: SceneDocument, qtbot: QtBot) -> Hand:
    graph = SceneGraph(document, lambda id: len(id), dict)
    qtbot.addWidget(graph)
    graph.resize(900, 640)
    graph.show()
    qtbot.waitExposed(graph)
    return Hand(graph, document)
