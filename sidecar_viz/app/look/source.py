"""The look that a window has now, for whatever has to look like it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal


@runtime_checkable
class Styled(Protocol):
    """What can be given a look: our own dialogs and most of our parts."""

    def set_look(self, look: Look) -> None:
        """Be drawn in this look from now on."""


class LookSource(QObject):
    """Holds the look of one window.

    Signals:
        changed: the window's new Look.
    """

    changed: SignalOf[Look] = signal(Look)

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.look = Look()

    def show(self, look: Look) -> None:
        """Hold this look; tell whoever follows if it is another one."""
        if look != self.look:
            self.look = look
            self.changed.emit(look)
