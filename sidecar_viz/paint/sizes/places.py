"""The parts of a laid-out stage: places, ways, and the level of detail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.course.reachable import Homes, homes_of
from sidecar_viz.core.geometry import Curve, Rect, blended
from sidecar_viz.core.lesson import Hue, Ledger, Link
from sidecar_viz.core.stage import LinkState, Stage
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


class Layout(Struct, frozen=True, dict=True):
    """A whole stage, laid out; *em* is its text size in pixels.

    *ledger* is given where actors are laid out as its columns, *moves* where actors
    move to other places: then this is how they stand at the start.
    """

    size: Size
    em: float
    level: Level
    places: Mapping[str, Place]
    ways: Mapping[str, Way]
    order: tuple[str, ...]
    ledger: Ledger | None = None
    moves: Arrangements | None = None
    travelling: frozenset[str] = frozenset()
    """Who is on the way to another place, with all who stand in them: in front."""

    @cached_property
    def frames(self) -> frozenset[str]:
        """Who is drawn as a frame around others."""
        kinds = {key: place.figure.form for key, place in self.places.items()}
        return frozenset(key for key, form in kinds.items() if form == "frame")

    def at(self, stage: Stage) -> Layout:
        """Return the layout with everybody where they are on this *stage*."""
        return self if self.moves is None else self.moves.at(stage)

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


class Arrangements:
    """The layouts of one stage for everywhere that its actors can stand."""

    def __init__(self, make: Callable[[Homes], Layout]) -> None:
        """Lay out with *make* when it is first wanted."""
        self._make = make
        self._made: dict[Homes, Layout] = {}

    def of(self, homes: Homes) -> Layout:
        """Return the layout with those who have moved at their *homes*."""
        if homes not in self._made:
            self._made[homes] = self._make(homes)
        return self._made[homes]

    def at(self, stage: Stage) -> Layout:
        """Return the layout at a moment, also on the way from one place to another."""
        after = {state.id: state for state in stage.actors}
        under_way = {s.id: s.travel for s in stage.actors if s.travel < 1.0}
        if not under_way:
            return self.of(homes_of(after))
        before = {
            key: replace(state, home=state.left) if key in under_way else state
            for key, state in after.items()
        }
        old, new = self.of(homes_of(before)), self.of(homes_of(after))
        return _between(old, new, under_way)

    def through(self, lens: Callable[[Layout], Layout]) -> Arrangements:
        """Return the same arrangements as they are seen through a *lens*."""
        return Arrangements(lambda homes: lens(self.of(homes)))


def _between(old: Layout, new: Layout, under_way: Mapping[str, float]) -> Layout:
    """Return a layout on the way from *old* to *new*.

    Who stands in somebody that travels comes along.
    """
    travel = dict(under_way)
    for key in new.order:  # frames come before what stands in them
        parent = new.places[key].figure.actor.parent
        if parent in travel and key not in travel:
            travel[key] = travel[parent]
    places = {
        key: _place_between(old.places[key], place, travel[key])
        if key in travel
        else place
        for key, place in new.places.items()
    }
    ways = {
        key: _way_between(old.ways[key], way, travel) for key, way in new.ways.items()
    }
    return replace(new, places=places, ways=ways, travelling=frozenset(travel))


def _way_between(old: Way, new: Way, travel: Mapping[str, float]) -> Way:
    """Return the way of a link while somebody at its ends travels, without words."""
    if old.curve == new.curve:
        return new
    ends = (new.link.source, new.link.target)
    amount = max((travel[end] for end in ends if end in travel), default=1.0)
    line = blended(old.curve, new.curve, amount)
    return replace(new, curve=line, gates=(), label=None, dock=None)


def _place_between(old: Place, new: Place, amount: float) -> Place:
    return replace(
        new,
        box=old.box.toward(new.box, amount),
        body=old.body.toward(new.body, amount),
        stretch=old.stretch + (new.stretch - old.stretch) * amount,
    )
