"""A toast: one plain sentence that goes away by itself, with Undo where there is a way back."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from gui.notices import Toast
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import row

SHOWN_MS = 6000
SHOWN_WITH_UNDO_MS = 10000


class ToastFrame(QFrame):
    """Emits ``gone`` once. It stays while the pointer or the focus is on it."""

    gone = Signal()

    def __init__(self, toast: Toast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._undo = toast.undo
        self._ended = False
        text = ElidedLabel(toast.text)
        text.setMinimumWidth(min(text.sizeHint().width(), 480))
        layout = row(text, gap=20, margins=(18, 8, 18, 8))
        self.button: QPushButton | None = None
        if toast.undo is not None:
            self.button = QPushButton(self.tr("Undo"))
            self.button.clicked.connect(self._take_back)
            self.button.installEventFilter(self)
            layout.addWidget(self.button)
        self.setLayout(layout)
        self.setAccessibleName(toast.text)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._wait()

    def dismiss(self) -> None:
        if not self._ended:
            self._ended = True
            self._timer.stop()
            self.gone.emit()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None and not self._ended:
            undo()
        self.dismiss()

    def _wait(self) -> None:
        self._timer.start(SHOWN_MS if self._undo is None else SHOWN_WITH_UNDO_MS)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and not self._ended:
            self._wait()
        return super().eventFilter(watched, event)
