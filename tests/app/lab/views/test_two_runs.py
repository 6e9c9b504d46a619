"""Two runs that differ in one thing, as a value: ways, marks and words."""

from __future__ import annotations

import pytest

from sidecar_viz.app.lab.views.twin.two_runs import TwoRuns, two_runs
from sidecar_viz.pods.asking.twin import switches_of
from tests.pods.showing.runs import shop


@pytest.fixture
def both() -> TwoRuns:
    """Play the shop, and its twin with classic sidecars."""
    run = shop()
    return two_runs(run, switches_of(run.pod)[0])


def test_a_twin_is_called_by_what_is_switched(both: TwoRuns) -> None:
    """So each change is told with the word for its run."""
    assert both.words == ("native", "classic")
    assert [both.side(run) for run in both.runs] == [0, 1]
    starts = both.found[0].t
    assert any(both.said(starts).startswith(word) for word in both.words)
    assert both.said(starts + 0.25) == ""


def test_only_the_differences_are_fewer_seconds(both: TwoRuns) -> None:
    """They are among the seconds of both runs, and begin at 0."""
    assert both.way_apart.stops[0] == 0.0
    assert set(both.way_apart.stops) < {0.0, *both.way.stops}
    assert both.way_apart.end == both.way.end


def test_what_is_not_known_yet_is_neither_listed_nor_marked(both: TwoRuns) -> None:
    """Numbers stay as they are, however many are listed."""
    first, last = both.found[0].t, both.found[-1].t
    assert both.listed(first - 1) == ()
    assert both.listed() == both.listed(last)
    assert [n for n, _ in both.listed()] == list(range(1, len(both.found) + 1))
    for side in (0, 1):
        assert all(mark.t <= first for mark in both.marks(side, first))
        assert {mark.number for mark in both.marks(side)} <= {
            n for n, _ in both.listed()
        }


def test_a_run_is_its_own_twin_where_nothing_is_switched() -> None:
    """Nothing differs then."""
    run = shop()
    alone = TwoRuns(("this run", "its twin"), (run, run))
    assert (alone.found, alone.listed(), alone.marks(1)) == ((), (), ())
