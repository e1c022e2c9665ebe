"""A message of the owner: a bubble on the right, or its editor while it is being changed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from adapters.catalog.records import Message
from gui.chat.markdown.body import Body
from gui.chat.markdown.pieces import PlainSplitter
from gui.chat.thread.edit_box import EditBox
from gui.chat.thread.entries import OwnerEntry
from gui.chat.thread.hands import Hands
from gui.chat.thread.item import Item
from gui.chat.thread.siblings import Siblings
from gui.theme.tokens import colour, px
from gui.widgets.buttons import icon_button
from gui.widgets.layouts import row

BUBBLE, RIGHT, PAD_X, PAD_Y = 560, 12, 14, 10
SPOKEN = 300


class OwnerItem(Item):
    """The text is shown as it was written, never as markdown."""

    def __init__(self, entry: OwnerEntry, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._entry = entry
        self.editor: EditBox | None = None
        self._bubble = QRectF()
        self.siblings = Siblings()
        self.siblings.chosen.connect(hands.show_sibling)
        self.copy_button = icon_button("copy", self.tr("Copy"))
        self.edit_button = icon_button("pencil", self.tr("Edit and send again"))
        self.copy_button.clicked.connect(self.copy)
        self.edit_button.clicked.connect(self.edit)
        self._actions = QWidget()
        self._actions.setLayout(row(self.copy_button, self.edit_button, gap=0))
        for button in (self.copy_button, self.edit_button):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._side = QWidget(self)
        self._side.setLayout(row(self.siblings, self._actions, gap=4))
        self.body = self._new_body()
        self.set_entry(entry)

    def set_entry(self, entry: OwnerEntry) -> None:
        """Take another version of the message."""
        before, self._entry = self._entry, entry
        if before.message.id != entry.message.id:
            self._close_editor()
        if before.message.text != entry.message.text:
            self.body.deleteLater()
            self.body.hide()
            self.body = self._new_body()
        self.siblings.show_siblings(entry.siblings, entry.message.id)
        spoken = " ".join(entry.message.text[:SPOKEN].split())
        self.setAccessibleName(self.tr("You: {text}").format(text=spoken))
        self.state_changed()
        self.grown.emit()

    def message(self) -> Message:
        return self._entry.message

    def copy(self) -> None:
        self._hands.copy(self.message().text)

    def edit(self) -> None:
        """Put an editor in the place of the bubble."""
        if self.editor is not None:
            return
        self.editor = box = EditBox(self._hands.edited(self.message()), self)
        box.changed.connect(lambda text: self._hands.keep_edit(self.message(), text))
        box.sent.connect(self._resend)
        box.dropped.connect(self._drop)
        box.grown.connect(self.grown)
        box.show()
        self._show_parts()
        box.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resend(self, text: str) -> None:
        message = self.message()
        self._close_editor()
        self._hands.keep_edit(message, None)
        self._hands.resend(message, text)

    def _drop(self) -> None:
        self._hands.keep_edit(self.message(), None)
        self._close_editor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self._show_parts()

    def _show_parts(self) -> None:
        self.body.setVisible(self.editor is None)
        self.state_changed()
        self.grown.emit()

    def pinned(self) -> bool:
        return self.editor is not None or super().pinned()

    def press(self, key: int) -> bool:
        if key == Qt.Key.Key_C:
            self.copy()
        elif key == Qt.Key.Key_E:
            self.edit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self.siblings.go(-1 if key == Qt.Key.Key_Left else 1)
        else:
            return False
        return True

    def stops(self) -> list[QWidget]:
        if self.editor is not None:
            return self.editor.stops()
        actions: list[QWidget] = [self.copy_button, self.edit_button]
        shown = actions if not self._actions.isHidden() else []
        return [*self.body.stops(), *self.siblings.stops(), *shown]

    def state_changed(self) -> None:
        self._actions.setVisible(self.active() and self.editor is None)
        self._side.setVisible(self.editor is None)
        super().state_changed()

    def lay_out(self, width: int) -> int:
        most = min(px(BUBBLE), width - px(RIGHT) - 80)
        right = width - px(RIGHT)
        if self.editor is not None:
            height = self.editor.lay_out(most)
            self.editor.move(right - most, 0)
            self._bubble = QRectF()
        else:
            height = self._lay_out_bubble(most, right)
        self.resize(width, height)
        return height

    def _lay_out_bubble(self, most: int, right: int) -> int:
        inner = self.body.natural_width(most - 2 * px(PAD_X))
        height = self.body.lay_out(max(8, inner)) + 2 * px(PAD_Y)
        wide = inner + 2 * px(PAD_X)
        self._bubble = QRectF(right - wide, 0, wide, height)
        self.body.move(right - wide + px(PAD_X), px(PAD_Y))
        size = self._side.sizeHint()
        self._side.setGeometry(
            right - wide - size.width() - 8,
            height - size.height() - 4,
            size.width(),
            size.height(),
        )
        return height

    def _new_body(self) -> Body:
        body = Body(self._entry.message.text, PlainSplitter(), parent=self)
        body.grown.connect(self.grown)
        body.show()
        return body

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bubble.isEmpty():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(self._bubble, 8, 8)
            painter.end()
        super().paintEvent(event)
