"""A model of the catalog: loaded or on disk, and its buttons."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMenu, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from engine.messages import Preparing
from gui import figures
from gui.models.line import Line, quiet
from gui.models.shelf import Shelved
from gui.theme.icons import icon
from gui.theme.tokens import px
from gui.translate import words
from gui.widgets.buttons import icon_button, secondary
from gui.widgets.chip import loaded
from gui.widgets.layouts import row


class ModelLine(QWidget):
    """Emits what the owner wants of the model."""

    load_wanted = Signal()
    unload_wanted = Signal()
    stop_wanted = Signal()  # give up loading
    reveal_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, shelved: Shelved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = shelved.model
        self._may_forget = not shelved.loaded and shelved.model.kind != "starter"
        name = shelved.model.name
        self.load = secondary(self.tr("Load")).set_small()
        self.load.setAccessibleName(self.tr("Load {name}").format(name=name))
        self.unload = secondary(self.tr("Unload")).set_small()
        self.unload.setAccessibleName(self.tr("Unload {name}").format(name=name))
        self.stop = icon_button("x", self.tr("Stop loading {name}").format(name=name))
        self.menu = icon_button("ellipsis", self.tr("More for {name}").format(name=name))
        self.about = quiet(_about(shelved))
        self.stage = quiet()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Loading {name}").format(name=name))
        self._middle = QStackedWidget()
        self._lay_out(shelved)
        self._connect()
        self.stop.hide()

    def take_focus(self) -> None:
        """Be the one that was chosen: its first button that can be pressed has the focus."""
        shown = next((b for b in (self.load, self.unload) if not b.isHidden()), self.menu)
        shown.setFocus(Qt.FocusReason.TabFocusReason)

    def show_stage(self, update: Preparing) -> None:
        """The model is being made ready; ``fraction`` may be unknown."""
        self.load.set_busy(True)
        self.stop.show()
        self.stage.setText(words(update.stage))
        self.bar.setVisible(update.fraction is not None)
        self.bar.setValue(round(1000 * (update.fraction or 0)))
        self._middle.setCurrentIndex(1)

    def rest(self) -> None:
        """Loading has ended, one way or the other."""
        self.load.set_busy(False)
        self.unload.set_busy(False)
        self.stop.hide()
        self._middle.setCurrentIndex(0)

    def _lay_out(self, shelved: Shelved) -> None:
        working = QWidget()
        layout = row(self.bar, gap=12)
        layout.addWidget(self.stage, 1)
        working.setLayout(layout)
        self.bar.setRange(0, 1000)
        self.bar.setMaximumWidth(px(170))
        # The words give way in a narrow window; the buttons do not.
        self._middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for page in (self.about, working):
            self._middle.addWidget(page)
        state = loaded() if shelved.loaded else quiet(self.tr("on disk"), small=False)
        button = self.unload if shelved.loaded else self.load
        line = Line(
            "circle-check" if shelved.loaded else "box",
            shelved.model.name,
            figures.size(shelved.model.bytes),
            state,
            self._middle,
            (button, self.stop, self.menu),
            "text" if shelved.loaded else "text_2",
        )
        self.setLayout(row(line, gap=0))

    def _connect(self) -> None:
        self.load.clicked.connect(self.load_wanted)
        self.unload.clicked.connect(self.unload_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.menu.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = menu.addAction(icon("folder-open"), self.tr("Show in folder"))
        show.triggered.connect(self.reveal_wanted)
        if self._may_forget:
            forget = menu.addAction(icon("x"), self.tr("Forget, and leave the files"))
            forget.triggered.connect(self.forget_wanted)
        menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))


def _about(shelved: Shelved) -> str:
    """ "5 voices, used now"."""
    if shelved.voices:
        count = QCoreApplication.translate("ModelLine", "%n voices", "", shelved.voices)
    else:
        count = QCoreApplication.translate("ModelLine", "no voices")
    if shelved.loaded:
        used = QCoreApplication.translate("ModelLine", "used now")
    elif shelved.used is None:
        used = QCoreApplication.translate("ModelLine", "not used yet")
    else:
        used = QCoreApplication.translate("ModelLine", "used {ago}")
        used = used.format(ago=figures.ago(shelved.used))
    return f"{count}, {used}"
