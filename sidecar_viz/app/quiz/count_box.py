"""A field for a number that is counted: the next digit begins it anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from sidecar_viz.app.keys.places import digit_of
from sidecar_viz.core.learning.vote import MOST

INSIDE = (3, 3, -3, -3)
REPLACING = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange)
OWN_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right)


def digits_of(event: QKeyEvent) -> str:
    """Return the digits that a key types, in whichever script the keyboard has.

    A key that has a digit on it types that, alone: the "-" of a French 6 is 6.
    """
    if event.text().isdecimal():
        return "".join(str(int(sign)) for sign in event.text())
    alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return digit_of(event) if alone else ""


def in_ascii(event: QKeyEvent, digits: str) -> QKeyEvent:
    """Make the same press with these digits."""
    return QKeyEvent(event.type(), event.key(), event.modifiers(), digits)


class CountBox(QSpinBox):
    """A number from 0 to 999; letters and all other keys stay with the dialog.

    The first digit replaces what stands there, unless somebody began to type it.
    """

    def __init__(self, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())  # digits like those of the words around
        self.setRange(0, MOST)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Votes for {letter}").format(letter=letter))
        # Letters are the dialog's keys here, by their place, too: nothing is composed.
        composes = Qt.WidgetAttribute.WA_InputMethodEnabled
        self.setAttribute(composes, False)  # noqa: FBT003 - Qt's own signature
        self._begun = False
        self.lineEdit().installEventFilter(self)
        self.installEventFilter(self)

    def make_ready(self) -> None:
        """Let the next digit begin another number."""
        self._begun = False
        if self.hasFocus():
            self.selectAll()

    def show_count(self, count: int) -> None:
        """Show a number that was not typed here; the next digit replaces it."""
        if self.value() != count:
            self.setValue(count)
            self.make_ready()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready for a number, wherever the focus came from."""
        super().focusInEvent(event)
        self.make_ready()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Qt selects nothing in a box that was not shown yet, or was clicked."""
        digits = digits_of(event)
        if digits and not self._begun:
            self.selectAll()
        self._begun = self._begun or bool(digits) or event.key() in OWN_KEYS
        super().keyPressEvent(in_ascii(event, digits) if digits else event)

    def stepBy(self, steps: int) -> None:
        """Count up or down; what comes out was not typed."""
        super().stepBy(steps)
        self.make_ready()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the number alone: a wheel turns by accident."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Give the number all the room: Qt leaves it none without buttons."""
        done = super().event(event)
        if event.type() in REPLACING:
            self.lineEdit().setGeometry(self.rect().adjusted(*INSIDE))
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim digits only, the dialog has keys for others; mark after a click."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(
            event, QKeyEvent
        ):
            if digits_of(event) or event.key() in OWN_KEYS:
                event.accept()
            else:
                event.ignore()
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and not self._begun:
            self.make_ready()  # the press took the mark away
        return super().eventFilter(watched, event)
