"""Keys that work anywhere in a dialog, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget


def bind(dialog: QWidget, keys: Mapping[str, Callable[[], object]]) -> list[QShortcut]:
    """Let each key call its function; held down, it still calls it once.

    Enter belongs to the button that has the focus, if one has it.
    """

    def unless_on_button(function: Callable[[], object]) -> Callable[[], None]:
        def called() -> None:
            focused = dialog.focusWidget()
            if isinstance(focused, QPushButton) and focused.isVisible():
                focused.click()
            else:
                function()

        return called

    made = []
    for key, function in keys.items():
        shortcut = QShortcut(QKeySequence(key), dialog)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        enter = key in {"Return", "Enter"}
        shortcut.activated.connect(unless_on_button(function) if enter else function)
        made.append(shortcut)
    return made
