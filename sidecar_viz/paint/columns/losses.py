"""Draws what falls down on its way: refused at a shut link, it lies there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.geometry import Point, Rect
from sidecar_viz.core.stage import Chip, LinkState
from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.sizes.columns import BADGE
from sidecar_viz.paint.sizes.places import Layout, Way

HIGH, APART = 1.4, 0.2
"""The height (em) of what lies on the heap, and the gaps between."""
ACROSS = 2
MOST_SHOWN = 12
BELOW = 5.5
"""How far (em) below its link a heap begins to grow where there are no columns."""
CLEAR, LINE, WORDS, EDGE = 1.2, 0.4, 1.45, 0.4
"""The room (em) that a shut link's cross takes around its middle, and its line to each
side, that the words under a heap take, and that is left to the border below."""
SEEN = 16
"""At how many places between its ends a link is looked at."""
ASIDE = (0.0, -2.0, 2.0, -4.0, 4.0, -6.0, 6.0)
"""How far (em) from its usual place a heap is tried, the best first."""
HITS, BACK = 0.45, 0.6
"""The parts of the way at which a chip hits the shut link, and has bounced back."""
BOUNCE = 2.4

Form = Literal["pile", "line", "words"]


class Heap(Struct, frozen=True):
    """Where what a link loses comes to lie: upward from its *base*, around *middle*.

    Where there is no room for a pile, all lies in one line, with the words after it;
    or only the words are there.
    """

    middle: float
    base: float
    hit: Point
    em: float
    form: Form = "pile"
    long: float = 0.0
    """How wide (pixels) a line is, with its words."""

    def slot(self, number: int) -> Rect:
        """Return the box of the thing that fell as *number*, counted from 0."""
        wide, high = BADGE * self.em, HIGH * self.em
        step = wide + APART * self.em
        if self.form != "pile":
            left = self.middle - self.long / 2
            return Rect(left + number * step, self.base - high, wide, high)
        row, column = divmod(number, ACROSS)
        x = self.middle + (column - ACROSS / 2) * step + APART * self.em / 2
        y = self.base - (row + 1) * (high + APART * self.em)
        return Rect(x, y, wide, high)

    def area(self, many: int, words: float) -> Rect:
        """Return the box of so many things and their words, *words* pixels wide."""
        if self.form != "pile":
            left, high = self.middle - self.long / 2, HIGH * self.em
            return Rect(left, self.base - high, self.long, high)
        top = self.slot(max(0, many - 1)).y
        wide = max(words, 2 * (self.middle - self.slot(0).x))
        low = self.base + WORDS * self.em
        return Rect(self.middle - wide / 2, top, wide, low - top)


def heap_of(layout: Layout, way: Way, many: int) -> Heap:
    """Return where what is lost at a link lies: between columns, or below the link.

    It stays above the border of whom both ends stand in, and lies on nobody if there
    is any room for it.

    Args:
        many: how many things lie there; between columns any number has its place.
    """
    x, y, _ = way.curve.at(0.5)
    em, sheet = layout.em, layout.places[way.link.source].sheet
    if sheet is not None:
        return Heap(x, sheet.box.bottom, (x, y), em)
    words, gap = _words_width(way, many) * em, 0.3 * em
    shown = min(many, MOST_SHOWN)
    inside, taken = _room(layout, way)
    floor = inside.bottom - EDGE * em
    forms: tuple[tuple[Form, float, float], ...] = (
        ("pile", min(y + BELOW * em, floor - WORDS * em), 0.0),
        (
            "line",
            min(y + BELOW * em, floor),
            shown * (BADGE + APART) * em + gap + words,
        ),
        ("words", min(y + BELOW * em, floor), words),
    )
    for form, base, long in forms:
        for aside in ASIDE:
            heap = Heap(x + aside * em, base, (x, y), em, form, long)
            area = heap.area(shown, words)
            if _within(area, inside) and not _meets(area, taken):
                return heap
    form, base, long = forms[-1]
    return Heap(x, base, (x, y), em, form, long)


def _words(way: Way, many: int) -> str:
    return f"{many} {way.link.words.lost}"


def _words_width(way: Way, many: int) -> float:
    """Return the width (em) of a heap's words."""
    return width(_words(way, many), SEMIBOLD)


def _room(layout: Layout, way: Way) -> tuple[Rect, list[Rect]]:
    """Return the room around a link: of a frame, or the stage's; and what is in it."""
    around = [_frames(layout, end) for end in (way.link.source, way.link.target)]
    both = [frame for frame in around[0] if frame in around[1]]
    inside = layout.places[both[0]].body if both else Rect(0.0, 0.0, *layout.size)
    places = ((key, place) for key, place in layout.places.items() if key not in both)
    taken = [place.box.united(place.body) for _, place in places]
    taken += [one.label for one in layout.ways.values() if one.label is not None]
    cross = CLEAR * layout.em
    for part in range(SEEN + 1):
        x, y, _ = way.curve.at(part / SEEN)
        reach = cross if 2 * part == SEEN else LINE * layout.em
        taken.append(Rect(x, y, 0.0, 0.0).inset(-reach))
    return inside, taken


def _frames(layout: Layout, actor: str) -> list[str]:
    """Return whom an actor stands in, the innermost first."""
    found = []
    parent = layout.places[actor].figure.actor.parent
    while parent is not None:
        found.append(parent)
        parent = layout.places[parent].figure.actor.parent
    return found


def _within(area: Rect, room: Rect) -> bool:
    across = room.x <= area.x and area.right <= room.right
    return across and room.y <= area.y and area.bottom <= room.bottom


def _meets(area: Rect, taken: Iterable[Rect]) -> bool:
    return any(
        area.x < other.right
        and other.x < area.right
        and area.y < other.bottom
        and other.y < area.bottom
        for other in taken
    )


def heap_bounds(layout: Layout, way: Way, many: int) -> Rect:
    """Return the pixels that a heap of so many things and its words may touch."""
    heap = heap_of(layout, way, many)
    words = _words_width(way, many) * layout.em
    return heap.area(min(many, MOST_SHOWN), words).inset(-0.5 * layout.em)


def draw_heap(
    painter: QPainter, brush: Brush, layout: Layout, state: LinkState
) -> None:
    """Draw what lies beside a link, and how many that are."""
    many = len(state.lost)
    if not many:
        return
    way = layout.way(state)
    heap = heap_of(layout, way, many)
    for number, item in enumerate(state.lost[:MOST_SHOWN]):
        if heap.form != "words":
            draw_fallen(painter, brush, heap.slot(number), item)
    y = heap.base + (0.9 if heap.form == "pile" else -HIGH / 2) * brush.em
    right = _words_width(way, many) * brush.em / 2
    x = heap.middle if heap.form == "pile" else heap.middle + heap.long / 2 - right
    ink = brush.theme.failed.text
    write(
        *(painter, x, y, _words(way, many), brush.em, ink),
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
