"""A reply: the voice's bar, its name, the text, and below it what made it and what can be done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from adapters.catalog.records import Message
from gui.chat.live_reply import LiveReply
from gui.chat.markdown.body import Body
from gui.chat.thread import footer
from gui.chat.thread.entries import LiveEntry, ReplyEntry
from gui.chat.thread.foot_row import FootRow
from gui.chat.thread.hands import Hands
from gui.chat.thread.item import Item
from gui.theme.tokens import colour, px, voice_colour
from gui.widgets.labels import label

BAR_X, BAR, TEXT_X, RIGHT = 12, 3, 30, 12
TOP, NAME, BOTTOM = 9, 24, 4
SPOKEN = 300  # letters of a reply in its accessible name


class ReplyItem(Item):
    """Shows a ``LiveEntry`` while the reply is written, and the ``ReplyEntry`` it becomes."""

    def __init__(
        self, entry: LiveEntry | ReplyEntry, hands: Hands, model_name: str | None = None
    ) -> None:
        super().__init__()
        self._hands, self._model_name = hands, model_name
        self._entry = entry
        self._colour: str | None = None
        self._name = label("", "body")
        self._name.setProperty("strong", "true")
        self._note = label("", "small", 3, wrap=True)
        for made in (self._name, self._note):
            made.setParent(self)
        self.foot = FootRow(self)
        self.foot.siblings.chosen.connect(hands.show_sibling)
        self.foot.copy.clicked.connect(self.copy)
        self.foot.again.clicked.connect(self._answer_again)
        self.foot.voice.clicked.connect(self._choose_voice)
        self._shown = 0  # letters of a live reply that the body has been given
        self.body = self._new_body()
        self.set_entry(entry)

    # --- what it shows ------------------------------------------------------------------

    def set_entry(self, entry: LiveEntry | ReplyEntry) -> None:
        """Take a newer state of the reply, or another version of it."""
        before, self._entry = self._entry, entry
        if isinstance(entry, LiveEntry):
            if before is not entry and before != entry:
                self._replace_body()
            self.follow()
        else:
            self._settle(before, entry)
        self._show_head()
        self.state_changed()

    def follow(self) -> None:
        """The live reply has changed: hand on what is new."""
        live = self._live()
        if live is None:
            return
        if len(live.text) > self._shown:
            self.body.add(live.text[self._shown :])
            self._shown = len(live.text)
        self._show_head()

    def message(self) -> Message | None:
        return self._entry.message if isinstance(self._entry, ReplyEntry) else None

    def text(self) -> str:
        live = self._live()
        return live.text if live is not None else self._stored().text

    def _live(self) -> LiveReply | None:
        return self._entry.live if isinstance(self._entry, LiveEntry) else None

    def _stored(self) -> Message:
        assert isinstance(self._entry, ReplyEntry)
        return self._entry.message

    def _settle(self, before: LiveEntry | ReplyEntry, entry: ReplyEntry) -> None:
        """The reply is complete: keep what is shown where it says the same."""
        if isinstance(before, LiveEntry) and before.live.text == entry.message.text:
            self.follow_text(before.live.text)
            self.body.finish()
        elif isinstance(before, LiveEntry) or before.message.text != entry.message.text:
            self._replace_body()

    def follow_text(self, text: str) -> None:
        self.body.add(text[self._shown :])
        self._shown = len(text)

    def _new_body(self) -> Body:
        live = self._live()
        text = live.text if live is not None else self._stored().text
        self._shown = len(text)
        body = Body(text, whole=live is None, parent=self)
        body.grown.connect(self.grown)
        body.link_chosen.connect(self._hands.open_link)
        body.show()
        return body

    def _replace_body(self) -> None:
        self.body.hide()
        self.body.deleteLater()
        self.body = self._new_body()
        self.body.set_reachable(self._current)
        self.grown.emit()

    def _show_head(self) -> None:
        live = self._live()
        if live is not None:
            name = live.role_name or footer.speaker(live.voice_name, self._model_name)
            self._colour, turns = live.colour, live.turns_left_out
            doing = footer.writing(live, self._model_name)
            self.foot.show_live(self._colour, doing, live.text != "")
        else:
            message = self._stored()
            name = message.role_name or footer.speaker(message.voice_name, message.model_name)
            assert isinstance(self._entry, ReplyEntry)
            self._colour, turns = message.colour, self._entry.turns_left_out
            self.foot.show_stored(self._colour, footer.made_by(message))
            self.foot.siblings.show_siblings(self._entry.siblings, message.id)
        self._set(self._name, name)
        self._set(self._note, self._notes(turns))
        self.setAccessibleName(f"{name}: {' '.join(self.text()[:SPOKEN].split())}")

    def _notes(self, turns_left_out: int) -> str:
        notes = [footer.left_out(turns_left_out)] if turns_left_out else []
        if isinstance(self._entry, ReplyEntry) and self._entry.scene_changed:
            notes.insert(0, footer.scene_changed())
        return "\n".join(notes)

    def _set(self, shown: QLabel, text: str) -> None:
        if shown.text() != text:
            shown.setText(text)
            self.grown.emit()

    # --- what can be done ---------------------------------------------------------------

    def copy(self) -> None:
        self._hands.copy(self.text())

    def _answer_again(self) -> None:
        if (message := self.message()) is not None:
            self._hands.answer_again(message)

    def _choose_voice(self) -> None:
        if (message := self.message()) is not None:
            self._hands.choose_voice(message, self.foot.voice)

    def press(self, key: int) -> bool:
        if key == Qt.Key.Key_C:
            self.copy()
        elif key == Qt.Key.Key_R:
            self._choose_voice()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self.foot.siblings.go(-1 if key == Qt.Key.Key_Left else 1)
        else:
            return False
        return True

    def stops(self) -> list[QWidget]:
        return [*self.body.stops(), *self.foot.stops()]

    def state_changed(self) -> None:
        self.body.set_reachable(self._current)
        message = self.message()
        in_scene = message is not None and message.role is not None
        self.foot.show_actions(self.active(), message is not None, another=not in_scene)
        super().state_changed()

    # --- how it looks -------------------------------------------------------------------

    def lay_out(self, width: int) -> int:
        left, inner = px(TEXT_X), width - px(TEXT_X) - px(RIGHT)
        self._name.setGeometry(left, px(TOP), inner, px(20))
        top = px(TOP) + px(NAME)
        self._note.setVisible(bool(self._note.text()))
        if self._note.text():
            height = self._note.heightForWidth(inner)
            self._note.setGeometry(left, top, inner, height)
            top += height + 4
        self.body.move(left, top)
        height = self.body.lay_out(inner)
        top += height + (px(4) if height else 0)
        self.foot.setGeometry(left, top, inner, px(28))
        top += px(28) + px(BOTTOM)
        self.resize(width, top)
        return top

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.active():
            painter.setBrush(colour("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(BAR_X + 2, 0, 0, 0), 8, 8)
        painter.setBrush(voice_colour(self._colour) if self._colour else colour("line_strong"))
        box = QRectF(BAR_X, 10, BAR, self.height() - 16)
        painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        painter.end()
        super().paintEvent(event)
