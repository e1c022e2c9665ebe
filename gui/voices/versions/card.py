"""The versions of a voice: what each one learned, how it did, going back to it, deleting it."""

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from adapters.catalog.records import Voice, VoiceVersion
from gui import background, figures
from gui.context import Context
from gui.voices.versions.read import VersionLine, changed, measured, read
from gui.widgets.buttons import ghost, icon_button, secondary
from gui.widgets.chip import Chip, Look
from gui.widgets.emptying import empty
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row

CURRENT = Look("check", "text_2", "sunken")


class VersionsCard(QFrame):
    """``train_on_wanted`` carries the voice, the others the voice and one of its versions."""

    back_wanted = Signal(object, object)
    delete_wanted = Signal(object, object)
    train_on_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = context.catalog
        self._voice: Voice | None = None
        self._wanted = 0
        self._new = 0
        self.lines: list[VersionLine] = []
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Versions"))
        self.new_notes = label("", "small", tone=2)
        self.train_on = secondary(self.tr("Train on"), "plus").set_small()
        self.train_on.clicked.connect(lambda: self.train_on_wanted.emit(self._voice))
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        title = label(self.tr("Versions"), "heading")
        head = row(title, 2, self.new_notes, None, self.train_on)
        self.setLayout(column(head, self._box, gap=8, margins=(16, 12, 16, 14)))
        context.news.voices.connect(self._read)

    def show_voice(self, voice: int) -> None:
        """Read its versions and show them."""
        self._wanted = voice
        self._read()

    def _read(self) -> None:
        voice = self._wanted
        if voice:
            background.run(lambda: read(self._catalog, voice), self._take, owner=self)

    def show_new_notes(self, count: int) -> None:
        """How many notes were written since the voice learned."""
        self._new = count
        self.new_notes.setText(self.tr("%n new notes", "", count) if count else "")

    def _take(self, found: tuple[Voice, list[VersionLine]]) -> None:
        voice, lines = found
        if voice.id != self._wanted:
            return  # another card was chosen while this one was read
        self._voice, self.lines = voice, lines
        empty(self._box)
        for line in lines:
            self._box.addWidget(self._line(voice, line))

    def _line(self, voice: Voice, line: VersionLine) -> QWidget:
        version = line.version
        name = self.tr("Version {number}").format(number=version.number)
        made = QDate(version.created.astimezone().date())
        day = QLocale().toString(made, QLocale.FormatType.ShortFormat)
        notes = self.tr("%n notes", "", version.notes)
        head = row(label(name, "body"), gap=8)
        if line.is_current:
            head.addWidget(Chip(self.tr("Current"), CURRENT))
        facts = ElidedLabel(f"{day} · {notes} · {measured(version)}", "small", 2)
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        head.addWidget(facts, 1)
        if not line.is_current:
            self._add_buttons(head, voice, version, name)
        made_line = QWidget()
        made_line.setAccessibleName(f"{name}, {figures.size(version.bytes)}")
        layout = column(head, gap=2)
        if told := changed(line):
            layout.addWidget(label(told, "small", 3, wrap=True))
        made_line.setLayout(layout)
        return made_line

    def _add_buttons(
        self, head: QHBoxLayout, voice: Voice, version: VoiceVersion, name: str
    ) -> None:
        """The current version has none: a voice always speaks as one of its versions."""
        back = ghost(self.tr("Make current"), "undo-2").set_small()
        back.setAccessibleName(self.tr("Make {version} current").format(version=name))
        back.clicked.connect(lambda: self.back_wanted.emit(voice, version))
        away = icon_button("trash-2", self.tr("Delete {version}").format(version=name))
        away.clicked.connect(lambda: self.delete_wanted.emit(voice, version))
        head.addWidget(back)
        head.addWidget(away)
