"""Makes a layout nearer or farther: the result is a layout again."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.geometry import Curve, Point, Rect
from sidecar_viz.paint.sizes.places import Layout, Place, Sheet, Size

NEAREST = 5.0
AROUND = 1.35
"""The room around what is zoomed to, as a factor."""


class View(Struct, frozen=True):
    """The part of a stage that is seen: *factor* times as large, around a centre.

    The centre is in 0..1 of the stage's width and height.
    """

    factor: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def whole(self) -> bool:
        """Whether all of the stage is seen."""
        return self.factor <= 1.0

    def clamped(self) -> View:
        """Return the view moved so that it shows nothing outside the stage."""
        half = 0.5 / max(1.0, self.factor)
        x = max(half, min(1.0 - half, self.x))
        y = max(half, min(1.0 - half, self.y))
        return View(max(1.0, min(NEAREST, self.factor)), x, y)

    def to_stage(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the stage seen at this place in the view (0..1)."""
        return (
            self.x + (x - 0.5) / self.factor,
            self.y + (y - 0.5) / self.factor,
        )

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in the view (0..1) at which a place on the stage is seen."""
        return (
            0.5 + (x - self.x) * self.factor,
            0.5 + (y - self.y) * self.factor,
        )

    def within(self, wider: View) -> Rect:
        """Return the rectangle (0..1) of this view in a wider one."""
        x, y = wider.to_view(*self.to_stage(0.0, 0.0))
        side = wider.factor / self.factor
        return Rect(x, y, side, side)

    def toward(self, goal: View, part: float) -> View:
        """Return the view at *part* (0..1) of the way to *goal*; edges move evenly."""
        rest = 1.0 - part
        side = rest / self.factor + part / goal.factor
        return View(
            1 / side, rest * self.x + part * goal.x, rest * self.y + part * goal.y
        )


WHOLE = View()


def view_of(layout: Layout, actor_id: str) -> View:
    """Return the view that shows an actor as large as possible."""
    place = layout.places[actor_id]
    around = place.box.united(place.body)
    wide, high = layout.size
    factor = min(wide / (around.width * AROUND), high / (around.height * AROUND))
    x, y = around.centre
    return View(factor, x / wide, y / high).clamped()


def seen(layout: Layout, view: View) -> Layout:
    """Return the layout as this *view* shows it, in the same size."""
    if view.whole:
        return layout
    wide, high = layout.size
    factor = view.factor
    shift = (wide / 2 - view.x * wide * factor, high / 2 - view.y * high * factor)
    return moved(layout, factor, shift, layout.size)


def scaled(layout: Layout, size: Size) -> Layout:
    """Return the layout in another size of the same proportions."""
    factor = size[0] / layout.size[0]
    return moved(layout, factor, (0.0, 0.0), size)


def moved(layout: Layout, factor: float, shift: Point, size: Size) -> Layout:
    """Return every place *factor* times as large, then moved by *shift* pixels."""
    places = {
        actor_id: _place(place, factor, shift)
        for actor_id, place in layout.places.items()
    }
    ways = {
        link_id: replace(
            way,
            curve=_curve(way.curve, factor, shift),
            label=_rect(way.label, factor, shift) if way.label else None,
            dock=_rect(way.dock, factor, shift) if way.dock else None,
        )
        for link_id, way in layout.ways.items()
    }
    moves = layout.moves
    if moves is not None:
        moves = moves.through(lambda one: moved(one, factor, shift, size))
    em = layout.em * factor
    return replace(layout, size=size, em=em, places=places, ways=ways, moves=moves)


def _place(place: Place, factor: float, shift: Point) -> Place:
    return replace(
        place,
        box=_rect(place.box, factor, shift),
        body=_rect(place.body, factor, shift),
        sheet=_sheet(place.sheet, factor, shift) if place.sheet else None,
    )


def _sheet(sheet: Sheet, factor: float, shift: Point) -> Sheet:
    return replace(
        sheet,
        box=_rect(sheet.box, factor, shift),
        top=sheet.top * factor + shift[1],
        pitch=sheet.pitch * factor,
    )


def _rect(rect: Rect, factor: float, shift: Point) -> Rect:
    x, y = _point((rect.x, rect.y), factor, shift)
    return Rect(x, y, rect.width * factor, rect.height * factor)


def _curve(curve: Curve, factor: float, shift: Point) -> Curve:
    cubics = tuple(
        (
            _point(one, factor, shift),
            _point(two, factor, shift),
            _point(three, factor, shift),
            _point(four, factor, shift),
        )
        for one, two, three, four in curve.cubics
    )
    points = tuple(_point(point, factor, shift) for point in curve.points)
    return Curve(cubics, points, tuple(length * factor for length in curve.lengths))


def _point(point: Point, factor: float, shift: Point) -> Point:
    return (point[0] * factor + shift[0], point[1] * factor + shift[1])
