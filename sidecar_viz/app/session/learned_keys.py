"""Keys that a clicker sends and that were taught what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.keys.actions import is_letter, key_name, said
from sidecar_viz.app.window.main_window import MainWindow

Pairs = tuple[tuple[str, str], ...]

STANDS_FOR = {"next": "PgDown", "previous": "PgUp", "black": "B"}
"""What can be taught, and the key that then does it in every window."""
DIALOGS_OWN = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab")


def tr(text: str) -> str:
    """A text about keys in the user's language."""
    return QCoreApplication.translate("learned_keys", text)


def same_key(key: str) -> str:
    """The key as Qt writes it, so that two spellings are one key."""
    return QKeySequence(key).toString()


def used_for(key: str, learned: Pairs = ()) -> str:
    """The name of what a key does already; "" when it is free."""
    wanted = same_key(key)
    if wanted in map(same_key, DIALOGS_OWN):
        return tr("Go to the next control")
    if wanted.isdigit():
        return tr("Type a step's number")
    for command in COMMANDS:
        keys = (*command.stage, *command.anywhere)
        if wanted in map(same_key, keys):
            return said(command.text)
    return next((name_of(name) for k, name in learned if same_key(k) == wanted), "")


def name_of(command_id: str) -> str:
    """What a command is called."""
    found = (one.text for one in COMMANDS if one.id == command_id)
    return said(next(found, command_id))


def with_key(learned: Pairs, key: str, command_id: str) -> Pairs:
    """The learned keys with one more; nothing changes for a key that is taken."""
    if used_for(key, learned) or command_id not in STANDS_FOR or not same_key(key):
        return learned
    return (*learned, (same_key(key), command_id))


def shown_keys(learned: Sequence[tuple[str, str]]) -> str:
    """The learned keys for people: "F13: Next step"."""
    return ", ".join(f"{key_name(key)}: {name_of(name)}" for key, name in learned)


class LearnedKeys(QObject):
    """Lets learned keys do what they were taught, whatever window is in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pairs: Pairs = ()
        self._shortcuts: list[QShortcut] = []
        window.preferences_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Take the keys that are in the preferences now."""
        chosen = self._window.preferences
        letters = chosen.single_letter_keys
        pairs = tuple(
            (key, name)
            for key, name in chosen.learned_keys
            if name in STANDS_FOR and not used_for(key)
            if letters or not is_letter(key)
        )
        if pairs == self._pairs:
            return
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._pairs = pairs
        self._shortcuts = [self._made(key, name) for key, name in pairs]

    def _made(self, key: str, name: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: do_in_front(self._window, name))
        return shortcut


def do_in_front(window: MainWindow, command_id: str) -> None:
    """Do in the window in front what the command's own key would do there."""
    front: QWidget | None = QApplication.activeWindow()
    wanted = QKeySequence(STANDS_FOR[command_id])
    if front is not None and front is not window:
        for shortcut in front.findChildren(QShortcut):
            if shortcut.key() == wanted and shortcut.isEnabled():
                shortcut.activated.emit()
                return
        for action in front.actions():
            if wanted in action.shortcuts() and action.isEnabled():
                action.trigger()
                return
    window.commands[command_id].trigger()
