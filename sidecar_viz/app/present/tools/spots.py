"""Actors as places for tools: in 0..1 of the stage, wherever it is seen."""

from __future__ import annotations

from math import copysign, cos, pi, sin, sqrt

from sidecar_viz.core.ink import Spot
from sidecar_viz.paint.sizes.places import Layout

RING_POINTS = 40


def spot_of(layout: Layout, actor_id: str) -> Spot:
    """Find the middle of an actor.

    Raises:
        KeyError: there is no such actor.
    """
    x, y = layout.places[actor_id].box.centre
    return (x / layout.size[0], y / layout.size[1])


def actor_near(layout: Layout, spot: Spot) -> str:
    """Find the id of the innermost actor at a place, "" for none."""
    return layout.actor_at(spot[0] * layout.size[0], spot[1] * layout.size[1])


def ring_round(layout: Layout, actor_id: str) -> tuple[Spot, ...]:
    """Make the line round an actor that a hand would draw.

    Raises:
        KeyError: there is no such actor.
    """
    place = layout.places[actor_id]
    box = place.box.united(place.body).inset(-layout.em * 0.8)
    x, y = box.centre
    around = [2 * pi * number / RING_POINTS for number in range(RING_POINTS + 1)]
    return tuple(
        (
            (x + _squared(cos(turn)) * box.width / 2) / layout.size[0],
            (y + _squared(sin(turn)) * box.height / 2) / layout.size[1],
        )
        for turn in around
    )


def _squared(value: float) -> float:
    """Between a circle and a rectangle: rings that leave the corners free."""
    return copysign(sqrt(abs(value)), value)
