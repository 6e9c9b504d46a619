"""Links as tubes, the gates where they leave a frame, and what travels in them."""

from __future__ import annotations

from functools import lru_cache
from math import cos, degrees, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QPolygonF

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.look import Look, between, dashed, faded, pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPen

    from sidecar_viz.core.geometry import Curve
    from sidecar_viz.core.lesson import Hue
    from sidecar_viz.core.stage import Hop, LinkState, Stage
    from sidecar_viz.paint.places import Layout, Way
    from sidecar_viz.paint.theme import Shade

TUBE = 1.15
GATE = 0.72
SPACING = 5.2
SHEET = (1.75, 1.3)
TURNS = 48
"""Directions in which a sheet is kept ready: one every 7.5 degrees."""


def link_hue(layout: Layout, way: Way) -> Hue:
    """A link's hue: of what it runs through, else of a store, else of its source."""
    link = way.link
    for key in (link.through, link.target, link.source):
        if key is None:
            continue
        figure = layout.places[key].figure
        if key == link.through or figure.form == "cylinder":
            return figure.hue
    return layout.places[link.source].figure.hue


def draw_link(painter: QPainter, look: Look, layout: Layout, state: LinkState) -> None:
    """Draw a link: dots where it is off, a tube as far as it has opened."""
    way = layout.ways[state.id]
    shade = look.theme.hue(link_hue(layout, way))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state.openness < 1.0:
        dots = dashed(look.theme.edge, look.em * 0.17, (0.01, 3.4))
        painter.setPen(dots)
        painter.drawPath(_path(way.curve))
    if state.openness > 0.0:
        _tube(painter, look, way.curve, state.openness, shade)
    if state.denied > 0.0:
        _denied(painter, look, way.curve, state.denied)
    draw_gate(painter, look, layout, state)


def _tube(
    painter: QPainter, look: Look, curve: Curve, openness: float, shade: Shade
) -> None:
    path = _path(curve) if openness >= 1.0 else _opened(curve, openness)
    wide = TUBE * look.em
    inside = between(shade.soft, look.theme.surface, 0.35)
    for line in (
        _flat(between(shade.soft, shade.line, 0.75).name(), wide),
        _flat(inside.name(), wide - look.stroke * 1.2),
    ):
        painter.setPen(line)
        painter.drawPath(path)
    middle = between(shade.soft, shade.line, 0.6)
    painter.setPen(dashed(middle, look.em * 0.12, (0.01, 5.5)))
    painter.drawPath(path)


def _flat(colour: str, width: float) -> QPen:
    line = pen(colour, max(0.5, width))
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    return line


def _denied(painter: QPainter, look: Look, curve: Curve, amount: float) -> None:
    x, y, _ = curve.at(0.5)
    reach = 0.6 * look.em * amount
    painter.setPen(pen(look.theme.failed.line, look.stroke * 1.6))
    painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach))
    painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach))


def draw_gate(painter: QPainter, look: Look, layout: Layout, state: LinkState) -> None:
    """Draw the ring in a frame's border; it widens as the link opens."""
    way = layout.ways[state.id]
    if way.gate is None:
        return
    shade = look.theme.hue(link_hue(layout, way))
    x, y, _ = way.curve.at(way.gate)
    radius = (GATE + 0.28 * state.openness) * look.em
    painter.setPen(
        pen(between(look.theme.edge, shade.line, state.openness), look.stroke)
    )
    painter.setBrush(between(look.theme.surface, shade.soft, state.openness))
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _path(curve: Curve) -> QPainterPath:
    path = QPainterPath(QPointF(*curve.cubics[0][0]))
    for _, one, two, end in curve.cubics:
        path.cubicTo(QPointF(*one), QPointF(*two), QPointF(*end))
    return path


def _opened(curve: Curve, along: float) -> QPainterPath:
    path = QPainterPath(QPointF(*curve.points[0]))
    for point in curve.upto(along)[1:]:
        path.lineTo(*point)
    return path


class Sheet(tuple[float, float, float, float, "Hue"]):
    """x, y, direction (radians), opacity and hue of one travelling sheet."""

    __slots__ = ()


