"""Keys on the stage: digits, and Enter on an actor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal


class DigitKeys(QObject):
    """Tells which digits are pressed, and leaves Enter to an actor that is looked at.

    Signals:
        digit: a digit was typed, as a number.
    """

    digit: SignalOf[int] = signal(int)

    def __init__(self, stage: QWidget, hot: Callable[[], str]) -> None:
        """Listen on the *stage*; *hot* tells which actor the keyboard is on."""
        super().__init__(stage)
        self._hot = hot
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on an actor is no shortcut."""
        early = event.type() == QEvent.Type.ShortcutOverride
        enter = isinstance(event, QKeyEvent) and is_enter(event)
        if early and enter and self._hot():
            event.accept()
            return True
        return super().eventFilter(watched, event)
