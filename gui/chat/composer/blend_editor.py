"""A card for a blend: its name, its voices with a strength each, and those that can be added."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from adapters.catalog.records import Blend, Voice
from gui.chat.composer.blend_part import PartRow
from gui.chat.composer.voice_delegate import ROW, VoiceRowDelegate
from gui.chat.composer.voice_rows import VoiceRows
from gui.theme.tokens import px
from gui.widgets.buttons import ghost, primary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover

WIDTH = 380
ROWS = 4  # voices to add that are shown without scrolling
MOST_PARTS = 6

Parts = list[tuple[int, float]]
Answer = Callable[[Blend | str], None]  # the blend that was saved, or what is wrong
Save = Callable[[str, Parts, Answer], None]


class BlendEditor(Popover):
    """``saved`` carries the blend; ``delete_wanted`` comes for one that is kept already."""

    saved = Signal(object)
    delete_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        voices: Sequence[Voice],
        fingerprint: str | None,
        blend: Blend | None,
        save: Save,
    ) -> None:
        super().__init__(parent)
        self._voices, self._fingerprint, self._save = voices, fingerprint, save
        self._blend = blend
        self.parts: list[PartRow] = []
        self.setAccessibleName(self.tr("Blend of voices"))
        self.name = QLineEdit(blend.name if blend else "")
        self.name.setAccessibleName(self.tr("Name of the blend"))
        self.name.setPlaceholderText(self.tr("Name of the blend"))
        self.name.setMaxLength(60)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Add a voice"))
        self.search.setPlaceholderText(self.tr("Add a voice"))
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Voices that can be added"))
        self.list.setItemDelegate(VoiceRowDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.complaint = label("", "small", wrap=True)
        self.complaint.setProperty("tone", "bad")
        self.save_button = primary(self.tr("Save")).set_small()
        self._box = QVBoxLayout()
        self._lay_out()
        self._fill(blend)
        self._connect()

    def first_focus(self) -> QWidget:
        return self.name if self._blend is None else self.parts[0] if self.parts else self.search

    def values(self) -> Parts:
        """The voices by their ids, each with its strength."""
        return [(part.voice.id, part.strength()) for part in self.parts]

    def add(self, voice: Voice, strength: float = 0.5) -> None:
        """One more voice; nothing happens for one that is part of it already."""
        if len(self.parts) >= MOST_PARTS or any(p.voice.id == voice.id for p in self.parts):
            return
        part = PartRow(voice, strength)
        part.remove_wanted.connect(lambda: self._remove(part))
        self.parts.append(part)
        self._box.addWidget(part)
        self._changed()

    def _remove(self, part: PartRow) -> None:
        self.parts.remove(part)
        part.hide()
        part.deleteLater()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def _fill(self, blend: Blend | None) -> None:
        if blend is not None:
            for kept in blend.parts:
                if kept.voice is not None and not kept.is_missing:
                    self.add(kept.voice, kept.strength)
            if blend.missing:
                gone = self.tr("Deleted, and left out: {names}.")
                self._complain(gone.format(names=", ".join(blend.missing)))
        self._show_choice()

    def _changed(self) -> None:
        self._complain("")
        self._show_choice()
        self.adjustSize()

    def _base(self) -> str | None:
        """All parts of a blend speak through one model."""
        return self.parts[0].voice.model_fingerprint if self.parts else self._fingerprint

    def _show_choice(self) -> None:
        taken = {part.voice.id for part in self.parts}
        free = [voice for voice in self._voices if voice.id not in taken]
        self._rows = VoiceRows(free, self._base(), None, self, base_too=False)
        self._rows.find(self.search.text())
        self.list.setModel(self._rows)
        self.list.setCurrentIndex(self._rows.index(max(0, self._rows.first())))
        shown = min(ROWS, max(1, self._rows.rowCount()))
        self.list.setFixedHeight(px(ROW) * shown + 2)
        self.save_button.setEnabled(bool(self.name.text().strip()) and len(self.parts) > 1)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._rows.row(index).reason:
            voice = self._rows.row(index).speaker
            assert isinstance(voice, Voice)
            self.search.clear()
            self.add(voice)

    def _press_save(self) -> None:
        if self.save_button.isEnabled():
            self._save(self.name.text().strip(), self.values(), self._answered)

    def _answered(self, answer: Blend | str) -> None:
        if isinstance(answer, str):
            self._complain(answer)
            return
        self.saved.emit(answer)
        self.close_card()

    def _delete(self) -> None:
        self.delete_wanted.emit()
        self.close_card()

    def _complain(self, wrong: str) -> None:
        self.complaint.setText(wrong)
        self.complaint.setVisible(bool(wrong))
        self.adjustSize()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._changed)
        self.name.returnPressed.connect(self._press_save)
        self.search.textChanged.connect(self._show_choice)
        self.list.clicked.connect(self._choose)
        self.save_button.clicked.connect(self._press_save)

    def _lay_out(self) -> None:
        cancel = ghost(self.tr("Cancel")).set_small()
        cancel.clicked.connect(self.close_card)
        self.remove_button = ghost(self.tr("Delete"), "trash-2").set_small()
        self.remove_button.clicked.connect(self._delete)
        self._box.setSpacing(2)
        hint = self.tr("Two voices or more; each at its own strength.")
        self.setLayout(
            column(
                label(self.tr("Blend of voices"), "heading"),
                self.name,
                self._box,
                label(hint, "small", 3, wrap=True),
                self.search,
                self.list,
                self.complaint,
                row(self.remove_button, None, cancel, self.save_button),
                gap=8,
                margins=(16, 14, 16, 14),
            )
        )
        self.remove_button.setVisible(self._blend is not None)
        self.complaint.hide()
        self.setFixedWidth(px(WIDTH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched in (self.list, self.search) and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self._choose(self.list.currentIndex())
                return True
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
