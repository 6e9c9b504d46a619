"""Draws what travels along links: sheets on their way, and the heads of flows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import degrees

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from sidecar_viz.core.geometry import Curve, Rect
from sidecar_viz.core.lesson import Hue
from sidecar_viz.core.stage import Hop, Stage
from sidecar_viz.paint.brush.brush import Brush, between, faded, pen
from sidecar_viz.paint.draw.link_ends import draw_mark
from sidecar_viz.paint.draw.links import link_hue
from sidecar_viz.paint.kinds.link_kinds import POINTING, marks_of
from sidecar_viz.paint.sizes.places import Layout

SPACING = 5.2
SHORT = 5.6
"""A link shorter than this (em) carries one sheet, which never lies under a card."""
FADE = 0.15
"""The share of the way on which a sheet fades in, and out."""
SHEET = (1.75, 1.3)
TURNS = 48
"""The number of directions in which a sheet is cached: one every 7.5 degrees."""


class Sheet(tuple[float, float, float, float, "Hue"]):
    """x, y (pixels), direction (radians), opacity and hue of a travelling sheet."""

    __slots__ = ()


def sheets(stage: Stage, layout: Layout) -> Iterator[Sheet]:
    """Yield every sheet on its way: those of endless flows, and those sent once."""
    for flow in stage.flows:
        curves = _curves(layout, flow.route)
        total = sum(curve.length for curve, _, _ in curves)
        if not total:
            continue
        short = total < SHORT * layout.em * len(curves)
        least = len(curves) if short else 2
        count = max(least, round(total / (SPACING * layout.em)))
        for number in range(count):
            along = (stage.phase + number) / count % 1.0
            if flow.tail <= along <= flow.head:
                yield _placed(curves, total, along, layout.em)
    for packet in stage.packets:
        curves = _curves(layout, packet.route)
        total = sum(curve.length for curve, _, _ in curves)
        if total:
            yield _placed(curves, total, packet.along, layout.em)


def _curves(layout: Layout, route: tuple[Hop, ...]) -> list[tuple[Curve, bool, Hue]]:
    return [
        (
            layout.ways[hop.link].curve,
            hop.forward,
            link_hue(layout, layout.ways[hop.link]),
        )
        for hop in route
    ]


def _placed(
    curves: list[tuple[Curve, bool, Hue]], total: float, along: float, em: float
) -> Sheet:
    goal = along * total
    for curve, forward, hue in curves:
        if goal <= curve.length or curve is curves[-1][0]:
            part = min(1.0, goal / curve.length)
            strength = 1.0
            if curve.length < SHORT * em:
                strength = min(1.0, part / FADE, (1.0 - part) / FADE)
                half = min(0.5, SHEET[0] * 0.55 * em / curve.length)
                part = half + part * (1.0 - 2.0 * half)
            x, y, turn = curve.at(part if forward else 1.0 - part)
            return Sheet((x, y, turn, strength, hue))
        goal -= curve.length
    raise AssertionError


def sheet_bounds(sheet: Sheet, em: float) -> Rect:
    """Return the pixels that a sheet may touch."""
    reach = em * 1.4
    return Rect(sheet[0] - reach, sheet[1] - reach, 2 * reach, 2 * reach)


def draw_sheets(painter: QPainter, brush: Brush, stage: Stage, layout: Layout) -> None:
    """Draw what travels, from cached pictures unless vectors are wanted."""
    before = painter.opacity()
    for x, y, turn, strength, hue in sheets(stage, layout):
        shade = brush.theme.hue(hue)
        painter.setOpacity(before * strength)
        if brush.effects.vectors:
            painter.save()
            painter.translate(x, y)
            painter.rotate(degrees(turn))
            _sheet(painter, brush.em, brush.stroke, brush.theme.surface, shade.line)
            painter.restore()
            continue
        step = round(turn / 6.283185307179586 * TURNS) % TURNS
        cached = _cached_sheet(
            round(brush.em, 1),
            brush.effects.ratio,
            brush.theme.surface,
            shade.line,
            step,
        )
        half = cached.deviceIndependentSize().width() / 2
        painter.drawPixmap(QPointF(x - half, y - half), cached)
    painter.setOpacity(before)


@lru_cache(maxsize=96)
def _cached_sheet(em: float, ratio: float, fill: str, line: str, step: int) -> QPixmap:
    side = em * 2.8
    pixmap = QPixmap(int(side * ratio) + 1, int(side * ratio) + 1)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = pixmap.deviceIndependentSize().width() / 2
        painter.translate(middle, middle)
        painter.rotate(step * 360.0 / TURNS)
        _sheet(painter, em, em * 0.15, fill, line)
    return pixmap


def _sheet(painter: QPainter, em: float, stroke: float, fill: str, line: str) -> None:
    wide, high = SHEET[0] * em, SHEET[1] * em
    painter.setPen(pen(line, stroke))
    painter.setBrush(between(fill, fill, 0.0))
    painter.drawRoundedRect(
        QRectF(-wide / 2, -high / 2, wide, high), em * 0.3, em * 0.3
    )
    for part, long in ((-0.2, 0.56), (0.2, 0.36)):
        y = high * part
        painter.drawLine(
            QPointF(-wide * 0.28, y), QPointF(-wide * 0.28 + wide * long, y)
        )


def draw_arrows(painter: QPainter, brush: Brush, stage: Stage, layout: Layout) -> None:
    """Draw the arrowhead of every flow that has arrived, just before its target."""
    for flow in stage.flows:
        if flow.tail > 0.0 or flow.head < 0.5:
            continue
        hop = flow.route[-1]
        way = layout.ways[hop.link]
        if marks_of(way.link)[1 if hop.forward else 0] in POINTING:
            continue
        colour = faded(brush.theme.hue(link_hue(layout, way)).line, 1.0)
        size = 2.0 * flow.head - 1.0
        draw_mark(painter, brush, way.curve, "head", colour, size, at_end=hop.forward)
