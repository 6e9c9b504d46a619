"""Keys that a clicker sends and that were taught what to do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.dialog.clicker import TakesClicks
from sidecar_viz.app.keys.actions import AnyCommand, is_letter, key_name, said
from sidecar_viz.app.keys.by_place import COLON, STOP
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.window.main_window import MainWindow

Pairs = tuple[tuple[str, str], ...]

DIALOGS_OWN = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab")


def tr(text: str) -> str:
    """Translate a text about keys into the user's language."""
    return QCoreApplication.translate("learned_keys", text)


def same_key(key: str) -> str:
    """Write a key as Qt does, so that two spellings are one key."""
    return QKeySequence(key).toString()


class KeyUses:
    """Tells what keys do, by the commands' rows and by what they were taught."""

    def __init__(self, commands: Iterable[AnyCommand]) -> None:
        self._commands = tuple(commands)
        self.learnable = tuple(one.id for one in self._commands if one.learnable)

    def name_of(self, command_id: str) -> str:
        """Give a command's name; of one that does not exist, its id."""
        found = (one.text for one in self._commands if one.id == command_id)
        return said(next(found, command_id))

    def used_for(self, key: str, learned: Pairs = ()) -> str:
        """Name what a key does already; "" when it is free."""
        wanted = same_key(key)
        if wanted in map(same_key, DIALOGS_OWN):
            return tr("Go to the next control")
        if wanted.isdigit():
            return tr("Type a step's number")
        for command in self._commands:
            if wanted in map(same_key, command.keys):
                return said(command.text)
        taught = (self.name_of(name) for k, name in learned if same_key(k) == wanted)
        return next(taught, "")

    def untaught(self, key: str) -> str:
        """Name what a free key does while it is taught nothing; mostly ""."""
        return self.used_for(STOP) if same_key(key) == COLON else ""

    def with_key(self, learned: Pairs, key: str, command_id: str) -> Pairs:
        """Return the learned keys with one more; a key that is taken adds nothing."""
        taken = self.used_for(key, learned) or not same_key(key)
        if taken or command_id not in self.learnable:
            return learned
        return (*learned, (same_key(key), command_id))

    def shown(self, learned: Pairs) -> str:
        """Write the learned keys for people: "F13: Next step"."""
        return ", ".join(f"{key_name(k)}: {self.name_of(name)}" for k, name in learned)


class LearnedKeys(QObject):
    """Lets learned keys do what they were taught, whatever window is in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._front: QWidget = window
        self._uses = KeyUses(window.commands.commands)
        self._pairs: tuple[tuple[str, CommandId], ...] = ()
        self._shortcuts: list[QShortcut] = []
        window.preferences_changed.connect(lambda _all, _changed: self.follow())
        self.follow()

    def follow(self) -> None:
        """Take the keys that are in the preferences now."""
        chosen = self._window.preferences
        letters = chosen.single_letter_keys
        pairs = tuple(
            (key, command_id)
            for key, name in chosen.learned_keys
            for command_id in self._uses.learnable
            if command_id == name and not self._uses.used_for(key)
            if letters or not is_letter(key)
        )
        if pairs != self._pairs:
            self._listen_for(pairs)

    def over(self, front: QWidget) -> None:
        """Listen while this window is there: a hidden one has no shortcuts."""
        if front is not self._front:
            self._front = front
            self._listen_for(self._pairs)

    def _listen_for(self, pairs: tuple[tuple[str, CommandId], ...]) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._pairs = pairs
        self._shortcuts = [self._made(key, name) for key, name in pairs]

    def _made(self, key: str, command_id: CommandId) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._front)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(self._do, command_id))
        return shortcut

    def _do(self, command_id: CommandId) -> None:
        """Go on or back in the dialog in front; else do what the command does."""
        front = QApplication.activeWindow()
        if isinstance(front, TakesClicks) and command_id == "next":
            front.click_next()
        elif isinstance(front, TakesClicks) and command_id == "previous":
            front.click_previous()
        else:
            self._window.commands[command_id].trigger()
