"""A badge that can be pulled out of its place, and then begins a what-if."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from sidecar_viz.app.hands.badge import Badge
from sidecar_viz.app.qt.signals import SignalOf, signal

OUT = 24.0
"""Pixels that a plug is pulled until it stays out."""
CLICK = 4.0
"""Pixels that a press may slip and still be a click."""


class Plug(Badge):
    """Follows the hand that pulls it; let go too early, it goes back.

    Signals:
        pulled: it is elsewhere while somebody holds it, or held no longer.
        taken_out: it was pulled far enough and let go, or clicked.
    """

    pulled: SignalOf[()] = signal()
    taken_out: SignalOf[()] = signal()

    _from: QPointF | None = None
    _now: QPointF | None = None

    @property
    def held(self) -> bool:
        """Whether somebody has begun to pull it."""
        return self._far() > CLICK

    @property
    def out(self) -> bool:
        """Whether it stays out if it is let go now."""
        return self._far() >= OUT

    def settle(self) -> None:
        """Stand in its place, unless a hand holds it."""
        if self._from is None:
            super().settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._now = self.mapToParent(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        self._now = self.mapToParent(event.position())
        spot = self.spot()
        if self.held and spot is not None:
            self.move_to(spot + self._now - self._from)
        self.pulled.emit()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay out, or go back."""
        if self._from is None:
            super().mouseReleaseEvent(event)
            return
        done = self.out or not self.held
        self.put_back()
        if done:
            self.taken_out.emit()

    def put_back(self) -> None:
        """Go back out of the hand that holds it: it is not pulled after all."""
        self._from = self._now = None
        self.setDown(False)
        self.settle()
        self.pulled.emit()

    def _far(self) -> float:
        if self._from is None or self._now is None:
            return 0.0
        way = self._now - self._from
        return hypot(way.x(), way.y())

    def filled(self) -> bool:
        """Return whether it is drawn full: also when it stays out."""
        return self.out or super().filled()
