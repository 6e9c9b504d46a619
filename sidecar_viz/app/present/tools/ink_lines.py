"""Lines of ink in the pixels of a stage: only what is near is drawn again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from sidecar_viz.core.ink import Spot, Stroke
from sidecar_viz.paint.layout.zoom import View

CHUNK = 16  # points that are looked at together

Place = Callable[[Spot], QPointF]
Seen = tuple[tuple[int, int], View]
"""A stage's size in pixels, and the view that it is seen through."""


class _Line(Struct, frozen=True):
    """A stroke's points in pixels, and the box round each chunk of them."""

    stroke: Stroke
    places: tuple[QPointF, ...]
    boxes: tuple[QRectF, ...]


class InkLines:
    """Turns strokes into paths; what was reckoned for one is kept while it is seen.

    A pen paints at each of its points, over all lines that are there: what that
    costs must not grow with the ink.
    """

    def __init__(self) -> None:
        self._seen: Seen | None = None
        self._lines: dict[int, _Line] = {}

    def near(
        self, strokes: Iterable[Stroke], seen: Seen, place: Place, area: QRectF
    ) -> list[QPainterPath]:
        """Return of each stroke that comes into an area the parts that do, as one path.

        A part ends outside of the area, so that its ends are not seen. One path, for
        where a line crosses itself its edges are drawn once.

        Args:
            strokes: what is drawn now; others are forgotten.
            seen: how the stage is seen; when that changes, all is reckoned again.
            place: tells where a spot is, in pixels.
            area: in pixels, wider by half a pen than what is painted.
        """
        known = self._lines if seen == self._seen else {}
        self._seen = seen
        self._lines = {
            id(stroke): known.get(id(stroke)) or _line(stroke, place)
            for stroke in strokes
        }
        paths = (_path(line, area) for line in self._lines.values())
        return [path for path in paths if not path.isEmpty()]


def _line(stroke: Stroke, place: Place) -> _Line:
    places = tuple(map(place, stroke.points))
    last = max(1, len(places) - 1)
    boxes = (_box(places[at : at + CHUNK + 1]) for at in range(0, last, CHUNK))
    return _Line(stroke, places, tuple(boxes))


def _box(places: Sequence[QPointF]) -> QRectF:
    """Return the box round these; a pixel wide and high at least, to be met."""
    across, down = [p.x() for p in places], [p.y() for p in places]
    left, top = min(across), min(down)
    wide, high = max(across) - left, max(down) - top
    return QRectF(left, top, max(1.0, wide), max(1.0, high))


def _runs(boxes: Sequence[QRectF], area: QRectF) -> Iterator[tuple[int, int]]:
    """Yield from which point to which a line comes into the area."""
    first: int | None = None
    for number, box in enumerate(boxes):
        if box.intersects(area):
            first = number if first is None else first
        elif first is not None:
            yield first * CHUNK, number * CHUNK + 1
            first = None
    if first is not None:
        yield first * CHUNK, len(boxes) * CHUNK + 1


def _path(line: _Line, area: QRectF) -> QPainterPath:
    path = QPainterPath()
    for first, last in _runs(line.boxes, area):
        path.moveTo(line.places[first])
        for place in line.places[first:last]:
            path.lineTo(place)
    return path
