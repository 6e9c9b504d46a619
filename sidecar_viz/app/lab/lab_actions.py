"""The lab's commands as Qt's actions, in menus and under their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from sidecar_viz.app.lab.held.opened import Opened
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_command import MENUS, LabCommand, said, shown_key
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.app.preferences.preferences import Preferences

Context = Qt.ShortcutContext
PRESSING = ("Space", "Return", "Enter")  # what presses a button is left to it


def opened_lab(opened: Opened, preferences: Preferences) -> Lab:
    """Return a lab with all its commands in menus and under their keys."""
    lab = Lab(opened, preferences)
    make_actions(lab)
    return lab


def make_actions(lab: Lab) -> None:
    """Fill the menus, and let every key do what its command says."""
    window = lab.window
    for name in MENUS:
        menu = window.menu.addMenu(said(name))
        for row in LAB_COMMANDS:
            if row.menu != name:
                continue
            if row.gap:
                menu.addSeparator()
            menu.addAction(_shown(lab, row))
            everywhere = (*row.anywhere, *row.letters)
            _listen(lab, row, everywhere, Context.WindowShortcut, window.addAction)
            rest = tuple(key for key in row.picture if key not in row.letters)
            pressing = tuple(key for key in rest if key in PRESSING)
            rest = tuple(key for key in rest if key not in PRESSING)
            inside = Context.WidgetWithChildrenShortcut
            _listen(lab, row, rest, inside, window.listen_in_pictures)
            _listen(lab, row, pressing, inside, window.listen_beside_buttons)


def _shown(lab: Lab, row: LabCommand) -> QAction:
    """Make what stands in the menu."""
    keys = row.anywhere or row.picture
    words = said(row.text)
    shown = QAction(f"{words}\t{shown_key(keys[0])}" if keys else words, lab.window)
    shown.triggered.connect(lambda _checked: row.does(lab))
    return shown


def _listen(
    lab: Lab,
    row: LabCommand,
    keys: tuple[str, ...],
    context: Qt.ShortcutContext,
    listen: Callable[[QAction], object],
) -> None:
    """Let keys do it in some places; fields that are typed into take letters first."""
    if not keys:
        return
    action = QAction(said(row.text), lab.window)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(context)
    action.setAutoRepeat(row.repeats)
    action.triggered.connect(lambda _checked: row.does(lab))
    listen(action)
