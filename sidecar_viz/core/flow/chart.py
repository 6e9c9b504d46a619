"""Lays a process flow out: boxes in rows, arrows in the gaps between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sidecar_viz.core.flow.ports import Ends, ends_of, least_widths
from sidecar_viz.core.flow.rows import Edge, Slot, rows_of
from sidecar_viz.core.flow.tracks import Piece, tracks_of
from sidecar_viz.core.geometry import Point, Rect

Size = tuple[float, float]
MOST_ACROSS = 4


class Measures(Struct, frozen=True):
    """The sizes of everything, in pixels.

    *gap* is between rows, *between* between boxes of a row, *lane* what a passing
    arrow takes of a row, *track* what each arrow that runs sideways takes of a gap.
    *box_height* gives the height of a box at a width, *box_least* its least width;
    *label_size* gives the size of an arrow's words wrapped at a width, *label_least*
    their least width.
    """

    width: float
    gap: float
    between: float
    lane: float
    track: float
    box_height: Callable[[str, float], float]
    box_least: Callable[[str], float]
    label_size: Callable[[str, float], Size]
    label_least: Callable[[str], float]


class Arrow(Struct, frozen=True):
    """An arrow by its corners, from box to box, and the place of its words."""

    edge: int
    points: tuple[Point, ...]
    label: Rect | None = None


class Chart(Struct, frozen=True):
    """A flow laid out; *rows* are the ids of the boxes, from left to right."""

    size: Size
    boxes: Mapping[str, Rect]
    arrows: tuple[Arrow, ...]
    rows: tuple[tuple[str, ...], ...]


def chart_of(
    nodes: Sequence[str],
    edges: Sequence[Edge],
    labels: Sequence[str],
    measures: Measures,
) -> Chart:
    """Lay a flow out with as many boxes in a row as have room, at least one.

    No two boxes overlap, no arrow crosses a box, no words cover anything. The chart
    may become higher than the panel, which then scrolls.

    Args:
        nodes: the ids of the boxes, in the lesson's order.
        edges: arrows from id to id; they may form circles.
        labels: the words of each arrow, "" for none.
        measures: the room there is, and the sizes of everything, in pixels.
    """
    words = least_widths(edges, labels, measures)
    least = {box: max(measures.box_least(box), words.get(box, 0.0)) for box in nodes}
    across = 1
    if len({source for source, _ in edges}) < len(edges):
        fitting = range(MOST_ACROSS, 1, -1)
        across = next((n for n in fitting if _fits(edges, n, least, measures)), 1)
    rows = rows_of(nodes, edges, across)
    widest = max(least.values(), default=0.0)
    return _Chart(edges, labels, measures, rows, widest).laid_out()


def _fits(
    edges: Sequence[Edge], across: int, least: Mapping[str, float], measures: Measures
) -> bool:
    """Return whether rows of so many boxes have room for all words of the boxes."""
    rows = rows_of([*least], edges, across)
    if max((len(_boxes(row)) for row in rows), default=1) < across:
        return False
    return all(
        _box_width(row, measures) >= least[box] for row in rows for box in _boxes(row)
    )


def _boxes(row: Sequence[Slot]) -> list[str]:
    return [slot for slot in row if isinstance(slot, str)]


def _box_width(row: Sequence[Slot], measures: Measures) -> float:
    """Return the width left for each box of a row that arrows pass, too."""
    boxes = len(_boxes(row))
    lanes = len(row) - boxes
    gaps = measures.between * max(0, boxes - 1)
    return (measures.width - lanes * measures.lane - gaps) / max(1, boxes)


class _Chart:
    """A chart while it is being laid out, from the rows to the arrows."""

    def __init__(
        self,
        edges: Sequence[Edge],
        labels: Sequence[str],
        measures: Measures,
        rows: Sequence[Sequence[Slot]],
        widest: float,
    ) -> None:
        self.edges, self.labels, self.measures, self.rows = (
            edges,
            labels,
            measures,
            rows,
        )
        self.spans = [self._spans(row, widest) for row in rows]
        self.row_of = {box: n for n, row in enumerate(rows) for box in _boxes(row)}

    def laid_out(self) -> Chart:
        """Find widths first, then ports, gaps and heights, and the arrows last."""
        ends = ends_of(self.edges, self.labels, self.spans, self.row_of, self.measures)
        pieces = self._pieces(ends)
        gaps = [tracks_of(here, self.measures.track) for here in pieces]
        heights = [
            max(self.measures.box_height(b, _wide(s[b])) for b in _boxes(row))
            for row, s in zip(self.rows, self.spans, strict=True)
        ]
        tops, gap_tops = [], []
        y = 0.0
        for number, high in enumerate(heights):
            gap_tops.append(y)
            y += self._gap_height(pieces[number], gaps[number], ends, first=not number)
            tops.append(y)
            y += high
        gap_tops.append(y)
        y += self._gap_height(pieces[-1], gaps[-1], ends, first=True)
        boxes = {
            slot: Rect(span[0], tops[n], _wide(span), heights[n])
            for n, spans in enumerate(self.spans)
            for slot, span in spans.items()
            if isinstance(slot, str)
        }
        tracks = [
            {
                piece: self._track_y(gap_tops[n], here, track, ends)
                for piece, track in gap.items()
            }
            for n, (here, gap) in enumerate(zip(pieces, gaps, strict=True))
        ]
        own: list[list[tuple[int, Piece]]] = [[] for _ in self.edges]
        for n, here in enumerate(pieces):
            for piece in here:
                own[piece.edge].append((n, piece))
        arrows = tuple(
            self._arrow(number, ends, own[number], tracks, boxes, gap_tops)
            for number in range(len(self.edges))
        )
        right = max((box.right for box in boxes.values()), default=0.0)
        right = max([right, *(x for a in arrows for x, _ in a.points)])
        listed = tuple(tuple(_boxes(row)) for row in self.rows)
        return Chart((right, y), boxes, arrows, listed)

    def _spans(
        self, row: Sequence[Slot], widest: float
    ) -> dict[Slot, tuple[float, float]]:
        """Return where every slot of a row begins and ends, in pixels."""
        measures = self.measures
        wide = _box_width(row, measures)
        if len(_boxes(row)) == 1:
            wide = max(wide, widest)
        spans: dict[Slot, tuple[float, float]] = {}
        x, former = 0.0, None
        for slot in row:
            if isinstance(slot, str) and isinstance(former, str):
                x += measures.between
            end = x + (wide if isinstance(slot, str) else measures.lane)
            spans[slot] = (x, end)
            x, former = end, slot
        return spans

    def _pieces(self, ends: Ends) -> list[list[Piece]]:
        """List all arrows' pieces by the gap they run in; gap n is above row n."""
        gaps: list[list[Piece]] = [[] for _ in range(len(self.rows) + 1)]
        for number, (source, target) in enumerate(self.edges):
            out, into = ends.out[number], ends.into[number]
            first, last = self.row_of[source], self.row_of[target]
            if last > first:
                stops = [out, *(self._lane(r, number) for r in range(first + 1, last))]
                stops.append(into)
                for step, (x0, x1) in enumerate(pairwise(stops)):
                    gap = first + 1 + step
                    gaps[gap].append(Piece(number, x0, x1, up=(x0,), down=(x1,)))
                continue
            lanes = [self._lane(r, number) for r in range(first, last - 1, -1)]
            turn = Piece(number, out, lanes[0], up=(out, lanes[0]), down=())
            gaps[first + 1].append(turn)
            for step, (x0, x1) in enumerate(pairwise(lanes)):
                gaps[first - step].append(Piece(number, x0, x1, up=(x1,), down=(x0,)))
            end = Piece(number, lanes[-1], into, up=(), down=(lanes[-1], into))
            gaps[last].append(end)
        return gaps

    def _lane(self, row: int, edge: int) -> float:
        left, right = self.spans[row][edge]
        return (left + right) / 2

    def _band(self, pieces: Sequence[Piece], ends: Ends) -> float:
        """Return the height of the words at the top of a gap, in pixels."""
        words = [ends.words[p.edge][1] for p in pieces if self._starts(p, ends)]
        return max(words, default=0.0)

    def _starts(self, piece: Piece, ends: Ends) -> bool:
        """Return whether the arrow leaves its box here: its words stand in that gap."""
        out = ends.out[piece.edge]
        return piece.edge in ends.words and piece.x0 == out and out in piece.up

    def _gap_height(
        self,
        pieces: Sequence[Piece],
        tracks: Mapping[Piece, int],
        ends: Ends,
        *,
        first: bool,
    ) -> float:
        if not pieces:
            return 0.0 if first else self.measures.gap
        sideways = max(tracks.values(), default=-1) + 1
        extra = self.measures.track * max(0, sideways - 1)
        words = self._band(pieces, ends)
        turns = self.measures.gap * 0.5 if words and sideways else 0.0
        return self.measures.gap + words + turns + extra

    def _track_y(
        self, top: float, pieces: Sequence[Piece], track: int, ends: Ends
    ) -> float:
        lead = self.measures.gap * 0.4
        words = self._band(pieces, ends)
        return top + words + lead + track * self.measures.track

    def _arrow(
        self,
        number: int,
        ends: Ends,
        own: list[tuple[int, Piece]],
        tracks: Sequence[Mapping[Piece, float]],
        boxes: Mapping[str, Rect],
        gap_tops: Sequence[float],
    ) -> Arrow:
        source, target = self.edges[number]
        if self.row_of[target] <= self.row_of[source]:
            own.reverse()
        points = [(ends.out[number], boxes[source].bottom)]
        for gap, piece in own:
            if piece in tracks[gap]:
                y = tracks[gap][piece]
                points += [(piece.x0, y), (piece.x1, y)]
        points.append((ends.into[number], boxes[target].y))
        label = None
        if number in ends.words:
            wide, high = ends.words[number]
            top = gap_tops[self.row_of[source] + 1] + self.measures.gap * 0.15
            label = Rect(ends.out[number] + ends.beside, top, wide, high)
        return Arrow(number, _bends(points), label)


def _wide(span: tuple[float, float]) -> float:
    return span[1] - span[0]


def _bends(points: Sequence[Point]) -> tuple[Point, ...]:
    """Drop points on a straight run, and repeated ones."""
    kept = [points[0]]
    for point in points[1:]:
        if point == kept[-1]:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(one: Point, two: Point, three: Point) -> bool:
    upright = abs(one[0] - two[0]) < 0.01 and abs(two[0] - three[0]) < 0.01
    return upright or (abs(one[1] - two[1]) < 0.01 and abs(two[1] - three[1]) < 0.01)
