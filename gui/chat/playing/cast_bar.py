"""Over the composer, in a conversation with a scene: the roles, who is next, and auto-play."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from gui.chat.menu_button import MenuButton
from gui.chat.playing.director import Choice, Director
from gui.chat.playing.troupe import Player, Troupe
from gui.theme.tokens import px
from gui.widgets.buttons import Button, ghost
from gui.widgets.dot import dot_icon
from gui.widgets.layouts import row

TURNS = (2, 4, 8, 16)
MOST_LETTERS = 16
DOT = 8  # pixels of a role's dot


class CastBar(QWidget):
    """Hidden where there is no scene. A click on a role lets it speak; its menu mutes it."""

    scene_wanted = Signal(int)

    def __init__(self, director: Director) -> None:
        super().__init__()
        self._director = director
        self._shown: tuple[object, ...] = ()
        self.scene = ghost("", "workflow").set_small()
        self.scene.clicked.connect(self._show_scene)
        self.roles: list[Button] = []
        self._roles = QHBoxLayout()
        self._roles.setSpacing(2)
        self.next = MenuButton("")
        self.next.set_small()
        self.next.clicked.connect(self._offer_choices)
        self.play = ghost("", "play").set_small()
        self.play.clicked.connect(self._play_or_halt)
        layout = row(self.scene, gap=4)
        layout.addLayout(self._roles)
        layout.addStretch(1)
        layout.addWidget(self.next)
        layout.addWidget(self.play)
        self.setLayout(layout)
        director.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the scene of the conversation on screen."""
        troupe = self._director.troupe()
        self.setVisible(troupe is not None)
        if troupe is None:
            return
        direction = self._director.direction()
        self.scene.setText(_short(troupe.title or self.tr("Scene")))
        self.scene.setAccessibleName(self.tr("Scene: {title}").format(title=troupe.title))
        self.next.setText(self._words(direction.choice))
        self.next.setAccessibleName(self.tr("Who speaks next"))
        self._show_play()
        if self._shown != (troupe, direction.muted):
            self._shown = (troupe, direction.muted)
            self._show_roles(troupe, direction.muted)

    def _show_play(self) -> None:
        left = self._director.turns_left
        self.play.set_icon("pause" if left else "play")
        self.play.setText(self.tr("Stop, %n to go", "", left) if left else self.tr("Auto-play"))

    def _show_roles(self, troupe: Troupe, muted: frozenset[str]) -> None:
        for button in self.roles:
            self._roles.removeWidget(button)
            button.deleteLater()
        self.roles = [self._role(player, player.id in muted) for player in troupe.players]
        for button in self.roles:
            self._roles.addWidget(button)

    def _role(self, player: Player, muted: bool) -> Button:
        button = ghost(_short(player.name)).set_small()
        button.setIcon(dot_icon(player.colour, faint=muted))
        button.setIconSize(QSize(px(DOT), px(DOT)))
        voice = player.voice or self.tr("the model itself")
        words = self.tr("{name} speaks in {voice}").format(name=player.name, voice=voice)
        button.setToolTip(self.tr("{name}, muted").format(name=words) if muted else words)
        button.setAccessibleName(self.tr("Let {name} speak").format(name=player.name))
        button.clicked.connect(lambda: self._director.speak(player.id))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(
            lambda at: self._offer_muting(button, player, muted, at)
        )
        return button

    def _offer_muting(self, button: Button, player: Player, muted: bool, at: QPoint) -> None:
        menu = _menu(self)
        words = self.tr("Let it take part again") if muted else self.tr("Pass it over")
        menu.addAction(words).triggered.connect(lambda: self._director.mute(player.id, not muted))
        menu.popup(button.mapToGlobal(at))

    def _offer_choices(self) -> None:
        menu = _menu(self)
        group = QActionGroup(menu)
        choices: tuple[Choice, ...] = ("in turn", "model", "owner")
        for choice in choices:
            action = menu.addAction(self._words(choice))
            action.setCheckable(True)
            action.setChecked(choice == self._director.direction().choice)
            action.triggered.connect(lambda _=False, c=choice: self._director.choose(c))
            group.addAction(action)
        troupe = self._director.troupe()
        menu.addSeparator()
        for player in troupe.players if troupe is not None else ():
            action = menu.addAction(self.tr("{name} takes part").format(name=player.name))
            action.setCheckable(True)
            action.setChecked(player.id not in self._director.direction().muted)
            action.triggered.connect(
                lambda checked, p=player: self._director.mute(p.id, not checked)
            )
        menu.popup(self.next.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _play_or_halt(self) -> None:
        if self._director.turns_left:
            self._director.halt()
            return
        menu = _menu(self)
        for turns in TURNS:
            action = menu.addAction(self.tr("%n turns", "", turns))
            action.triggered.connect(lambda _=False, n=turns: self._director.play(n))
        menu.popup(self.play.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _show_scene(self) -> None:
        if (troupe := self._director.troupe()) is not None:
            self.scene_wanted.emit(troupe.scene)

    def _words(self, choice: Choice) -> str:
        return {
            "in turn": self.tr("In turn"),
            "model": self.tr("The model chooses"),
            "owner": self.tr("I choose"),
        }[choice]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
