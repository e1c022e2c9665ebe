"""Does the graph of a scene stay fluid with 300 fields in five levels?

The graph shows every field, all child scenes unfolded, with as many links as fields. Measured
with real events, painting included: one step of dragging a card in the innermost scene, one of
dragging every field of it, and one edit of a title (what a key in the form does), with 300 fields
against 30. Fluid is taken as one frame at 60 Hz for a step of dragging, and two for an edit.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks import harness
from engine.scene import edit
from engine.scene.fields.child import Child
from engine.scene.fields.memory import Memory
from engine.scene.fields.role import Role
from engine.scene.model import Field, Link, LinkType, Scene, walk
from gui.looks import make_application
from gui.scenes.document import SceneDocument
from gui.scenes.graph.view import SceneGraph
from gui.theme import apply

TITLE = "Scene graph: milliseconds for a step of dragging and for an edit"
LEVELS = 5
SIZES = (30, 300)
STEPS, QUICK_STEPS = 60, 10
FRAME_MS = 1000 / 60
TEXT = "Winter evening, storm outside, one lamp, and nobody who would go out tonight."


def scene(count: int) -> Scene:
    """``count`` fields in ``LEVELS`` nested scenes, each linked to the next one."""
    each = count // LEVELS
    inner: tuple[Field, ...] = ()
    for level in reversed(range(LEVELS)):
        own = [_field(level, number) for number in range(each - (1 if level else 0))]
        fields = (*own, *inner)
        inner = (Field(f"scene-{level}", Child(), f"Level {level}", fields=fields),)
    made = inner[0].fields
    ids = [one.id for one in walk(made)]
    kinds: tuple[LinkType, ...] = ("relation", "knows")
    links = tuple(
        Link(f"link-{at}", one, two, kinds[at % 2], f"says {at}" if at % 3 == 0 else "")
        for at, (one, two) in enumerate(pairwise(ids))
    )
    return Scene("Large", fields=made, links=links)


def _field(level: int, number: int) -> Field:
    data = Role(who=TEXT) if number % 3 == 0 else Memory(TEXT)
    return Field(f"field-{level}-{number}", data, f"Field {number} of level {level}")


class Bench:
    """A window that shows one scene; each method is one thing that the owner does."""

    def __init__(self, count: int, steps: int) -> None:
        self.steps, self.document = steps, SceneDocument()
        self.document.open(scene(count))
        self.graph = SceneGraph(self.document, len, dict)
        self.graph.resize(900, 640)
        self.graph.show()
        QTest.qWaitForWindowExposed(self.graph)
        self.innermost = [
            one.id
            for one in walk(self.document.scene.fields)
            if one.id.startswith(f"field-{LEVELS - 1}-")
        ]
        self.count = sum(1 for _ in walk(self.document.scene.fields))

    def drag(self, ids: Sequence[str]) -> list[float]:
        """Every step of one drag of these cards; letting go is not counted."""
        self.document.select(*ids)
        viewport, start = self.graph.canvas.viewport(), self._over(ids[0])
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        taken = [
            timed(partial(QTest.mouseMove, viewport, start + QPoint(5 * step, 3 * step)))
            for step in range(3, self.steps + 3)
        ]
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start)
        return taken

    def let_go(self) -> list[float]:
        """Putting down one card after a drag: the step that the document takes."""
        id, taken = self.innermost[0], []
        viewport = self.graph.canvas.viewport()
        for step in range(max(3, self.steps // 6)):
            start = self._over(id)
            by = QPoint(40, 40) * (1 if step % 2 else -1)
            self.document.select(id)
            QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
            QTest.mouseMove(viewport, start + by / 2)
            QTest.mouseMove(viewport, start + by)
            release = partial(
                QTest.mouseRelease, viewport, Qt.MouseButton.LeftButton, pos=start + by
            )
            taken.append(timed(release))
        return taken

    def edit(self) -> list[float]:
        id = self.innermost[0]

        def type_letter(number: int) -> None:
            change = partial(edit.change, id=id, title=f"Another title {number}")
            self.document.do("Rename", change, merge="title")

        return [timed(partial(type_letter, number)) for number in range(self.steps)]

    def rows(self) -> list[harness.Row]:
        self.graph.canvas.zoom(1.0)  # from now on the owner chooses what is on screen
        measured = {
            "drag one card": self.drag(self.innermost[:1]),
            "drag all of the innermost scene": self.drag(self.innermost),
            "let go": self.let_go(),
            "edit a title": self.edit(),
        }
        return [row(what, self.count, taken) for what, taken in measured.items()]

    def close(self) -> None:
        self.graph.close()
        self.graph.deleteLater()

    def _over(self, id: str) -> QPoint:
        """A point of the card that is no handle, brought on screen."""
        self.graph.reveal(id)
        QApplication.processEvents()
        card = self.graph.stage.cards[id]
        return self.graph.canvas.mapFromScene(card.mapToScene(QPointF(60, 20)))


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of one act with all that it makes the window do, painting included."""
    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def row(what: str, count: int, taken: Sequence[float]) -> harness.Row:
    ordered = sorted(taken)
    return {
        "what": what,
        "fields": count,
        "times": len(ordered),
        "median ms": statistics.median(ordered),
        "p95 ms": ordered[int(len(ordered) * 0.95)],
        "maximum ms": ordered[-1],
    }


def main(arguments: list[str]) -> int:
    chosen = harness.options(__doc__ or TITLE).parse_args(arguments)
    harness.begin(TITLE, 1, chosen)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    apply.wear("light", 100, reduced_motion=True)
    rows: list[harness.Row] = []
    for count in SIZES:
        bench = Bench(count, QUICK_STEPS if chosen.quick else STEPS)
        rows += bench.rows()
        bench.close()
        app.processEvents()
    return harness.report(TITLE, rows, [] if chosen.quick else bars(rows), chosen)


def bars(rows: Sequence[harness.Row]) -> list[harness.Bar]:
    most = {"drag one card": FRAME_MS, "let go": 2 * FRAME_MS, "edit a title": 2 * FRAME_MS}
    return [
        harness.Bar(
            f"{row['what']}, {row['fields']} fields: median, ms",
            round(row["median ms"], 2),
            round(most[row["what"]], 1),
            "max",
        )
        for row in rows
        if row["fields"] == max(SIZES) and row["what"] in most
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
