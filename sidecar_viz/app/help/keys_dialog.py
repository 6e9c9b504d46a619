"""Choose keys: every command with those it has; give more, take away, reset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.dialog.field import search_field, style_field
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.pick import list_sheet
from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.help.key_editor import KeyEditor
from sidecar_viz.app.keys.actions import by_id, key_name, said
from sidecar_viz.app.keys.command import AnyCommand, CommandId
from sidecar_viz.app.keys.key_uses import KeyUses, Pairs
from sidecar_viz.app.keys.own_keys import (
    can_be_given,
    same_key,
    twins,
    with_keys_of,
    with_own_keys,
)
from sidecar_viz.app.preferences.preferences import OwnKeys, Preferences
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import MEDIUM

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from sidecar_viz.app.look.look import Look

MEASURES = Measures(width=860, height=980, spacing=12)


class KeysDialog(QDialog):
    """Shows the commands with their keys and lets these be changed.

    Signals:
        changed: the user's keys, at each change.
        told: what came of a key, for screen readers.
    """

    changed: SignalOf[OwnKeys] = signal(object)
    told: SignalOf[str] = signal(str)

    def __init__(
        self,
        commands: Sequence[AnyCommand],
        own: OwnKeys,
        learned: Callable[[], Pairs],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Show the *commands* as they are at first, and the user's *own* keys.

        Args:
            learned: gives the keys that a clicker was taught.
        """
        super().__init__(parent)
        self._first, self.own, self._learned = tuple(commands), own, learned
        self._before: OwnKeys | None = None
        self._shown: list[AnyCommand] = []
        self.frame = DialogFrame(self, self.tr("Keys"), MEASURES)
        self.field = search_field(self.tr("Find a key or a command"), self)
        self.none = PlainLabel(self.tr("No key or command is called so."), self)
        self.list = PressList(self)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor = KeyEditor(self)
        self.reset = EdgedButton(self.tr("Reset all keys"), "", self)
        self.frame.add(self.field)
        self.frame.name(self.field)
        self.frame.add(self.none)
        self.frame.add(self.list, stretch=1)
        self.frame.add(self.editor)
        self.frame.add_buttons((self.reset,), (self.frame.close_button(),))
        self.field.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.editor.pressed.connect(self._add)
        self.editor.removed.connect(self._remove)
        self.editor.reset_wanted.connect(self._reset_one)
        self.reset.clicked.connect(self._reset_or_undo)
        self.set_look(look)
        self._filter("")

    def current(self) -> AnyCommand | None:
        """Return the command that is being looked at, with the keys it has."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def go_to(self, command_id: CommandId) -> None:
        """Look at a command."""
        ids = [command.id for command in self._shown]
        self.list.setCurrentRow(ids.index(command_id))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show keys that were changed elsewhere."""
        if preferences.own_keys != self.own:
            self.own, self._before = preferences.own_keys, None
            self._filter(self.field.text())

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        style_field(self.field, look, 16)
        self.none.setFont(look.font(16))
        self.list.setStyleSheet(list_sheet(look))
        self.list.setFont(look.font(16, MEDIUM))

    def _filter(self, typed: str) -> None:
        """Show the commands that hold what is typed; stay where one was."""
        held, words = self.current(), typed.casefold().split()
        every = with_own_keys(self._first, self.own)
        lines = [(command, _line(command)) for command in every]
        found = [
            (command, line)
            for command, line in lines
            if all(word in f"{line} {said(command.help)}".casefold() for word in words)
        ]
        self._shown = [command for command, _ in found]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        self.list.addItems([line for _, line in found])
        ids = [command.id for command in self._shown]
        at = ids.index(held.id) if held is not None and held.id in ids else 0
        self.list.setCurrentRow(at if ids else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.none.setVisible(not found)
        self._show_current()

    def _show_current(self) -> None:
        command = self.current()
        self.editor.setVisible(command is not None)
        if command is not None:
            self.editor.show_command(command, own=self._is_changed(command))
        undo = self._before is not None
        self.reset.setText(
            self.tr("Undo the reset") if undo else self.tr("Reset all keys")
        )
        self.reset.setEnabled(undo or bool(self.own))

    def _is_changed(self, command: AnyCommand) -> bool:
        return any(name == command.id for name, _ in self.own)

    def _add(self, written: str, place: str) -> None:
        """Give the command a key, or say whose it is."""
        command = self.current()
        if command is None:
            return
        uses = KeyUses(with_own_keys(self._first, self.own))
        key = uses.meant(written, place, self._learned())
        if not key:
            self._say(self.tr("This key cannot be given to a command."))
            return
        every = twins(same_key(key))
        use = next(filter(None, (uses.used_for(k, self._learned()) for k in every)), "")
        if use or not can_be_given(key):
            told = self.tr("{key} is taken: {use}.") if use else self._refused()
            self._say(told.format(key=key_name(same_key(key)), use=use))
            return
        self._give(command, (*command.keys, *every))
        told = self.tr("{key} does this from now on.")
        self._say(told.format(key=key_name(same_key(key))))

    def _say(self, text: str) -> None:
        self.editor.say(text)
        self.told.emit(text)

    def _refused(self) -> str:
        return self.tr("{key} cannot be given to a command.")

    def _remove(self, key: str) -> None:
        command = self.current()
        if command is not None:
            left = [one for one in command.keys if key_name(one) != key_name(key)]
            self._give(command, left)
            told = self.tr("{key} does nothing from now on.")
            self._say(told.format(key=key_name(key)))

    def _give(self, command: AnyCommand, keys: Sequence[str]) -> None:
        first = next(one for one in self._first if one.id == command.id)
        self._take(with_keys_of(self.own, first, keys))

    def _reset_one(self) -> None:
        command = self.current()
        if command is not None:
            others = tuple(pair for pair in self.own if pair[0] != command.id)
            self._take(others)
            self._say(self._came_back(command.id))

    def _came_back(self, command_id: CommandId) -> str:
        """Say that a command has its first keys, and who has those that it has not."""
        now = by_id(with_own_keys(self._first, self.own))
        uses = KeyUses(now.values())
        missing = dict.fromkeys(
            f"{key_name(key)} ({uses.used_for(key)})"
            for key in by_id(self._first)[command_id].keys
            if key not in now[command_id].keys
        )
        if not missing:
            return self.tr("It has its first keys again.")
        told = self.tr("It has its first keys again, except {keys}.")
        return told.format(keys=", ".join(missing))

    def _reset_or_undo(self) -> None:
        """Give all commands their first keys; pressed again, take that back."""
        if self._before is not None:
            before, self._before = self._before, None
            self._take(before)
            return
        own = self.own
        self._take(())
        self._before = own
        self._show_current()

    def _take(self, own: OwnKeys) -> None:
        self._before = None
        if own != self.own:
            self.own = own
            self.changed.emit(own)
        self._filter(self.field.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, ready to be searched."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.field.setFocus()


def _line(command: AnyCommand) -> str:
    keys = ", ".join(dict.fromkeys(key_name(key) for key in command.keys))
    return f"{said(command.text).rstrip('…')}:  {keys or '–'}"
