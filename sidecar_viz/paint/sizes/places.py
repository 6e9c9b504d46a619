"""The parts of a laid-out stage: places, ways, and the level of detail."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.geometry import Curve, Rect, blended
from sidecar_viz.core.lesson import Hue, Ledger, Link
from sidecar_viz.core.stage import LinkState
from sidecar_viz.paint.kinds.link_kinds import turned_id
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import Figure

Size = tuple[float, float]


class Sheet(Struct, frozen=True):
    """Where the items that an actor holds are drawn: rows of one height (*pitch*).

    *hue* is that of the paper: of the file that is seen. *stacked* says that the
    column's name stands above its state, not beside it.
    """

    box: Rect
    top: float
    """The y of the upper edge of the first row (pixels)."""
    pitch: float
    rows: int
    hue: Hue
    stacked: bool = False

    def row(self, number: int) -> Rect:
        """Return the box of a row, counted from 1."""
        y = self.top + (number - 1) * self.pitch
        return Rect(self.box.x, y, self.box.width, self.pitch)


class Place(Struct, frozen=True):
    """The place of an actor.

    *box* holds all of it, *body* only the shape that links end at; *stretch* is how
    many times higher than needed it is; *sheet* is where what it holds is drawn.
    """

    figure: Figure
    box: Rect
    body: Rect
    caption_above: bool = False
    stretch: float = 1.0
    sheet: Sheet | None = None


class Way(Struct, frozen=True):
    """The curve of a link, the borders (0..1) that it crosses, and its words' place.

    *dock* is the bridge that joins two sheets, as high as their rows.
    """

    link: Link
    curve: Curve
    gates: tuple[float, ...] = ()
    label: Rect | None = None
    dock: Rect | None = None

    def bounds(self, reach: float) -> Rect:
        """Return the box of the link, *reach* pixels to each side, and its words."""
        around = self.curve.bounds.inset(-reach)
        for part in (self.label, self.dock):
            around = around.united(part.inset(-reach)) if part else around
        return around


class Layout(Struct, frozen=True):
    """A whole stage, laid out; *em* is its text size in pixels.

    *ledger* is given where actors are laid out as its columns.
    """

    size: Size
    em: float
    level: Level
    places: Mapping[str, Place]
    ways: Mapping[str, Way]
    order: tuple[str, ...]
    ledger: Ledger | None = None

    def way(self, link: LinkState) -> Way:
        """Return the way that a link takes now; while it turns, one between two."""
        after = self.way_to(link.id, link.target)
        if not link.was or link.turn >= 1.0:
            return after
        before = self.way_to(link.id, link.was)
        line = blended(before.curve, after.curve, link.turn)
        return replace(after, curve=line, gates=(), label=None, dock=None)

    def way_to(self, link: str, target: str) -> Way:
        """Return the way of a link to a *target* that it may turn to."""
        return self.ways.get(turned_id(link, target), self.ways[link])

    def actor_at(self, x: float, y: float) -> str:
        """Return the id of the innermost actor at a point; "" for none."""
        for actor_id in reversed(self.order):
            if self.places[actor_id].box.contains(x, y):
                return actor_id
        return ""
