"""Keys that a clicker sends and that were taught what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.dialog.clicker import TakesClicks
from sidecar_viz.app.keys.actions import is_letter
from sidecar_viz.app.keys.by_place import use_of
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.keys.key_uses import KeyUses
from sidecar_viz.app.window.main_window import MainWindow

CLICKS: Mapping[CommandId, Callable[[TakesClicks], None]] = {
    "next": lambda window: window.click_next(),
    "previous": lambda window: window.click_previous(),
}


class LearnedKeys(QObject):
    """Lets learned keys do what they were taught, whatever window is in front.

    Where the keyboard is in a window with a shortcut for such a key, that one keeps it:
    of two shortcuts for one key, Qt lets neither have it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._front: QWidget = window
        self._pairs: tuple[tuple[str, CommandId], ...] = ()
        self._shortcuts: list[QShortcut] = []
        window.preferences_changed.connect(lambda _all, _changed: self.follow())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._give_way)
        self.follow()

    def follow(self) -> None:
        """Take the keys that are in the preferences now."""
        chosen = self._window.preferences
        letters = chosen.single_letter_keys
        uses = KeyUses(self._window.commands.commands)
        pairs = tuple(
            (key, command_id)
            for key, name in chosen.learned_keys
            for command_id in uses.learnable
            if command_id == name and not uses.used_for(key)
            if letters or not is_letter(key)
        )
        if pairs != self._pairs:
            self._listen_for(pairs)
        self._give_way()

    def over(self, front: QWidget) -> None:
        """Listen while this window is there: a hidden one has no shortcuts."""
        if front is not self._front:
            self._front = front
            self._listen_for(self._pairs)
            self._give_way()

    def _listen_for(self, pairs: tuple[tuple[str, CommandId], ...]) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._pairs = pairs
        self._shortcuts = [self._made(key, name) for key, name in pairs]

    @Slot()
    def _give_way(self) -> None:
        """Leave keys to the window that has the keyboard, if they are its own."""
        here = QApplication.focusWidget() or QApplication.activeWindow() or self._front
        elsewhere = here.window() is not self._front
        for shortcut in self._shortcuts:
            own = elsewhere and use_of(here, shortcut.key()) is not None
            shortcut.setEnabled(not own)

    def _made(self, key: str, command_id: CommandId) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._front)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(self._do, command_id))
        return shortcut

    def _do(self, command_id: CommandId) -> None:
        """Go on or back in the window in front; else do what the command does.

        Over a window that goes on by itself, a dialog lets nothing go on below it.
        """
        front = QApplication.activeWindow()
        clicks = CLICKS.get(command_id)
        if clicks is not None and isinstance(front, TakesClicks):
            clicks(front)
        elif clicks is None or not _stands_over_clicks(front):
            self._window.commands[command_id].trigger()


def _stands_over_clicks(front: QWidget | None) -> bool:
    below = front.parentWidget() if front is not None else None
    while below is not None and not isinstance(below.window(), TakesClicks):
        below = below.window().parentWidget()
    return below is not None
