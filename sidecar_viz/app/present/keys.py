"""The keys of every command, in a window that presents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from sidecar_viz.app.keys.actions import is_letter
from sidecar_viz.app.keys.digit_keys import DigitKeys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sidecar_viz.app.keys.actions import Actions
    from sidecar_viz.app.keys.command import AnyCommand
    from sidecar_viz.app.stage.view import StageView


class PresentKeys(QObject):
    """Gives a window all keys.

    Clickers send letters and signs as if they were typed, so these work in the
    whole window: no field to type in is in it. Space, Enter and the arrows belong
    to the stage, or to a button while that has the keyboard.
    """

    def __init__(self, window: QWidget, stage: StageView, does: Actions) -> None:
        super().__init__(window)
        self._window, self._stage, self._does = window, stage, does
        self._shortcuts: list[QShortcut] = []
        self._letters = True
        self.digits = DigitKeys(window, lambda: stage.hot)
        stage.installEventFilter(self.digits)
        for command in does.commands:
            window.addAction(does[command.id])
        self.take_keys()

    def take_keys(self) -> None:
        """Give the window the keys that the commands have now."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [
            self._made(command, key)
            for command in self._does.commands
            for key in command.stage
        ]
        self.set_letters(letters=self._letters)

    def set_letters(self, *, letters: bool) -> None:
        """Let single characters be keys while *letters* is true."""
        self._letters = letters
        self.digits.set_letters(letters=letters)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(letters or not is_letter(shortcut.objectName()))

    def _made(self, command: AnyCommand, key: str) -> QShortcut:
        place = self._window if is_letter(key) else self._stage
        shortcut = QShortcut(QKeySequence(key), place)
        shortcut.setObjectName(key)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(command.repeats)
        shortcut.activated.connect(self._does[command.id].trigger)
        return shortcut
