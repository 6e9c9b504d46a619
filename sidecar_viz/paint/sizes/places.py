"""The parts of a laid-out stage: places, ways, and the level of detail."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sidecar_viz.core.geometry import Curve, Rect
from sidecar_viz.core.lesson import Link
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import Figure

Size = tuple[float, float]


class Place(Struct, frozen=True):
    """The place of an actor.

    *box* holds all of it, *body* only the shape that links end at; *stretch* is how
    many times higher than needed it is.
    """

    figure: Figure
    box: Rect
    body: Rect
    caption_above: bool = False
    stretch: float = 1.0


class Way(Struct, frozen=True):
    """The curve of a link, the borders (0..1) that it crosses, and its words' place."""

    link: Link
    curve: Curve
    gates: tuple[float, ...] = ()
    label: Rect | None = None

    def bounds(self, reach: float) -> Rect:
        """Return the box of the link, *reach* pixels to each side, and its words."""
        around = self.curve.bounds.inset(-reach)
        return around.united(self.label) if self.label else around


class Layout(Struct, frozen=True):
    """A whole stage, laid out; *em* is its text size in pixels."""

    size: Size
    em: float
    level: Level
    places: Mapping[str, Place]
    ways: Mapping[str, Way]
    order: tuple[str, ...]

    def actor_at(self, x: float, y: float) -> str:
        """Return the id of the innermost actor at a point; "" for none."""
        for actor_id in reversed(self.order):
            if self.places[actor_id].box.contains(x, y):
                return actor_id
        return ""
