"""The lab's commands as Qt's actions, in menus and under their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from sidecar_viz.app.keys.actions import is_letter
from sidecar_viz.app.lab.held.opened import Opened
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_command import MENUS, LabCommand, said, shown_key
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.app.preferences.preferences import Preferences

Context = Qt.ShortcutContext
PRESSING = ("Space", "Return", "Enter")  # what presses a button is left to it


class ShowsKey(Protocol):
    """A button that shows a key beside its words."""

    @property
    def key(self) -> str:
        """The key, or ""."""

    def set_key(self, key: str) -> None:
        """Show another key, or none."""


def opened_lab(opened: Opened, preferences: Preferences) -> Lab:
    """Return a lab with all its commands in menus and under their keys."""
    lab = Lab(opened, preferences)
    LabKeys(lab).set_letters(letters=preferences.single_letter_keys)
    return lab


def set_letters(lab: Lab, *, letters: bool) -> None:
    """Let single characters be keys of a lab while *letters* is true."""
    for keys in lab.findChildren(LabKeys):
        keys.set_letters(letters=letters)


class LabKeys(QObject):
    """Fills the menus, and lets every key do what its command says."""

    def __init__(self, lab: Lab) -> None:
        super().__init__(lab)
        window = lab.window
        self._lab = lab
        self._looks = window.looks
        self._heard: list[tuple[QAction, tuple[str, ...]]] = []
        self._shown: list[tuple[QAction, LabCommand]] = []
        self._buttons: list[tuple[ShowsKey, str]] = []
        self._bars = (window.header, window.transport, window.why)
        for name in MENUS:
            menu = window.menu.addMenu(said(name))
            for row in LAB_COMMANDS:
                if row.menu != name:
                    continue
                if row.gap:
                    menu.addSeparator()
                menu.addAction(self._in_menu(lab, row))
                self._listen_for(lab, row)
        bar = window.transport
        self._take_buttons(bar.play, bar.folds, bar.undo)
        self._take_buttons(window.header.twin, window.why.rule)
        window.late.twin.then(lambda twin: self._take_buttons(twin.only))

    def set_letters(self, *, letters: bool) -> None:
        """Let single characters be keys while *letters* is true, and show no others."""
        if letters == self._lab.letters:
            return
        self._lab.letters = letters
        for action, keys in self._heard:
            action.setShortcuts([QKeySequence(key) for key in self._working(keys)])
        for action, row in self._shown:
            action.setText(self._words(row))
        for button, key in self._buttons:
            button.set_key(self._key_shown(key))
        for part in self._bars:
            part.set_look(self._looks.look)  # shares its room out anew

    def _working(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if self._lab.letters or not is_letter(key))

    def _words(self, row: LabCommand) -> str:
        words, keys = said(row.text), self._working(row.keys)
        return f"{words}\t{shown_key(keys[0])}" if keys else words

    def _key_shown(self, key: str) -> str:
        return key if self._working((key,)) else ""

    def _take_buttons(self, *buttons: ShowsKey) -> None:
        """Let buttons show their keys only while these work."""
        for button in buttons:
            self._buttons.append((button, button.key))
            button.set_key(self._key_shown(button.key))

    def _in_menu(self, lab: Lab, row: LabCommand) -> QAction:
        """Make what stands in the menu."""
        shown = QAction(self._words(row), lab.window)
        shown.triggered.connect(lambda _checked: row.does(lab))
        self._shown.append((shown, row))
        return shown

    def _listen_for(self, lab: Lab, row: LabCommand) -> None:
        """Let the keys of a command do it, each where it is to be heard."""
        window, inside = lab.window, Context.WidgetWithChildrenShortcut
        everywhere = (*row.anywhere, *row.letters)
        self._listen(lab, row, everywhere, Context.WindowShortcut, window.addAction)
        rest = tuple(key for key in row.picture if key not in row.letters)
        pressing = tuple(key for key in rest if key in PRESSING)
        rest = tuple(key for key in rest if key not in PRESSING)
        self._listen(lab, row, rest, inside, window.listen_in_pictures)
        self._listen(lab, row, pressing, inside, window.listen_beside_buttons)

    def _listen(
        self,
        lab: Lab,
        row: LabCommand,
        keys: tuple[str, ...],
        context: Qt.ShortcutContext,
        listen: Callable[[QAction], object],
    ) -> None:
        """Let keys do it in some places; fields to type into take letters first."""
        if not keys:
            return
        action = QAction(said(row.text), lab.window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(context)
        action.setAutoRepeat(row.repeats)
        action.triggered.connect(lambda _checked: row.does(lab))
        self._heard.append((action, keys))
        listen(action)