def sheets(stage: Stage, layout: Layout) -> Iterator[Sheet]:
    """Every sheet under way: those of endless flows and those sent once."""
    for flow in stage.flows:
        curves = _curves(layout, flow.route)
        total = sum(curve.length for curve, _, _ in curves)
        if not total:
            continue
        count = max(2, round(total / (SPACING * layout.em)))
        for number in range(count):
            along = (stage.phase + number) / count % 1.0
            if flow.tail <= along <= flow.head:
                yield _placed(curves, total, along)
    for packet in stage.packets:
        curves = _curves(layout, packet.route)
        total = sum(curve.length for curve, _, _ in curves)
        if total:
            yield _placed(curves, total, packet.along)


def _curves(layout: Layout, route: tuple[Hop, ...]) -> list[tuple[Curve, bool, Hue]]:
    return [
        (
            layout.ways[hop.link].curve,
            hop.forward,
            link_hue(layout, layout.ways[hop.link]),
        )
        for hop in route
    ]


def _placed(curves: list[tuple[Curve, bool, Hue]], total: float, along: float) -> Sheet:
    goal = along * total
    for curve, forward, hue in curves:
        if goal <= curve.length or curve is curves[-1][0]:
            part = min(1.0, goal / curve.length)
            x, y, turn = curve.at(part if forward else 1.0 - part)
            return Sheet((x, y, turn, 1.0, hue))
        goal -= curve.length
    raise AssertionError


def sheet_bounds(sheet: Sheet, em: float) -> Rect:
    """The pixels that a sheet may touch."""
    reach = em * 1.4
    return Rect(sheet[0] - reach, sheet[1] - reach, 2 * reach, 2 * reach)


def draw_sheets(painter: QPainter, look: Look, stage: Stage, layout: Layout) -> None:
    """Draw what travels, from ready-made pictures unless vectors are wanted."""
    for x, y, turn, _, hue in sheets(stage, layout):
        shade = look.theme.hue(hue)
        if look.effects.vectors:
            painter.save()
            painter.translate(x, y)
            painter.rotate(degrees(turn))
            _sheet(painter, look.em, look.stroke, look.theme.surface, shade.line)
            painter.restore()
            continue
        step = round(turn / 6.283185307179586 * TURNS) % TURNS
        kept = _kept_sheet(
            round(look.em, 1), look.effects.ratio, look.theme.surface, shade.line, step
        )
        half = kept.deviceIndependentSize().width() / 2
        painter.drawPixmap(QPointF(x - half, y - half), kept)


@lru_cache(maxsize=96)
def _kept_sheet(em: float, ratio: float, fill: str, line: str, step: int) -> QPixmap:
    side = em * 2.8
    pixmap = QPixmap(int(side * ratio) + 1, int(side * ratio) + 1)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = pixmap.deviceIndependentSize().width() / 2
    painter.translate(middle, middle)
    painter.rotate(step * 360.0 / TURNS)
    _sheet(painter, em, em * 0.15, fill, line)
    painter.end()
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


def draw_arrows(painter: QPainter, look: Look, stage: Stage, layout: Layout) -> None:
    """Draw the arrowhead of every flow that has arrived, just before its target."""
    painter.setPen(Qt.PenStyle.NoPen)
    for flow in stage.flows:
        if flow.tail > 0.0 or flow.head < 0.5:
            continue
        hop = flow.route[-1]
        curve = layout.ways[hop.link].curve
        back = 0.55 * look.em / curve.length
        x, y, turn = curve.at(1.0 - back if hop.forward else back)
        if not hop.forward:
            turn += 3.141592653589793
        shade = look.theme.hue(link_hue(layout, layout.ways[hop.link]))
        size = look.em * 1.0 * (2.0 * flow.head - 1.0)
        tip = [(0.55, 0.0), (-0.5, 0.62), (-0.28, 0.0), (-0.5, -0.62)]
        painter.setBrush(faded(shade.line, 1.0))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(
                        x + size * (px * cos(turn) - py * sin(turn)),
                        y + size * (px * sin(turn) + py * cos(turn)),
                    )
                    for px, py in tip
                ]
            )
        )
