"""A list in which one press takes an item: by a click, a switch or a voice."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QListWidget, QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal


class PressList(QListWidget):
    """Tells which item is taken; screen readers offer to press each.

    Signals:
        chosen: the place of the item that was clicked, or pressed by a switch.
    """

    heard_as: Final = "list"

    chosen: SignalOf[int] = signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
