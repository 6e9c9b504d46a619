"""The clock of the grace is inside the pod, and its needle strikes no word through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.brush.theme import LIGHT, THEMES
from sidecar_viz.paint.lab.clocks.clock_paint import paint_clock
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.showing.clocks import Eaten, GraceClock, clock_at
from sidecar_viz.pods.showing.run import played
from tests.pods.stories import DEAF, box, delete_at, pod

EM, LEFT, WIDE, HIGH = 20.0, 400, 800, 100
GROUND = QColor("#ffffff")


def clock_picture(grace: int, t: float) -> QImage:
    """Paint the clock of a deaf app that is deleted at 20 s, with room at its left."""
    run = played(
        pod(box("app")),
        Script(containers={"app": DEAF}, actions=(delete_at(20, grace),)),
    )
    clock = clock_at(run, t)
    assert clock is not None
    image = QImage(LEFT + WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    brush = Brush(LIGHT, EM, Effects(vectors=True))
    with QPainter(image) as painter:
        place = QRectF(LEFT, 0, WIDE, HIGH)
        paint_clock(painter, brush, run.looks, clock, place, t)
    return image


def rows_of(image: QImage, x: int, colour: str) -> set[int]:
    """Return the rows, in tenths of an em, in which a column has a colour."""
    wanted = QColor(colour)
    return {
        int(10 * y / EM)
        for y in range(HIGH)
        for beside in (-1, 0, 1)
        if image.pixelColor(x + beside, y) == wanted
    }


def test_a_grace_of_nothing_leaves_no_word_outside() -> None:
    """What has no room is not written left of the clock."""
    image = clock_picture(0, 21)
    beside = image.copy(0, 0, LEFT - 2, HIGH)
    empty = beside.copy()
    empty.fill(GROUND)
    assert beside == empty


def test_the_needle_strikes_no_word_through() -> None:
    """It ends below the heading, and lies behind the words in a part."""
    middle = LEFT + WIDE // 2
    rows = rows_of(clock_picture(30, 36), middle, LIGHT.accent)
    assert rows
    assert not [row for row in rows if row < 12]
    assert not [row for row in rows if 20 <= row < 26]


@pytest.mark.parametrize("name", sorted(THEMES))
def test_no_hatching_crosses_the_words_of_a_hook(name: str) -> None:
    """Their ground reaches from edge to edge of the row, in whatever ink."""
    theme = THEMES[name]
    hook = Eaten(0, 5, "web", "preStop")
    other = Eaten(5, 7, "web", "SIGTERM", below=True)  # so the rows are half as high
    clock = GraceClock(0, 10, (hook, other))
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    with QPainter(image) as painter:
        brush = Brush(theme, EM, Effects(vectors=True))
        place = QRectF(0, 0, WIDE, HIGH)
        paint_clock(painter, brush, {"web": "regular"}, clock, place, 0.0)
    before_words = (
        WIDE * 5 / 12 / 2 - (width("web preStop", MEDIUM) / 2 + 0.1) * EM * 0.86
    )
    column = [image.pixelColor(int(before_words), y) for y in range(HIGH)]
    inside = range(int(1.55 * EM), int(2.55 * EM))
    assert {column[y].name() for y in inside} == {QColor(theme.surface).name()}
