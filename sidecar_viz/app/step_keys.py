"""Keys on the stage: digits typed one after the other, and keys that are held."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.command_table import COMMANDS

MOST_DIGITS = 4
PATIENCE = 5000
"""Milliseconds after which a digit that led nowhere no longer counts."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REPEATING = frozenset(
    QKeySequence(key).toString()
    for command in COMMANDS
    if command.repeats
    for key in command.stage
)


class StepKeys(QObject):
    """Collects digits, and hears a held key only once.

    Some X servers send a held key as a release and a press again and again, both at
    the same moment, and call neither a repetition. No finger is that fast.

    Signals:
        digit: a digit was typed, as a number.
    """

    digit = Signal(int)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._typed = ""
        self._since_digit = QElapsedTimer()
        self._hot = False
        self._released = (0, 0)
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
        """Enter on an actor is no shortcut, and a key that is held is none."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease:
                self._released = (event.key(), event.timestamp())
            elif self._held(event) or self._for_actor(watched, event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _held(self, event: QKeyEvent) -> bool:
        """Whether this press comes from a key that was never let go."""
        if not event.timestamp() or event.isAutoRepeat():
            return False
        same = self._released == (event.key(), event.timestamp())
        wanted = QKeySequence(event.keyCombination()).toString()
        return same and wanted not in REPEATING

    def _for_actor(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not self._hot:
            return False
        pointed = isinstance(watched, QWidget) and watched.underMouse()
        return event.key() in ENTER and not pointed
