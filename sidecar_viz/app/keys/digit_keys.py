"""Keys on the stage: digits, and Enter on an actor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DigitKeys(QObject):
    """Tells which digits are pressed, and leaves Enter to an actor that is looked at.

    Signals:
        digit: a digit was typed, as a number.
    """

    digit: SignalOf[int] = signal(int)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._hot = False
        self._shortcuts = []
        for number in range(10):
            shortcut = QShortcut(QKeySequence(str(number)), stage)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda n=number: self.digit.emit(n))
            self._shortcuts.append(shortcut)

    def set_letters(self, *, letters: bool) -> None:
        """Let single characters be keys while *letters* is true."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(letters)

    def leave_enter_to_stage(self, hot: str) -> None:
        """While an actor has the keyboard's attention, Enter belongs to it."""
        self._hot = bool(hot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on an actor is no shortcut."""
        if isinstance(event, QKeyEvent) and self._for_actor(watched, event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _for_actor(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not self._hot:
            return False
        pointed = isinstance(watched, QWidget) and watched.underMouse()
        return event.key() in ENTER and not pointed
