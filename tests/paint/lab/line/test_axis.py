"""Seconds and pixels of a time line lead to each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.pods.showing.folds import Fold, Folded

FOLDED = Folded(100, (Fold(20, 50), Fold(60, 90)))
AXIS = Axis(FOLDED, 150, 1150, 16)


def test_the_whole_run_lies_between_left_and_right() -> None:
    """The first second is at the left, the last one at the right."""
    assert AXIS.x(0) == pytest.approx(150)
    assert AXIS.x(100) == pytest.approx(1150)


@given(st.floats(0, 100), st.floats(0, 100))
def test_later_is_further_right(one: float, other: float) -> None:
    """Also within folds, so that the playhead never goes back."""
    first, last = sorted((one, other))
    assert AXIS.x(first) <= AXIS.x(last) + 1e-6


@given(st.floats(0, 100))
def test_a_place_leads_back_to_its_second(t: float) -> None:
    """To a hundredth of a second, wherever it is."""
    assert AXIS.second(AXIS.x(t)) == pytest.approx(t, abs=0.05)


@given(st.floats(1, 64), st.floats(0, 1), st.floats(0, 100))
def test_zoomed_in_it_is_the_same_way_back(zoom: float, part: float, t: float) -> None:
    """Only what is seen differs."""
    axis = Axis(FOLDED, 150, 1150, 16, zoom, part * (1 - 1 / zoom))
    assert axis.second(axis.x(t)) == pytest.approx(t, abs=0.05)


@pytest.mark.parametrize("end", [3.0, 60.0, 3600.0, 86_400.0, 1e6, 1e9, 1e18, 1e300])
def test_numbers_do_not_touch(end: float) -> None:
    """However long a run is, its numbers have room beside each other."""
    axis = Axis(Folded(end), 150, 1150, 16)
    places = [axis.x(t) for t in axis.numbers()]
    assert 3 <= len(places) <= 25
    assert all(other - one >= 5 * 16 for one, other in pairwise(places))


def test_numbers_pass_over_what_is_folded() -> None:
    """Of a run so long that its folds leave nothing that can be told from nought."""
    end = 2.0**63
    axis = Axis(Folded(end, (Fold(10, end - 10),)), 150, 1150, 16)
    assert next(axis.numbers()) == 0
    assert len(list(axis.numbers())) <= 12
