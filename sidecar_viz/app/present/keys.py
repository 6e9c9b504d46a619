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
    from sidecar_viz.app.stage.view import StageView


class PresentKeys(QObject):
    """Gives a window all keys.

    Clickers send letters and signs as if they were typed, so these work in the
    whole window: no field to type in is in it. Space, Enter and the arrows belong
    to the stage, or to a button while that has the keyboard.
    """

    def __init__(self, window: QWidget, stage: StageView, does: Actions) -> None:
        super().__init__(window)
        self._letters: list[QShortcut] = []
        self.digits = DigitKeys(window, lambda: stage.hot)
        stage.installEventFilter(self.digits)
        for command in does.commands:
            action = does[command.id]
            window.addAction(action)
            for key in command.stage:
                shortcut = QShortcut(
                    QKeySequence(key), window if is_letter(key) else stage
                )
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(command.repeats)
                shortcut.activated.connect(action.trigger)
                if is_letter(key):
                    self._letters.append(shortcut)

    def set_letters(self, *, letters: bool) -> None:
        """Let single characters be keys while *letters* is true."""
        self.digits.set_letters(letters=letters)
        for shortcut in self._letters:
            shortcut.setEnabled(letters)
