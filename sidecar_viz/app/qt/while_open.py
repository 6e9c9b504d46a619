"""What a dialog follows as long as it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVarTuple

from PySide6.QtWidgets import QDialog

from sidecar_viz.app.qt.signals import SignalOf

Brought = TypeVarTuple("Brought")


def while_open(
    dialog: QDialog, signal: SignalOf[*Brought], do: Callable[[*Brought], object]
) -> None:
    """Call *do* at each *signal* until the dialog is closed, be it more than once."""
    waiting = [signal.connect(do)]

    def end(_code: int) -> None:
        if waiting:
            signal.disconnect(waiting.pop())

    dialog.finished.connect(end)
