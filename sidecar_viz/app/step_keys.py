"""Digits typed on the stage, and Enter: go to that step, or answer with a number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

MOST_DIGITS = 4


class StepKeys(QObject):
    """Collects digits.

    Signals:
        digit: a digit was typed, as a number.
    """

    digit = Signal(int)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._typed = ""
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
        """Add a digit; the number so far."""
        self._typed = (self._typed + str(number))[-MOST_DIGITS:]
        return self._typed

    def taken(self) -> int | None:
        """The number that was typed, and forget it; None when there was none."""
        typed, self._typed = self._typed, ""
        return int(typed) if typed else None

    def leave_enter_to_stage(self, hot: str) -> None:
        """While an actor has the keyboard's attention, Enter belongs to it."""
        self._hot = bool(hot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on an actor is no shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and self._hot:
            key = event.key() if isinstance(event, QKeyEvent) else 0
            pointed = isinstance(watched, QWidget) and watched.underMouse()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not pointed:
                event.accept()
                return True
        return super().eventFilter(watched, event)
