"""That all stands still is said on show, where the teacher looks."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.keys.actions import Actions
from sidecar_viz.app.play.player import Player
from sidecar_viz.app.present.following import Following
from sidecar_viz.app.present.seats import Seats


class StillSign(QObject):
    """Says that nothing moves, and with which key it goes on.

    In the console; where teacher and class have one view, in a corner of that.
    """

    def __init__(
        self, player: Player, actions: Actions, seats: Seats, following: Following
    ) -> None:
        super().__init__(seats)
        self._player, self._actions = player, actions
        self._seats, self._following = seats, following
        player.still_changed.connect(self.show)

    def show(self) -> None:
        """Say it, or no longer, in the view that the teacher has now."""
        still, sign = self._player.still, self._seats.audience.sign
        key = self._actions.sign_of("still")
        self._following.show_note("still", self._long(key) if still else "")
        sign.say("still", self._short(key) if still and self._seats.one_view else "")

    def _long(self, key: str) -> str:
        if not key:
            return self.tr("Everything stands still.")
        said = self.tr("Everything stands still; **{key}** lets it go on.")
        return said.format(key=key)

    def _short(self, key: str) -> str:
        if not key:
            return self.tr("Still")
        return self.tr("Still; **{key}** lets it go on").format(key=key)
