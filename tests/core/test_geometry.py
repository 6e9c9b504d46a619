"""Rectangles and curves."""

from __future__ import annotations

from math import isclose, pi

import pytest

from sidecar_viz.core.geometry import Rect, curve, straight


def test_a_straight_curve_is_walked_evenly() -> None:
    """Halfway along is halfway across, looking to the right."""
    line = curve((straight((0.0, 0.0), (100.0, 0.0)),))

    x, y, turn = line.at(0.5)

    assert isclose(line.length, 100.0)
    assert (round(x, 6), round(y, 6), turn) == (50.0, 0.0, 0.0)


def test_a_bent_curve_ends_where_it_should() -> None:
    """Two straight pieces joined: down, then right."""
    line = curve((straight((0, 0), (0, 30)), straight((0, 30), (40, 30))))

    assert isclose(line.length, 70.0)
    assert line.at(0.0)[2] == pytest.approx(pi / 2)
    assert line.at(1.0)[:2] == pytest.approx((40.0, 30.0))
    assert line.upto(0.5)[-1] == pytest.approx((5.0, 30.0))
    assert (line.bounds.width, line.bounds.height) == pytest.approx((40, 30))


def test_the_crossing_of_a_border_is_found() -> None:
    """From the middle of a square to the right it leaves after half the side."""
    line = curve((straight((50, 50), (150, 50)),))

    assert line.crossing(Rect(0, 0, 100, 100)) == pytest.approx(0.5, abs=1e-3)
    assert line.crossing(Rect(0, 0, 300, 300)) is None


def test_rectangles_know_what_lies_in_them() -> None:
    """Edges belong to a rectangle, but touching is not overlapping."""
    box = Rect(10, 10, 20, 20)

    assert box.contains(30, 30)
    assert not box.contains(31, 30)
    assert not box.overlaps(Rect(30, 10, 5, 5))
    assert box.overlaps(Rect(29, 10, 5, 5))
    assert box.inset(5) == Rect(15, 15, 10, 10)
    assert box.united(Rect(0, 0, 5, 5)) == Rect(0, 0, 30, 30)
    assert box.centre == (20, 20)
