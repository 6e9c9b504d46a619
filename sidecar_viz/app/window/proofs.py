"""The way to what proves an answer of the quiz, and back."""

from __future__ import annotations

from collections.abc import Callable

from sidecar_viz.app.play.player import Player


class Proofs:
    """Takes the stage to a proof; remembers the what-if that was shown before."""

    def __init__(self, player: Player, show_what_if: Callable[[str], None]) -> None:
        """Play in *player*; *show_what_if* shows one by its id, "" for the lesson."""
        self._player, self._show_what_if = player, show_what_if
        self._before: str | None = None

    def show(self, step: int, what_if_id: str) -> None:
        """Take the stage to the place that proves an answer."""
        if self._before is None:
            before = self._player.timeline.course.what_if
            self._before = before.id if before else ""
        self._show_what_if(what_if_id)
        self._player.jump(max(0, step - 1))
        self._player.step(1)

    def leave(self) -> None:
        """Go back to the lesson, or to the what-if, that was left for a proof."""
        before, self._before = self._before, None
        if before is not None:
            self._show_what_if(before)
