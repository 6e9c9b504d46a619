"""The keyboard's place on a stage: one actor, or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from sidecar_viz.app.qt.signals import SignalOf, signal


class HotSpot(QObject):
    """Goes from actor to actor.

    Signals:
        moved: the id of the actor that it is on now, "" for none any more.
    """

    moved: SignalOf[str] = signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin on no actor."""
        super().__init__(parent)
        self.actor_id = ""

    def step(self, ids: Sequence[str], by: int) -> bool:
        """Go on to the next of the actors (+1) or back (-1).

        From none it goes to the first, or back to the last. Beyond the ends it is on
        none: then the answer is False, so that the keyboard goes elsewhere.
        """
        start = 0 if by > 0 else len(ids) - 1
        place = ids.index(self.actor_id) + by if self.actor_id in ids else start
        inside = 0 <= place < len(ids)
        self.go_to(ids[place] if inside else "")
        return inside

    def leave(self) -> None:
        """Be on no actor."""
        self.go_to("")

    def reset(self) -> None:
        """Be on no actor, and say nothing: its actors are gone."""
        self.actor_id = ""

    def go_to(self, actor_id: str) -> None:
        """Be on an actor, or with "" on none."""
        if actor_id != self.actor_id:
            self.actor_id = actor_id
            self.moved.emit(actor_id)
