"""Draws what travels along links: sheets on their way, and the heads of flows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QRegion

from sidecar_viz.core.geometry import Curve, Rect
from sidecar_viz.core.lesson import Hue
from sidecar_viz.core.stage import Chip, Hop, LinkState, Stage
from sidecar_viz.paint.brush.brush import Brush, faded, pen, qrect
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.draw.link_ends import draw_mark
from sidecar_viz.paint.draw.links import link_hue
from sidecar_viz.paint.kinds.link_kinds import POINTING, marks_of
from sidecar_viz.paint.sizes.measure import LID
from sidecar_viz.paint.sizes.places import Layout, Place

SHORT = 5.6
"""On a link shorter than this (em) a chip comes and goes between the cards."""
FADE = 0.15
"""The share of a short way on which a chip fades in, and out."""
SHEET = (1.75, 1.3)
WORDS_PAD, WORDS_HIGH = 0.6, 1.9
"""The room (em) beside the words of a chip, and its height."""


class Sheet(NamedTuple):
    """A chip on its way: its middle (pixels), opacity (0..1), hue, and the chip."""

    x: float
    y: float
    strength: float
    hue: Hue
    chip: Chip


def sheets(stage: Stage, layout: Layout) -> Iterator[Sheet]:
    """Yield every chip that travels along a link; others are drawn by the ledger."""
    links = {link.id: link for link in stage.links}
    for chip in stage.chips:
        if chip.item and layout.ledger is not None:
            continue
        curves = _curves(layout, chip.route, links)
        total = sum(curve.length for curve, _, _ in curves)
        if total:
            yield _placed(curves, total, chip, layout.em)


def _curves(
    layout: Layout, route: tuple[Hop, ...], links: Mapping[str, LinkState]
) -> list[tuple[Curve, bool, Hue]]:
    ways = [
        layout.way(links[hop.link]) if hop.link in links else layout.ways[hop.link]
        for hop in route
    ]
    return [
        (way.curve, hop.forward, link_hue(layout, way))
        for hop, way in zip(route, ways, strict=True)
    ]


def _placed(
    curves: list[tuple[Curve, bool, Hue]], total: float, chip: Chip, em: float
) -> Sheet:
    goal = chip.along * total
    for curve, forward, hue in curves:
        if goal <= curve.length or curve is curves[-1][0]:
            part = min(1.0, goal / curve.length)
            strength = 1.0
            if curve.length < SHORT * em:
                strength = min(1.0, part / FADE, (1.0 - part) / FADE)
                half = min(0.5, SHEET[0] * 0.55 * em / curve.length)
                part = half + part * (1.0 - 2.0 * half)
            if chip.verb == "lose":
                part = min(part, 0.5)
            x, y, _ = curve.at(part if forward else 1.0 - part)
            return Sheet(x, y, max(0.0, strength), hue, chip)
        goal -= curve.length
    raise AssertionError


def sheet_bounds(sheet: Sheet, em: float) -> Rect:
    """Return the pixels that a chip may touch."""
    across, down = sheet_size(sheet.chip)
    wide, high = (across / 2 + 0.4) * em, (down / 2 + 0.4) * em
    return Rect(sheet.x - wide, sheet.y - high, 2 * wide, 2 * high)


def sheet_size(chip: Chip) -> tuple[float, float]:
    """Return the width and height (em) of a chip with what it says."""
    words = chip_words(chip)
    if not words:
        return SHEET
    return width(words, MEDIUM) + 2 * WORDS_PAD, WORDS_HIGH


def chip_words(chip: Chip) -> str:
    """Return what a chip says: how many it stands for, else what is sent just once."""
    return f"×{chip.worth}" if chip.worth > 1 else "" if chip.stream else chip.text


def draw_sheets(
    painter: QPainter, brush: Brush, stage: Stage, layout: Layout, *, worded: bool
) -> None:
    """Draw what travels along links, upright: what says something, or all else."""
    for sheet in sheets(stage, layout):
        if bool(chip_words(sheet.chip)) != worded:
            continue
        line, ink = brush.theme.hue(sheet.hue).line, brush.theme.ink
        strength = sheet.strength
        across, down = sheet_size(sheet.chip)
        wide, high = across * brush.em, down * brush.em
        area = QRectF(sheet.x - wide / 2, sheet.y - high / 2, wide, high)
        painter.setPen(pen(faded(line, strength), brush.stroke))
        painter.setBrush(faded(brush.theme.surface, strength))
        painter.drawRoundedRect(area, brush.em * 0.3, brush.em * 0.3)
        words = chip_words(sheet.chip)
        if words:
            write(
                *(painter, sheet.x, sheet.y, words, brush.em, faded(ink, strength)),
                weight=MEDIUM,
                align="centre",
            )
        else:
            _lines(painter, area)


def _lines(painter: QPainter, area: QRectF) -> None:
    """Draw two lines of writing on a sheet."""
    for part, long in ((0.32, 0.56), (0.68, 0.36)):
        y = area.y() + area.height() * part
        left = area.x() + area.width() * 0.22
        painter.drawLine(QPointF(left, y), QPointF(left + area.width() * long, y))


def draw_arrows(painter: QPainter, brush: Brush, stage: Stage, layout: Layout) -> None:
    """Draw the arrowhead of every flow that has arrived, just before its target."""
    for flow in stage.flows:
        if flow.tail > 0.0 or flow.head < 0.5:
            continue
        hop = flow.route[-1]
        way = layout.ways[hop.link]
        if way.dock is not None:
            continue
        if marks_of(way.link)[1 if hop.forward else 0] in POINTING:
            continue
        colour = faded(brush.theme.hue(link_hue(layout, way)).line, 1.0)
        size = 2.0 * flow.head - 1.0
        draw_mark(painter, brush, way.curve, "head", colour, size, at_end=hop.forward)


def paint_travelling(
    painter: QPainter,
    brush: Brush,
    stage: Stage,
    layout: Layout,
    room: QRegion | None = None,
) -> None:
    """Paint what travels, kept from showing over the shapes it starts and ends at.

    Args:
        room: the layout's `open_region`, if it is known.
    """
    if not stage.flows and not stage.chips:
        return
    clipped = brush.effects.target is not None or not brush.effects.vectors
    if clipped:
        painter.save()
    if brush.effects.target is not None:
        painter.setClipPath(open_path(layout))
    elif clipped:
        clip = open_region(layout) if room is None else room
        if painter.hasClipping():
            painter.setClipRegion(clip, Qt.ClipOperation.IntersectClip)
        else:
            painter.setClipRegion(clip)
    draw_arrows(painter, brush, stage, layout)
    draw_sheets(painter, brush, stage, layout, worded=False)
    if clipped:
        painter.restore()


def open_path(layout: Layout) -> QPainterPath:
    """The stage without the bodies of its shapes, as one path of few corners."""
    path = QPainterPath()
    path.addRect(QRectF(0.0, 0.0, *layout.size))
    for place in layout.places.values():
        body = qrect(place.body)
        if place.figure.form == "globe":
            path.addEllipse(body)
        elif place.figure.form == "cylinder":
            high = 2 * LID * body.height()
            path.arcMoveTo(QRectF(body.x(), body.y(), body.width(), high), 180.0)
            path.arcTo(QRectF(body.x(), body.y(), body.width(), high), 180.0, -180.0)
            path.lineTo(body.bottomRight())
            path.lineTo(body.bottomLeft())
            path.closeSubpath()
        elif place.figure.form != "frame":
            path.addRect(body)
    return path


def open_region(layout: Layout) -> QRegion:
    """The stage without the bodies of its shapes."""
    region = QRegion(QRect(0, 0, int(layout.size[0]) + 1, int(layout.size[1]) + 1))
    for place in layout.places.values():
        if place.figure.form != "frame":
            region -= _covered(place)
    return region


def _covered(place: Place) -> QRegion:
    """What a shape covers, by its outline: a sheet is seen up to it."""
    body = qrect(place.body)
    ellipse = QRegion.RegionType.Ellipse
    if place.figure.form == "globe":
        return QRegion(body.toAlignedRect(), ellipse)
    if place.figure.form == "cylinder":
        lid = LID * body.height()
        round_lid = QRectF(body.x(), body.y(), body.width(), 2 * lid)
        below = body.adjusted(0.0, lid, 0.0, 0.0)
        lids = QRegion(round_lid.toAlignedRect(), ellipse)
        return lids.united(QRegion(below.toAlignedRect()))
    return QRegion(body.toAlignedRect())
