"""Draws mounts between the columns of a ledger: bridges as high as the rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Hue
from sidecar_viz.paint.brush.brush import Brush, between, dashed, pen, qrect
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.pictures import Pictures
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.sizes.places import Layout, Way

SOLID = 0.999
MOST_KEPT = 6
COLLAR, FIRST, LAST = 0.42, 0.3, 0.7
"""The width (em) of a collar, and which part of it is before the end it is at."""
LABEL_HIGH = 3.6
"""How far (em) words and sign reach above a bridge."""
SIZE = 0.95
AIR = 0.3
"""The size (em) of the words above a bridge, and the room beside them."""


class Docks:
    """Draws mounts, and caches those that do not open or close."""

    def __init__(self, brush: Brush, layout: Layout) -> None:
        """Cache for one brush and one layout; vectors are always drawn anew."""
        self._brush, self._layout = brush, layout
        self._pictures = Pictures(brush.effects.ratio, MOST_KEPT)

    def paint(
        self, painter: QPainter, way: Way, dock: Rect, hue: Hue, openness: float
    ) -> None:
        """Draw the mount that a way has at *dock*, with its words."""

        def draw(inside: QPainter) -> None:
            draw_dock(inside, self._brush, dock, hue, openness)
            draw_dock_label(inside, self._brush, self._layout, way, openness)

        em = self._brush.em
        if self._brush.effects.vectors or SOLID <= openness < 1.0:
            draw(painter)
            return
        if 0.0 < openness < SOLID:
            draw_bridge(painter, self._brush, dock, hue, openness)
            self._pictures.paint(
                *(painter, (way.link.id, hue), collar_box(dock, em, dock.x, FIRST)),
                lambda inside: draw_collars(inside, self._brush, dock, hue, openness),
            )
            draw_dock_label(painter, self._brush, self._layout, way, openness)
            return
        top = dock.y - LABEL_HIGH * em
        high = dock.bottom + em - top
        box = Rect(dock.x - em, top, dock.width + 2 * em, high)
        self._pictures.paint(painter, (way.link.id, hue, openness), box, draw)


def draw_dock(
    painter: QPainter, brush: Brush, dock: Rect, hue: Hue, openness: float
) -> None:
    """Draw a mount: a bridge as high as the rows, with a collar at each end."""
    if openness <= 0.0:
        painter.setPen(dashed(brush.theme.edge, brush.stroke * 0.6, (2.5, 3.0)))
        for y in (dock.y, dock.bottom):
            painter.drawLine(QPointF(dock.x, y), QPointF(dock.right, y))
        return
    draw_bridge(painter, brush, dock, hue, openness)
    draw_collars(painter, brush, dock, hue, openness)


def draw_bridge(
    painter: QPainter, brush: Brush, dock: Rect, hue: Hue, openness: float
) -> None:
    """Draw a bridge as far as it has opened."""
    shade = brush.theme.hue(hue)
    area = QRectF(dock.x, dock.y, dock.width * openness, dock.height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(between(shade.soft, brush.theme.surface, 0.15))
    painter.drawRect(area)
    painter.setPen(pen(between(shade.soft, shade.line, 0.8), brush.stroke * 0.8))
    for y in (dock.y, dock.bottom):
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def draw_collars(
    painter: QPainter, brush: Brush, dock: Rect, hue: Hue, openness: float
) -> None:
    """Draw the collar at the first end, and at the other where all is open."""
    shade, em = brush.theme.hue(hue), brush.em
    painter.setPen(pen(between(shade.soft, shade.line, 0.8), brush.stroke * 0.8))
    painter.setBrush(between(shade.soft, shade.line, 0.4))
    ends = (collar_box(dock, em, dock.x, FIRST), collar_box(dock, em, dock.right, LAST))
    for side in ends if openness >= SOLID else ends[:1]:
        painter.drawRoundedRect(qrect(side), side.width * 0.3, side.width * 0.3)


def collar_box(dock: Rect, em: float, end: float, inside: float) -> Rect:
    """Return the box of the collar at an end: so much (0..1) of it is before it."""
    wide = COLLAR * em
    x = end - wide * inside
    return Rect(x, dock.y - 0.35 * em, wide, dock.height + 0.7 * em)


def draw_dock_label(
    painter: QPainter, brush: Brush, layout: Layout, way: Way, openness: float
) -> None:
    """Write above a bridge what is done over it, with a pen or an eye."""
    dock, link = way.dock, way.link
    if dock is None or not link.label or openness <= 0.0:
        return
    target = layout.places[link.target].figure.actor.content
    writes = target is not None and target.form == "file"
    doer = layout.places[link.source if writes else link.target].figure
    em = brush.em
    if not labels_fit(layout):
        return
    ink = between(brush.theme.muted, brush.theme.hue(doer.hue).text, openness)
    x, y = dock.centre[0], dock.y - 1.2 * em
    size = SIZE * em
    write(painter, x, y, link.label, size, ink, weight=SEMIBOLD, align="centre")
    draw_icon(painter, "pen" if writes else "eye", x, y - 1.5 * em, 0.5 * em, ink)


def labels_fit(layout: Layout) -> bool:
    """Return whether every bridge has room for its words: else none has any."""
    docks = ((way.link.label, way.dock) for way in layout.ways.values())
    return all(
        label_fits(label, dock.width / layout.em)
        for label, dock in docks
        if label and dock is not None
    )


def label_fits(label: str, wide: float) -> bool:
    """Return whether words above a bridge, *wide* em, touch nobody at its ends."""
    return width(label, SEMIBOLD) * SIZE + AIR <= wide
