"""What keys do, by the commands' rows and by what a clicker was taught."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.keys.actions import key_name, said
from sidecar_viz.app.keys.by_place import COLON, STOP
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.keys.own_keys import same_key

Pairs = tuple[tuple[str, str], ...]

TABS = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab")


def tr(text: str) -> str:
    """Translate a text about keys into the user's language."""
    return QCoreApplication.translate("learned_keys", text)


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
        if not wanted:
            return ""
        if wanted in TABS:
            return tr("Go to the next control")
        if wanted.isdigit():
            return tr("Type a step's number")
        for command in self._commands:
            if wanted in map(same_key, command.keys):
                return said(command.text)
        taught = (self.name_of(name) for k, name in learned if same_key(k) == wanted)
        return next(taught, "")

    def meant(self, key: str, place: str, learned: Pairs = ()) -> str:
        """Return which key is meant: as it is written, or as it is by its *place*.

        Hidden digits and letters of other scripts count by their place; a sign does if
        nobody wants what is written.
        """
        if place[-1:].isalnum():
            return place
        free = not self.used_for(key, learned)
        return place if free and self.used_for(place, learned) else key

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
