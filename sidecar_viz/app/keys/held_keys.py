"""A key that is held is heard once, in whichever widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class Keyed(Protocol):
    """A command: its keys, and whether they may be held to do it again and again."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All its keys."""

    @property
    def repeats(self) -> bool:
        """Whether they may be held."""


class HeldKeys:
    """Takes away presses of a key that was never let go.

    Some X servers send a held key as a release and a press again and again, both at
    the same moment, and call neither a repetition. No finger is that fast.
    """

    def __init__(self, commands: Callable[[], Iterable[Keyed]]) -> None:
        """Leave alone the keys that repeat, of the *commands* as they are then."""
        self._commands = commands
        self._released = (0, 0)

    def takes(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Take a key that is held for no shortcut and no press."""
        if typed_into(focused):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
            return False
        held = self._held(event)
        if held:
            event.accept()
        return held

    def _held(self, event: QKeyEvent) -> bool:
        """Return whether this press comes from a key that was never let go."""
        if not event.timestamp() or event.isAutoRepeat():
            return False
        same = self._released == (event.key(), event.timestamp())
        return same and not self._repeats(event)

    def _repeats(self, event: QKeyEvent) -> bool:
        wanted = QKeySequence(event.keyCombination())
        keys = (one.keys for one in self._commands() if one.repeats)
        return any(QKeySequence(key) == wanted for each in keys for key in each)


def typed_into(watched: QWidget) -> bool:
    """Return whether a held key writes there, as it should."""
    writes = Qt.WidgetAttribute.WA_InputMethodEnabled
    return watched.testAttribute(writes)
