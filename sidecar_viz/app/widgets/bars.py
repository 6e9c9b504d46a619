"""The bars that come over the stage or the panels: what-if and prediction."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD

MOST_HEIGHT = 10_000
NO_BREAK = "\u00a0"


class Bar(QFrame):
    """A coloured strip with a sentence and buttons; it covers nothing.

    Signals:
        abandoned: it was hidden with the keyboard in it, which Qt put somewhere else.
    """

    abandoned = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.message = PlainLabel("", self)
        self.message.setWordWrap(True)
        self.buttons: list[KeyButton] = []
        self.row = QHBoxLayout()
        self.row.addWidget(self.message, 1)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.row)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Maximum)
        self.hide()

    def add_button(self, text: str, key: str = "") -> KeyButton:
        """Return a button at the right."""
        button = KeyButton(text, key, self, compact=True)
        self.buttons.append(button)
        self.row.addWidget(button)
        return button

    def say(self, message: str) -> None:
        """Show the bar with this message."""
        self.message.setText(message)
        self.setAccessibleName(message.replace(NO_BREAK, " "))
        self.show()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Show or hide it; tell if it held the keyboard."""
        focused = QApplication.focusWidget()
        held = not visible and focused is not None and self.isAncestorOf(focused)
        super().setVisible(visible)
        if held:
            self.abandoned.emit()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side, top = look.px(18), look.px(6)
        self.column.setContentsMargins(side, top, side, top)
        self.row.setSpacing(look.px(14))
        self.message.setFont(look.font(17, SEMIBOLD))
        for button in self.buttons:
            button.set_look(look)


class WhatIfBar(Bar):
    """Says that this is not the lesson but a what-if, and leads back.

    Signals:
        left: back to the lesson.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("apart", parent)
        back = self.add_button(self.tr("Back to the lesson"), "Alt R")
        back.clicked.connect(self.left)

    def show_what_if(self, title: str) -> None:
        """Name the what-if, or hide when there is none."""
        if title:
            self.say(title)
        else:
            self.hide()


class PredictBar(Bar):
    """Asks what changes now, and says how right the answer was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("question", parent)
        self._longest = ""
        self._letters = True

    def set_letters(self, *, letters: bool) -> None:
        """Name the numbers' keys only where they work."""
        self._letters = letters

    def keep_place(self, *, keep: bool, names: str) -> None:
        """Keep room for the question with these *names* while *keep* is true."""
        self._longest = self._question(names)
        self._hold_height()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keep)
        self.setSizePolicy(policy)
        self.updateGeometry()  # other names may need another place

    def ask(self, names: str) -> None:
        """Ask before a step is shown; *names* are the answers with their keys."""
        self.say(self._question(names))
        self._hold_height()

    def _question(self, names: str) -> str:
        asked = self.tr("What changes now? Click it, or press its number: {names}")
        if not self._letters:
            asked = self.tr("What changes now? Click it, or use Tab and Enter: {names}")
        return asked.format(names=names)

    def sizeHint(self) -> QSize:
        """Hidden, too, as high as the question needs: it keeps its place."""
        hint, over = super().sizeHint(), self.parentWidget()
        if over is not None and self.isHidden():
            hint.setHeight(self.heightForWidth(over.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Hidden, too, it is not squeezed: its place would go and come."""
        least = super().minimumSizeHint()
        if self.isHidden():
            least.setHeight(self.sizeHint().height())
        return least

    def heightForWidth(self, width: int) -> int:
        """Return the same height for an answer as for the question."""
        margins = self.column.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self.frameWidth()
        return max(super().heightForWidth(width), self._words_height(width) + around)

    def _words_height(self, width: int) -> int:
        """Return how high the longest question is in a bar of this width."""
        margins = self.column.contentsMargins()
        beside = margins.left() + margins.right() + 2 * self.frameWidth()
        room = QRect(0, 0, max(1, width - beside), MOST_HEIGHT)
        wrap = Qt.TextFlag.TextWordWrap
        words = self.message.fontMetrics().boundingRect(room, wrap, self._longest)
        return words.height()

    def _hold_height(self) -> None:
        """Give the words the question's height: layouts ask them, not the bar."""
        high = 0 if self.isHidden() else self._words_height(self.width())
        self.message.setMinimumHeight(high)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden, it keeps its place by its size hint."""
        super().hideEvent(event)
        self._hold_height()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        super().set_look(look)
        self._hold_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the question anew."""
        super().resizeEvent(event)
        self._hold_height()
