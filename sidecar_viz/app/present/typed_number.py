"""A number that is typed on show, where the teacher looks."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.present.seats import Seats


class TypedNumber(QObject):
    """Shows what there is to say about a number: in the console, if there is one.

    The class reads it only where teacher and class have one view; it is shown in the
    other place when the seats change.
    """

    def __init__(self, steering: Steering, seats: Seats) -> None:
        super().__init__(seats)
        self._steering, self._seats = steering, seats
        self._remark = self._in_band = ""
        steering.remarked.connect(self._take)
        seats.taken.connect(self._show)

    def forget(self) -> bool:
        """Forget a number that the teacher sees; return whether there was one."""
        if self._has_console() or self._seats.audience.cover.isHidden():
            return self._steering.forget_typed()
        return False

    def _take(self, remark: str) -> None:
        self._remark = remark
        if self._seats.active:
            self._show()

    def _show(self) -> None:
        console, band = self._seats.console, self._seats.audience.band
        here = "" if self._has_console() else self._remark
        console.picture.show_instead(self._remark if self._has_console() else "")
        if here or band.remark() == self._in_band:
            band.show_remark(here)
        self._in_band = here

    def _has_console(self) -> bool:
        return self._seats.seating.console is not None
