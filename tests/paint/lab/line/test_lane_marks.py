"""Words beside a container's bars: whole, or not there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.lane_marks import (
    inset_high,
    paint_exits,
    paint_ticks,
)
from sidecar_viz.paint.lab.line.rows import Row
from sidecar_viz.pods.showing.folds import Fold, Folded
from sidecar_viz.pods.showing.lanes import ContainerLane, Exit, Tick

AXIS = Axis(Folded(100.0, (Fold(20.0, 80.0),)), 100.0, 900.0, 16.0)
ROW = Row(10.0, 60.0, 24.0)
TORN = AXIS.torn(AXIS.folded.folds[0])
WIDE = 1000
CAPITALS_AND_TAILS = 1.2
"""How high a line of text is from its capitals to what hangs below it, in ems."""


def painted(lane: ContainerLane, row: Row) -> QImage:
    """Paint a lane's marks alone."""
    image = QImage(WIDE, 90, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    brush = Brush(LIGHT, 16.0, Effects())
    with QPainter(image) as painter:
        paint_ticks(painter, brush, AXIS, lane, row)
        paint_exits(painter, brush, AXIS, lane, row)
    return image


def inked(lane: ContainerLane) -> set[int]:
    """Where across the picture anything of a lane's marks is drawn."""
    image, ground = painted(lane, ROW), QColor(LIGHT.surface)
    rows = range(image.height())
    return {
        x for x in range(WIDE) if any(image.pixelColor(x, y) != ground for y in rows)
    }


@pytest.mark.parametrize("t", [15.0, 16.0, 17.0, 18.0, 19.0])
def test_how_a_process_ended_is_not_cut_by_a_fold(t: float) -> None:
    """It is written where there is room for it before the fold, else the sign alone."""
    lane = ContainerLane("a", "regular", "regular", (), exits=(Exit(t, 0, "", 9.0),))

    assert max(inked(lane)) <= TORN[0] + 16.0
    assert min(inked(lane)) >= AXIS.x(t) - 16.0


def test_the_sign_of_an_end_stays_within_a_low_lane() -> None:
    """Below, the next lane is painted over it, or nothing is."""
    low = Row(10.0, 20.0, 17.0)
    starts = (0.0, 5.5)
    lane = ContainerLane(
        *("a", "regular", "regular", ()), exits=(Exit(5.0, 0, "", 4.0),), starts=starts
    )
    image = painted(lane, low)

    ground = QColor(LIGHT.surface)
    below = range(round(low.top + low.high) + 1, image.height())
    x = round(AXIS.x(5.0))
    assert all(image.pixelColor(x, y) == ground for y in below)
    assert any(image.pixelColor(x, y) != ground for y in range(10, 30))


def test_with_room_it_says_how() -> None:
    """A sign alone would be shorter."""
    lane = ContainerLane("a", "regular", "regular", (), exits=(Exit(5.0, 0, "", 4.0),))

    assert max(inked(lane)) - AXIS.x(5.0) > 3.0 * 16.0


@pytest.mark.parametrize("t", [79.0, 81.0, 83.0])
def test_a_probes_name_is_not_cut_by_a_fold(t: float) -> None:
    """Nothing of an answer is drawn inside a fold, nor of its name across one."""
    ticks = (Tick(t, "readiness", passed=True),)
    lane = ContainerLane("a", "regular", "regular", (), ticks=ticks)

    assert all(x >= TORN[1] - 4.0 for x in inked(lane))


@pytest.mark.parametrize("em", [8.0, 9.8, 13.1, 20.0])
@pytest.mark.parametrize("ems", [1.5, 1.6, 2.0, 3.0])
def test_a_hook_s_name_stands_within_its_edges(em: float, ems: float) -> None:
    """In low bars of small windows, too; and never is the inset out of its bar."""
    bar = ems * em

    high = inset_high(bar, em)

    assert high <= bar
    assert high >= min(CAPITALS_AND_TAILS * em, bar - 2)


def test_in_a_high_bar_there_is_bar_around_an_inset() -> None:
    """It is seen as something that happens in the container."""
    assert inset_high(40, 10) == pytest.approx(24.8)
