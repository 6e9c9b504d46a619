"""The lab's commands as Qt's actions, in menus and under their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from sidecar_viz.app.lab.held.opened import Opened
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_commands import (
    LAB_COMMANDS,
    MENUS,
    LabCommand,
    said,
    shown_key,
)
from sidecar_viz.app.preferences.preferences import Preferences


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
            shown, action = _actions(lab, row)
            menu.addAction(shown)
            for place in (window,) if row.anywhere else window.pictures:
                place.addAction(action)


def _actions(lab: Lab, row: LabCommand) -> tuple[QAction, QAction]:
    """Make what stands in the menu, and what its keys trigger."""
    keys = row.anywhere or row.picture
    words = said(row.text)
    shown = QAction(f"{words}\t{shown_key(keys[0])}" if keys else words, lab.window)
    action = QAction(words, lab.window)
    action.setShortcuts([QKeySequence(key) for key in keys])
    context = Qt.ShortcutContext
    action.setShortcutContext(
        context.WindowShortcut if row.anywhere else context.WidgetWithChildrenShortcut
    )
    action.setAutoRepeat(row.repeats)
    for one in (shown, action):
        one.triggered.connect(lambda _checked, row=row: row.does(lab))
    return shown, action
