"""Edges that are kept as pictures are the edges that are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.brush import soften
from sidecar_viz.paint.brush.dashes import Dashing, draw_dashed
from sidecar_viz.paint.brush.effects import Effects, SoftEdge
from sidecar_viz.paint.brush.strips import Strips

SIDE = 200
DASHING = Dashing(9.0, "#333333", 1.7, (3.0, 3.2))


def image(ratio: float = 1.0) -> QImage:
    """Make a white picture."""
    made = QImage(round(SIDE * ratio), round(SIDE * ratio), QImage.Format.Format_ARGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.white)
    return made


def most_different(one: QImage, other: QImage) -> int:
    """Find how much (0..255) the most different values of two pictures differ."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(here - there) for here, there in pairs)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize(
    "rect",
    [
        Rect(20.3, 30.6, 150.2, 120.9),
        Rect(5.0, 7.5, 31.0, 180.0),
        Rect(40.2, 40.2, 11.0, 11.0),
    ],
    ids=["large", "slim", "too small for strips"],
)
def test_a_dashed_outline_is_the_same_from_its_pictures(
    rect: Rect, ratio: float
) -> None:
    """Wherever it begins between two pixels, and the second time as well."""
    kept, drawn = image(ratio), image(ratio)
    effects = Effects(ratio=ratio)
    with QPainter(drawn) as painter:
        soften(painter)
        draw_dashed(painter, rect, DASHING)
    for _ in range(2):
        kept.fill(Qt.GlobalColor.white)
        with QPainter(kept) as painter:
            soften(painter)
            effects.dashed_outline(painter, rect, DASHING)
    assert most_different(kept, drawn) <= 2


def test_vectors_are_dashed_as_vectors() -> None:
    """A picture would be in the file, and not sharp."""
    one, other = image(), image()
    rect = Rect(20.0, 20.0, 100.0, 100.0)
    with QPainter(one) as painter:
        Effects(vectors=True).dashed_outline(painter, rect, DASHING)
    with QPainter(other) as painter:
        draw_dashed(painter, rect, DASHING)
    assert one == other


@pytest.mark.parametrize("deep", [5, 40, 60])
def test_strips_lie_around_a_middle_that_they_leave_alone(deep: int) -> None:
    """Side by side without a gap; all of it where there is no middle."""
    target = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    target.fill(Qt.GlobalColor.white)

    whole = QPixmap(100, 110)
    whole.fill(QColor(0, 0, 0, 128))
    with QPainter(target) as painter:
        Strips(whole, deep, 1.0).paint(painter, 17, 28)
    for x in range(SIDE):
        for y in range(SIDE):
            inside = 17 <= x < 117 and 28 <= y < 138
            middle = 17 + deep <= x < 117 - deep and 28 + deep <= y < 138 - deep
            grey = target.pixelColor(x, y).red()
            assert (grey < 255) == (inside and not middle), (x, y)
            assert grey in (127, 255), (x, y)  # never twice


@pytest.mark.parametrize("strength", [0.05, 0.1, 0.55, 0.9])
def test_a_soft_edge_ends_where_it_is_not_seen_any_more(strength: float) -> None:
    """What is left out of it would not change a pixel; what is next to it does."""
    edge = SoftEdge(8.0, 30.0, "#000000", strength)
    rect = Rect(60.0, 60.0, 80.0, 80.0)
    target = image()
    with QPainter(target) as painter:
        Effects().soft_edges(painter, rect, (edge,), 1.0)
    darkest = [
        min(target.pixelColor(x, y).red() for y in range(SIDE)) for x in range(60)
    ]
    seen = next(x for x in range(60) if darkest[x] < 255)
    assert abs(60 - seen - edge.seen) <= 1
    assert edge.seen < edge.spread
