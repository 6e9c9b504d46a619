"""A number that is typed on show, where the teacher looks."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.present.seats import Seats


class TypedNumber(QObject):
    """Shows what there is to say about a number: in the console, if there is one.

    The class reads it only where teacher and class have one view: in the band, or in
    the corner of a picture that stands still.
    """

    def __init__(self, steering: Steering, seats: Seats) -> None:
        super().__init__(seats)
        self._steering, self._seats = steering, seats
        self._remark = self._in_band = ""
        steering.remarked.connect(self._take)

    def forget(self) -> bool:
        """Forget a number that the teacher sees; return whether there was one."""
        if self._seats.one_view and self._seats.audience.cover.colour:
            return False
        return self._steering.forget_typed()

    def show(self) -> None:
        """Show it in the place where it is seen now, and in no other."""
        view, console = self._seats.audience, self._seats.console
        alone = self._seats.one_view
        console.picture.show_instead("" if alone else self._remark)
        view.sign.say("typed", self._remark if alone and view.cover.frozen else "")
        self._show_in_band(self._remark if alone and not view.cover.frozen else "")

    def leave_band(self) -> None:
        """Leave the picture, which is about to stand still."""
        self._show_in_band("")

    def _take(self, remark: str) -> None:
        self._remark = remark
        if self._seats.active:
            self.show()

    def _show_in_band(self, remark: str) -> None:
        band = self._seats.audience.band
        if remark or band.remark() == self._in_band:
            band.show_remark(remark)
        self._in_band = remark
