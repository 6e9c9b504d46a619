"""Lanes of a time line fit, have room for their names, and say what is beyond."""

from __future__ import annotations

from functools import partial

import pytest

from sidecar_viz.paint.lab.line.rows import Rows, rows_of
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.showing.run import Run, played
from tests.pods.showing.runs import shop
from tests.pods.stories import box, delete_at, pod

EM = 16.0
DRIVER = "csi-external-health-monitor-controller"


def run_of(number: int, name: str = "c{}") -> Run:
    """Play a pod of so many containers."""
    return played(pod(*(box(name.format(n)) for n in range(number))))


def rows(run: Run, wide: float = 1880, high: float = 345, scrolled: float = 0) -> Rows:
    """Lay out a run's lanes."""
    return rows_of(run, (wide, high), EM, scrolled=scrolled)


@pytest.mark.parametrize("number", [1, 4, 5, 8])
def test_up_to_eight_containers_are_seen_at_once(number: int) -> None:
    """A driver with eight containers fits in the window's own height."""
    laid = rows(run_of(number))
    assert laid.beyond == (0, 0)
    assert all(row.top + row.high <= laid.bottom for row in laid.lanes.values())


def test_what_lies_beyond_is_counted() -> None:
    """Of fifteen lanes some are below, and some above after scrolling."""
    run = run_of(15)
    assert rows(run).beyond == (0, 5)
    assert rows(run, scrolled=50).beyond == (3, 2)


def test_a_lane_that_is_not_seen_is_so_far_away() -> None:
    """Scrolled by that, it is the last one seen below, or the first one above."""
    run = run_of(15)
    first, *_, last = run.lane
    down = rows(run).away(last)
    assert down > 0
    below = rows(run, scrolled=down)
    assert (below.shows(last), below.away(last)) == (True, 0)
    assert below.away(first) == pytest.approx(-down)
    assert below.scrolled >= down > rows(run).scrolled == 0
    assert below.away("nobody") == 0


def test_lanes_that_do_not_fit_are_lower_before_they_are_left_out() -> None:
    """Five of a twin run are seen in half of the window, without their ticks."""
    laid = rows_of(run_of(5), (1880, 224), EM, ("Phase",))
    assert laid.beyond == (0, 0)


def test_four_of_a_twin_run_are_seen_in_a_small_window() -> None:
    """At 1280x720, with what was done above them, and words have room in the bars."""
    deleted = played(shop().pod, Script(actions=(delete_at(50),)))

    laid = rows_of(deleted, (1244, 132), 13.0, ("Phase",))

    assert len(laid.lanes) == 4
    assert laid.beyond == (0, 0)
    assert all(row.bar >= 0.95 * 13.0 for row in laid.lanes.values())
    assert not any(row.ticks for row in laid.lanes.values())


@pytest.mark.parametrize("height", [*range(100, 121)])
def test_the_lane_looked_at_is_seen_in_a_very_low_picture(height: float) -> None:
    """There it has no more room than there is, and no ticks if that is too little."""
    run = played(pod(box("a"), box("b"), box("c")), Script(actions=(delete_at(5),)))
    for who in ("a", "b"):
        lay = partial(rows_of, run, (1880, height), 12.8, ("Phase",), focused=who)
        laid = lay(scrolled=lay().away(who))
        assert laid.shows(who)
        assert laid.lanes[who].ticks == (laid.lanes[who].high >= 2.35 * 12.8)


def test_there_is_room_above_the_axis_only_for_what_was_done() -> None:
    """A run without actions has its axis at the top."""
    calm = played(pod(box("a")))
    broken = played(pod(box("a")), Script(actions=(delete_at(5),)))
    assert rows(calm).head.height() == 2 * EM
    assert rows(broken).head.height() == 3 * EM


def test_names_get_the_room_that_they_need() -> None:
    """Long ones get more in a wide picture, up to a sixth of it."""
    short, long = shop(), run_of(2, DRIVER + "{}")
    assert rows(short).left == 9.6 * EM
    assert rows(long).left == pytest.approx(18.8 * EM, abs=0.1 * EM)
    assert rows(long, wide=800).left == 9.6 * EM
