"""Asks before a link of a reply is opened: the whole address, as plain text."""

from PySide6.QtCore import QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import px
from gui.widgets.buttons import ghost, primary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover

WIDTH = 420
MOST = 400  # letters of an address that are shown


class LinkCard(Popover):
    """``agreed`` carries the address; ``copied`` too, for the clipboard."""

    agreed = Signal(str)
    copied = Signal(str)

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent)
        self.address = address
        title = self.tr("Open this address in the browser?")
        self.setAccessibleName(f"{title} {address[:MOST]}")
        # Qt breaks a label's lines only between words.
        lines = [address[n : n + 52] for n in range(0, min(len(address), MOST), 52)]
        cut = "…" if len(address) > MOST else ""
        why = self.tr("It comes from the reply, and leads out of this machine.")
        self.open = primary(self.tr("Open")).set_small()
        self.copy = ghost(self.tr("Copy the address")).set_small()
        self.cancel = ghost(self.tr("Cancel")).set_small()
        self.open.clicked.connect(lambda: self._end(self.agreed))
        self.copy.clicked.connect(lambda: self._end(self.copied))
        self.cancel.clicked.connect(self.close_card)
        layout = column(
            label(title, "heading"),
            label("\n".join(lines) + cut),
            label(why, "small", 2, wrap=True),
            8,
            row(self.open, self.copy, self.cancel, None),
            margins=(16, 14, 16, 14),
        )
        self.setLayout(layout)
        self.setMinimumWidth(px(WIDTH))

    def first_focus(self) -> QWidget:
        return self.cancel

    def _end(self, signal: SignalInstance) -> None:
        signal.emit(self.address)
        self.close_card()


def open_address(address: str) -> None:
    """Hand a checked http or https address to the system's browser."""
    QDesktopServices.openUrl(QUrl(address))
