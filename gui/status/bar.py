"""The status bar: connection, memory, model, and what is going on."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.memory.meter import Reading, breakdown, reading
from engine.messages import Event, Footprint, ModelChanged
from gui import background
from gui.bridge import Bridge
from gui.status.activity import Activity
from gui.status.connection import Connection
from gui.status.legend import Legend
from gui.status.meter import MemoryMeter
from gui.theme.tokens import px, size, theme
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import line, row

EVERY_MS = 2000


class StatusBar(QWidget):
    """Listens to the bridge and reads the machine's memory every two seconds."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._footprint = bridge.footprint
        self._reading: Reading | None = None
        self.connection, self.activity = Connection(), Activity()
        self.meter, self.legend = MemoryMeter(), Legend()
        self.model = ElidedLabel(role="small", tone=2)
        self.model.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._rescale()
        self._show_model(bridge.model)
        bridge.event.connect(self.hear)
        theme.changed.connect(self._rescale)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._read)

    def start(self) -> None:
        """Begin to read the memory; left until after the first paint."""
        self._read()
        self._timer.start()

    def hear(self, event: Event) -> None:
        self.connection.hear(event)
        self.activity.hear(event)
        if isinstance(event, Footprint):
            self._footprint = event
            self._show_memory()
        elif isinstance(event, ModelChanged):
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

    def _read(self) -> None:
        device = self._footprint.device
        background.run(lambda: reading(device), self._take, owner=self)

    def _take(self, measured: Reading) -> None:
        self._reading = measured
        self._show_memory()

    def _show_memory(self) -> None:
        if self._reading is not None:
            now = breakdown(self._reading, self._footprint)
            self.meter.show_memory(now, self._footprint.kv_tokens)
            self.legend.show_uses(now)

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
