"""What a laid-out stage consists of: places, ways, and how much is shown."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sidecar_viz.core.geometry import Curve, Rect
from sidecar_viz.core.lesson import Link
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import Figure

Size = tuple[float, float]


class Place(Struct, frozen=True):
    """Where an actor stands.

    *box* holds all of it, *body* only the shape that links end at; *stretch*
    is how much higher than needed it is.
    """

    figure: Figure
    box: Rect
    body: Rect
    caption_above: bool = False
    stretch: float = 1.0


class Way(Struct, frozen=True):
    """Where a link runs, where (0..1) it goes through borders, where its words are."""

    link: Link
    curve: Curve
    gates: tuple[float, ...] = ()
    label: Rect | None = None

    def bounds(self, reach: float) -> Rect:
        """What the link, *reach* pixels to each side, and its words may touch."""
        around = self.curve.bounds.inset(-reach)
        return around.united(self.label) if self.label else around


class Layout(Struct, frozen=True):
    """A whole stage laid out; *em* is its text size in pixels."""

    size: Size
    em: float
    level: Level
    places: Mapping[str, Place]
    ways: Mapping[str, Way]
    order: tuple[str, ...]

    def actor_at(self, x: float, y: float) -> str:
        """The id of the actor at a point, the innermost one; "" for none."""
        for actor_id in reversed(self.order):
            if self.places[actor_id].box.contains(x, y):
                return actor_id
        return ""
