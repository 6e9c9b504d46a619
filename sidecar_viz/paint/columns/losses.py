"""Draws what falls down on its way: refused at a shut link, it lies there."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.geometry import Point, Rect
from sidecar_viz.core.stage import Chip, LinkState
from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import write
from sidecar_viz.paint.sizes.columns import BADGE, FOOT
from sidecar_viz.paint.sizes.places import Layout, Way

HIGH, APART = 1.4, 0.2
"""The height (em) of what lies on the heap, and the gaps between."""
ACROSS = 2
MOST_SHOWN = 12
BELOW = 5.5
"""How far (em) below its link a heap begins to grow where there are no columns."""
CLEAR, WORDS, EDGE = 1.3, 1.45, 0.4
"""The room (em) that a shut link's cross takes below it, that the words under a heap
take, and that is left to the border below."""
LINE_FROM = 3.4
"""How far (em) left of its link's middle a heap begins that lies in one line."""
HITS, BACK = 0.45, 0.6
"""The parts of the way at which a chip hits the shut link, and has bounced back."""
BOUNCE = 2.4


class Heap(Struct, frozen=True):
    """Where what a link loses comes to lie: upward from its *base*, around *middle*.

    *low* says that there is no room for a heap: all lies in one line, words after it.
    """

    middle: float
    base: float
    hit: Point
    em: float
    low: bool = False

    def slot(self, number: int) -> Rect:
        """Return the box of the thing that fell as *number*, counted from 0."""
        wide, high = BADGE * self.em, HIGH * self.em
        step = wide + APART * self.em
        if self.low:
            left = self.middle - LINE_FROM * self.em
            return Rect(left + number * step, self.base - high, wide, high)
        row, column = divmod(number, ACROSS)
        x = self.middle + (column - ACROSS / 2) * step + APART * self.em / 2
        y = self.base - (row + 1) * (high + APART * self.em)
        return Rect(x, y, wide, high)


def heap_of(layout: Layout, way: Way) -> Heap:
    """Return where what is lost at a link lies: between columns, or below the link.

    It stays above the border of whom both ends stand in, and on the stage.
    """
    x, y, _ = way.curve.at(0.5)
    em, sheet = layout.em, layout.places[way.link.source].sheet
    if sheet is not None:
        return Heap(x, sheet.box.bottom, (x, y), em)
    floor = _floor(layout, way) - EDGE * em
    base = min(y + BELOW * em, floor - WORDS * em)
    if base - (y + CLEAR * em) >= 2 * (HIGH + APART) * em:
        return Heap(x, base, (x, y), em)
    return Heap(x, min(floor, y + BELOW * em), (x, y), em, low=True)


def _floor(layout: Layout, way: Way) -> float:
    """Return the y (pixels) of the border below a link: of a frame, or the stage's."""
    around = [_frames(layout, end) for end in (way.link.source, way.link.target)]
    both = [frame for frame in around[0] if frame in around[1]]
    return layout.places[both[0]].body.bottom if both else layout.size[1]


def _frames(layout: Layout, actor: str) -> list[str]:
    """Return whom an actor stands in, the innermost first."""
    found = []
    parent = layout.places[actor].figure.actor.parent
    while parent is not None:
        found.append(parent)
        parent = layout.places[parent].figure.actor.parent
    return found


def heap_bounds(layout: Layout, way: Way) -> Rect:
    """Return the pixels that a heap and its words may touch."""
    heap, em = heap_of(layout, way), layout.em
    if heap.low:
        first, last = heap.slot(0), heap.slot(MOST_SHOWN - 1)
        right = last.right + 12 * em
        return Rect(first.x - em, first.y - em, right - first.x, FOOT * em)
    top = heap.slot(MOST_SHOWN).y
    wide = 7 * em
    return Rect(heap.middle - wide, top, 2 * wide, heap.base - top + FOOT * em)


def draw_heap(
    painter: QPainter, brush: Brush, layout: Layout, state: LinkState
) -> None:
    """Draw what lies beside a link, and how many that are."""
    if not state.lost:
        return
    way = layout.way(state)
    heap = heap_of(layout, way)
    for number, item in enumerate(state.lost[:MOST_SHOWN]):
        draw_fallen(painter, brush, heap.slot(number), item)
    words = f"{len(state.lost)} {way.link.words.lost}"
    ink = brush.theme.failed.text
    if heap.low:
        last = heap.slot(min(len(state.lost), MOST_SHOWN) - 1)
        x = last.right + 0.5 * brush.em
        write(painter, x, last.centre[1], words, brush.em, ink, weight=SEMIBOLD)
        return
    y = heap.base + 0.9 * brush.em
    write(
        *(painter, heap.middle, y, words, brush.em, ink),
        weight=SEMIBOLD,
        align="centre",
    )


def draw_fallen(painter: QPainter, brush: Brush, box: Rect, item: int) -> None:
    """Draw one thing that fell: grey, with its number if it has one."""
    theme, em = brush.theme, brush.em
    painter.setPen(pen(theme.failed.line, brush.stroke * 0.6))
    painter.setBrush(pen(theme.idle.soft, 1).color())
    area = QRectF(box.x, box.y, box.width, box.height)
    painter.drawRoundedRect(area, 0.35 * em, 0.35 * em)
    if item:
        x, y = box.centre
        write(
            *(painter, x, y, str(item), 0.85 * em, theme.failed.text),
            weight=MEDIUM,
            align="centre",
        )
        return
    painter.setPen(pen(theme.idle.line, brush.stroke * 0.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in (0.35, 0.65):
        y = box.y + box.height * part
        painter.drawLine(
            *(round(box.x + 0.35 * em), round(y)),
            *(round(box.right - 0.35 * em), round(y)),
        )


def falling(heap: Heap, start: Point, chip: Chip, number: int) -> Rect:
    """Return the box of a chip on its way to the shut link, back, and down."""
    hit_x, hit_y = heap.hit
    away = 1.0 if start[0] > hit_x else -1.0
    hit_x += away * BADGE * heap.em * 0.8
    part = smooth(windowed(chip.along, 0.0, HITS))
    x = start[0] + (hit_x - start[0]) * part
    y = start[1] + (hit_y - start[1]) * part
    back = windowed(chip.along, HITS, BACK)
    x += away * BOUNCE * heap.em * back
    slot = heap.slot(number)
    down = windowed(chip.along, BACK, 1.0)
    x += (slot.centre[0] - x) * smooth(down)
    y += (slot.centre[1] - y) * down * down
    return Rect(x - slot.width / 2, y - slot.height / 2, slot.width, slot.height)
