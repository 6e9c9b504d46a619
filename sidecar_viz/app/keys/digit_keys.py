"""Keys on the stage: digits typed one after the other, and Enter on an actor."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

MOST_DIGITS = 4
PATIENCE = 5000
"""Milliseconds after which a digit that led nowhere no longer counts."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepKeys(QObject):
    """Collects digits, and leaves Enter to an actor that is looked at.

    Signals:
        digit: a digit was typed, as a number.
    """

    digit = Signal(int)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._typed = ""
        self._since_digit = QElapsedTimer()
        self._hot = False
        self._shortcuts = []
        for number in range(10):
            shortcut = QShortcut(QKeySequence(str(number)), stage)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda n=number: self.digit.emit(n))
            self._shortcuts.append(shortcut)

    def set_letters(self, *, letters: bool) -> None:
        """Let single characters be keys, or not."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(letters)

    def collect(self, number: int) -> str:
        """Add a digit; the number so far. A digit left alone is soon forgotten."""
        before = "" if self._stale() else self._typed
        self._typed = (before + str(number))[-MOST_DIGITS:]
        self._since_digit.start()
        return self._typed

    def taken(self) -> int | None:
        """The number that was typed, and forget it; None when there was none."""
        typed, self._typed = "" if self._stale() else self._typed, ""
        return int(typed) if typed else None

    def _stale(self) -> bool:
        return not self._since_digit.isValid() or self._since_digit.elapsed() > PATIENCE

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
