"""Keys that work anywhere in a dialog, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(dialog: QWidget, keys: Mapping[str, Callable[[], object]]) -> list[QShortcut]:
    """Let each key call its function; held down, it still calls it once."""
    made = []
    for key, function in keys.items():
        shortcut = QShortcut(QKeySequence(key), dialog)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(function)
        made.append(shortcut)
    return made
