"""Ink is drawn again only where something changes, and looks no other for it."""

from __future__ import annotations

from math import cos, sin

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.app.present.tools.ink_lines import CHUNK, InkLines
from sidecar_viz.app.present.tools.overlay import Overlay
from sidecar_viz.core.ink import Spot, Stroke
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.layout.zoom import WHOLE, View

SIZE = (600, 400)
EVERYWHERE = QRectF(0, 0, *SIZE)


def curl(points: int, turns: float = 9.0) -> Stroke:
    """Draw a line that crosses itself, and comes near most places."""
    spots: list[Spot] = []
    for number in range(points):
        along = number / points
        angle = along * turns * 6.283
        reach = 0.05 + 0.4 * along
        spots.append((0.5 + reach * cos(angle), 0.5 + reach * sin(angle * 1.3)))
    return Stroke(1, tuple(spots))


def across(height: float) -> Stroke:
    """Draw a straight line of 200 points from left to right."""
    return Stroke(1, tuple((n / 199, height) for n in range(200)))


def place(spot: Spot) -> QPointF:
    """Return where a spot is on a stage of that size."""
    return QPointF(spot[0] * SIZE[0], spot[1] * SIZE[1])


def painted(strokes: tuple[Stroke, ...], view: View, part: QRect | None) -> QImage:
    """Paint ink on white, all of it or one part."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if part is not None:
            painter.setClipRect(part)
        Overlay(SIZE, view).draw_ink(painter, strokes, LIGHT, InkLines())
    return image


@pytest.mark.parametrize("view", [WHOLE, View(2.5, 0.4, 0.6)])
@pytest.mark.parametrize(
    "part",
    [
        QRect(300, 200, 3, 3),
        QRect(0, 0, 40, 400),
        QRect(120, 90, 60, 30),
        QRect(599, 399, 1, 1),
        QRect(400, 202, 150, 1),
        QRect(-20, -20, 900, 900),
    ],
)
def test_a_part_looks_as_in_the_whole(part: QRect, view: View) -> None:
    """To the pixel: no end of a part is seen, no edge is missing."""
    strokes = (curl(500), across(0.5), Stroke(1, ((0.502, 0.5),)), curl(40, 2.0))
    seen = part.intersected(EVERYWHERE.toRect())
    whole = painted(strokes, view, None).copy(seen)

    assert painted(strokes, view, part).copy(seen) == whole
    assert part.width() < 600 or whole != QImage(whole.size(), whole.format())


def test_only_what_is_near_is_drawn() -> None:
    """Of ten lines of 200 points, two chunks of one at a pen that writes there."""
    strokes = tuple(across(n / 10) for n in range(10))
    found = InkLines().near(strokes, (SIZE, WHOLE), place, QRectF(297, 117, 6, 6))

    assert sum(path.elementCount() for path in found) <= 2 * CHUNK + 2
    assert len(InkLines().near(strokes, (SIZE, WHOLE), place, EVERYWHERE)) == 10


def test_a_line_that_comes_back_has_two_parts() -> None:
    """What lies between is left out; both are one path."""
    there = tuple((n / 100, 0.5) for n in range(101))
    away = tuple((1.0, 0.5 - n / 100) for n in range(50))
    stroke = Stroke(1, (*there, *away, *reversed(away), *reversed(there)))

    (path,) = InkLines().near((stroke,), (SIZE, WHOLE), place, QRectF(0, 195, 20, 10))

    starts = [n for n in range(path.elementCount()) if path.elementAt(n).isMoveTo()]
    assert len(starts) == 2
    assert path.elementCount() <= 3 * (CHUNK + 2)


def test_what_was_reckoned_is_kept_until_the_view_changes() -> None:
    """A point of a new line costs that line alone."""
    asked: list[Spot] = []

    def counted(spot: Spot) -> QPointF:
        asked.append(spot)
        return place(spot)

    lines, old = InkLines(), across(0.1)
    lines.near((old,), (SIZE, WHOLE), counted, EVERYWHERE)
    assert len(asked) == 200
    lines.near((old, Stroke(1, ((0.5, 0.5),))), (SIZE, WHOLE), counted, EVERYWHERE)
    assert len(asked) == 201

    lines.near((old,), (SIZE, View(2.0, 0.5, 0.5)), counted, EVERYWHERE)
    assert len(asked) == 401
