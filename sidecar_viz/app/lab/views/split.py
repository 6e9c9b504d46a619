"""How the lab's window is divided: shares that can be moved, and cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget


class Split(QSplitter):
    """Parts beside each other, each with its share of the room until it is moved."""

    def __init__(
        self, parent: QWidget, way: Qt.Orientation, *parts: tuple[QWidget, int]
    ) -> None:
        super().__init__(way, parent)
        self.setChildrenCollapsible(False)
        self._shares: list[int] = []
        self._moved = False
        for part, share in parts:
            self.put(self.count(), part, share)
        self.splitterMoved.connect(self._keep)

    def put(self, at: int, part: QWidget, share: int) -> None:
        """Put a part in, with its share of the room."""
        self._shares.insert(at, share)
        self.insertWidget(at, part)
        for number in range(self.count()):
            if (one := self.widget(number)) is not None:
                one.raise_()  # readers go through them in this order
        self.share_out()

    def _keep(self) -> None:
        self._moved = True

    def share_out(self) -> None:
        """Give every part its share, unless somebody chose otherwise."""
        if not self._moved:
            self.setSizes([share * 20 for share in self._shares])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room out."""
        super().resizeEvent(event)
        self.share_out()


def card_of(parent: QWidget, *parts: QWidget) -> QFrame:
    """Make a card with parts one under the other; the last one takes the room."""
    card = QFrame(parent)
    card.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
    column = QVBoxLayout(card)
    column.setContentsMargins(3, 3, 3, 3)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is parts[-1] else 0)
    return card
