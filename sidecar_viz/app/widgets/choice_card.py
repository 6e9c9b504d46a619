"""A big button with a badge, a title, a remark and an explanation: one choice."""

from __future__ import annotations

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.choice_paint import (
    Choice,
    Parts,
    measured,
    paint_choice,
    paint_ring,
)

READING_WIDTH = 420


class ChoiceCard(QAbstractButton):
    """Shows a choice; as high as its text needs.

    Signals:
        focused: the card has the keyboard's focus now.
    """

    focused = Signal()

    def __init__(
        self, choice: Choice, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = Look()
        self._small = small
        self.choice = choice
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_choice(choice)

    def show_choice(self, choice: Choice) -> None:
        """Show this, and let it be read aloud."""
        self.choice = choice
        self.setText(choice.title)
        name = f"{choice.badge}: {choice.title}" if choice.badge else choice.title
        heard = f"{name}. {choice.remark}" if choice.remark else name
        self.setAccessibleName(heard)
        self.setAccessibleDescription(choice.detail)
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def _parts(self, width: int) -> Parts:
        return measured(self.choice, self._look, float(width), small=self._small)

    def hasHeightForWidth(self) -> bool:
        """Higher when narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text needs."""
        return self._parts(width).height

    def sizeHint(self) -> QSize:
        """Wide enough to read well."""
        width = self._look.roomy(READING_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of a finger's target; the text wraps."""
        return QSize(self._look.px(160), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, and the ring if it has the focus."""
        size = QSizeF(self.size())
        hot = self.underMouse() or self.isDown()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            parts = self._parts(self.width())
            paint_choice(painter, self.choice, self._look, size, parts, hot=hot)
            if self.hasFocus():
                paint_ring(painter, self.choice, self._look, size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses; arrows and Enter are for whoever holds the card."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it, so that the card can be scrolled to."""
        super().focusInEvent(event)
        self.focused.emit()
