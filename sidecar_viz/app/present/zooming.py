"""Coming near to what the teacher speaks of, and going back."""

from __future__ import annotations

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.present.seats import Seats
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.paint.layout.zoom import View

TWICE, WORTH = 2.0, 1.3


class Zooming:
    """Chooses the view of the stage, by what is pointed at or chosen."""

    def __init__(self, player: Player, tools: Tools, seats: Seats) -> None:
        self._player, self._tools, self._seats = player, tools, seats
        self._picked = ""

    def pick(self, actor_id: str) -> None:
        """Remember the actor that is marked on the stage, "" for none."""
        self._picked = actor_id

    def toggle(self) -> None:
        """Come near to the actor that is chosen, or go back to the whole stage."""
        tools = self._tools
        if tools.step_back(glide=self._glides):
            return
        shown = self._seats.front.presented
        pointed = shown.actor_near(tools.spot) if tools.tool else ""
        focus = shown.view.picture.in_focus()
        chosen = [*filter(None, (shown.view.hot, self._picked, pointed, *focus))]
        views = [shown.view_of(actor) for actor in chosen]
        near = next((view for view in views if view.factor >= WORTH), None)
        pointing = tools.tool or not chosen
        middle = tools.spot if pointing else shown.spot_of(chosen[0])
        tools.look(near or View(TWICE, *middle).clamped(), glide=self._glides)

    def nearer(self, by: int) -> None:
        """Come a notch nearer (+1) or go one back (-1)."""
        self._tools.nearer(by, glide=self._glides)

    @property
    def _glides(self) -> bool:
        """Whether the view may glide: no motion makes people dizzy sooner."""
        return self._player.motion == "full" and not self._player.still
