"""The status bar: connection, memory, model, and what is going on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.messages import Event, ModelChanged
from gui.bridge import Bridge
from gui.status.activity import Activity
from gui.status.connection import Connection
from gui.status.legend import Legend
from gui.status.meter import MemoryMeter
from gui.theme.tokens import px, size, theme
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import line, row

if TYPE_CHECKING:
    from engine.memory.meter import Breakdown
    from gui.memory_watch import MemoryWatch


class StatusBar(QWidget):
    """Listens to the bridge and, once started, watches the machine's memory."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._watch: MemoryWatch | None = None
        self.connection, self.activity = Connection(), Activity()
        self.meter, self.legend = MemoryMeter(), Legend()
        self.model = ElidedLabel(role="small", tone=2)
        self.model.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._rescale()
        self._show_model(bridge.model)
        bridge.event.connect(self.hear)
        theme.changed.connect(self._rescale)

    def start(self) -> None:
        """Begin to read the memory; left until after the first paint."""
        from gui.memory_watch import MemoryWatch  # noqa: PLC0415 - the paint needs no psutil

        self._watch = MemoryWatch(self._bridge, self)
        self._watch.measured.connect(self._show_memory)
        self._watch.measure()

    def hear(self, event: Event) -> None:
        self.connection.hear(event)
        self.activity.hear(event)
        if isinstance(event, ModelChanged):
            self._show_model(event if event.model is not None else None)

    def _lay_out(self) -> None:
        first, last = line(vertical=True), line(vertical=True)
        for between in (first, last):
            between.setFixedHeight(14)
        layout = row(self.connection, 4, first, self.meter, 6, gap=6, margins=(14, 1, 14, 0))
        layout.addWidget(self.legend, 1)  # gives way where there is little room
        layout.addWidget(self.model)
        layout.addSpacing(4)
        layout.addWidget(last)
        layout.addSpacing(4)
        layout.addWidget(self.activity)
        self.setLayout(layout)

    def _rescale(self) -> None:
        self.setFixedHeight(max(size("status"), px(30)))

    def _show_memory(self, memory: "Breakdown") -> None:
        self.meter.show_memory(memory, self._bridge.footprint.kv_tokens)
        self.legend.show_uses(memory)

    def _show_model(self, model: ModelChanged | None) -> None:
        self._shown = model
        if model is None:
            self.model.setText(self.tr("No model loaded"))
        else:
            self.model.setText(self.tr("{model}, 4-bit").format(model=model.name))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_model(self._shown)
        super().changeEvent(event)
