"""A place where every key is taken as what it is, to be told to the program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.plain_label import PlainLabel

LEADS_OUT = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
HELD_ONLY = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
    *(Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
    *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Mode_switch),
    *(Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R),
    *(Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R),
)
"""Keys that are held for others: the key that is meant comes after them."""


class KeyCatcher(QFrame):
    """Takes every key while it has the focus, but Tab and Esc, which lead out.

    Signals:
        caught: the key as text, "PgDown" or "Ctrl+F5"; "" for one that text has no
            name for, such as a dead key or Compose. Then what it is by its place on
            the keyboard, where that may be what counts; mostly "".
    """

    caught: SignalOf[str, str] = signal(str, str)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = ""
        self.setObjectName("catcher")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        self.words = PlainLabel(words, self)
        self.words.setBuddy(self)
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.words)

    def hear_place(self, key: str) -> None:
        """Take note of what the key pressed now is by its place, or ""."""
        self._place = key

    def event(self, event: QEvent) -> bool:
        """Claim keys before they are anybody's shortcut."""
        early = event.type() == QEvent.Type.ShortcutOverride
        if early and isinstance(event, QKeyEvent) and event.key() not in LEADS_OUT:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what was pressed."""
        if event.key() in LEADS_OUT:
            super().keyPressEvent(event)
        elif event.key() not in HELD_ONLY and not event.isAutoRepeat():
            combination = event.keyCombination()
            keypad = ~Qt.KeyboardModifier.KeypadModifier
            held = combination.keyboardModifiers() & keypad
            written = _written(QKeySequence(held.value | event.key()))
            self.caught.emit(written, self._place)


def _written(pressed: QKeySequence) -> str:
    """Write a key as text; "" if the text would be of another key.

    Qt has one letter for all dead keys and Compose, and capitals that are elsewhere.
    """
    text = pressed.toString()
    return text if QKeySequence(text) == pressed else ""
