"""Over the thread: the title, the voices that spoke, and the menu of the conversation."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from gui.theme.tokens import px, size
from gui.widgets.buttons import icon_button
from gui.widgets.dot import Dot
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import line, row

MOST_VOICES = 3
Named = tuple[str, str | None]  # name and colour


class Title(ElidedLabel):
    """A double click edits it."""

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()
        event.accept()


class Header(QWidget):
    renamed = Signal(str)
    list_wanted = Signal()
    instruction_wanted = Signal(QWidget)  # where it should open
    scene_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(size("header"))
        self.list_button = icon_button("panel-left", self.tr("Show or hide the conversations"))
        self.list_button.clicked.connect(self.list_wanted)
        self.list_button.hide()
        self.title = Title("", "heading")
        self.title.double_clicked.connect(self.edit_title)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Title"))
        self.field.setMaxLength(200)
        self.field.hide()
        self.field.editingFinished.connect(self._rename)
        self.field.installEventFilter(self)
        self.instruction = icon_button("feather", self.tr("Instruction of this conversation"))
        self.instruction.clicked.connect(lambda: self.instruction_wanted.emit(self.instruction))
        self.menu_button = icon_button("ellipsis", self.tr("More"))
        self.menu_button.clicked.connect(self._open_menu)
        self._speakers = QWidget()
        self._speakers.setLayout(row(gap=6))
        self._shown: tuple[Named, ...] = ()
        layout = row(self.list_button, gap=8, margins=(20, 0, 20, 0))
        layout.addWidget(self.title, 1)
        layout.addWidget(self.field, 1)
        divider = line(vertical=True)
        divider.setFixedHeight(px(20))
        for widget in (self._speakers, divider, self.instruction, self.menu_button):
            layout.addWidget(widget)
        self.setLayout(layout)

    def show_title(self, title: str) -> None:
        self.title.setText(" ".join(title.split()) or self.tr("New conversation"))
        self._raw = title

    def show_speakers(self, speakers: tuple[Named, ...]) -> None:
        """The voices of the thread, by name and colour; three at most are named."""
        if speakers == self._shown:
            return
        self._shown = speakers
        layout = self._speakers.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for name, colour in speakers[:MOST_VOICES]:
            layout.addWidget(Dot(colour))
            shown = label(" ".join(name.split())[:40], "small", 2)
            shown.setContentsMargins(0, 0, 8, 0)
            layout.addWidget(shown)

    def edit_title(self) -> None:
        self.title.hide()
        self.field.setText(self._raw)
        self.field.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self) -> None:
        if self.field.isHidden():
            return
        self._end_editing()
        if self.field.text().strip() and self.field.text() != self._raw:
            self.renamed.emit(self.field.text())

    def _end_editing(self) -> None:
        self.field.hide()
        self.title.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined]
        if watched is self.field and escape:
            self._end_editing()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename")).triggered.connect(self.edit_title)
        menu.addAction(self.tr("Edit the instruction")).triggered.connect(
            lambda: self.instruction_wanted.emit(self.instruction)
        )
        menu.addAction(self.tr("Play a scene…")).triggered.connect(self.scene_wanted)
        menu.addAction(self.tr("Copy all as Markdown")).triggered.connect(self.copy_wanted)
        menu.addAction(self.tr("Export…")).triggered.connect(self.export_wanted)
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(self.delete_wanted)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
