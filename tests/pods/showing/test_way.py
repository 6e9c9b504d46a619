"""The way of the playhead: its stops, and what of it is folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.pods.showing.folds import Fold, Folded, folds_of
from sidecar_viz.pods.showing.way import Way, beside
from tests.pods.showing.runs import orders, shop

TIMES = st.lists(st.floats(0.5, 900).map(lambda t: round(t, 2)), max_size=20)


def test_every_second_with_a_change_is_a_stop_once() -> None:
    """Questions that fail count as a change, those that pass do not."""
    assert shop().way.stops[:8] == (0, 3, 7, 9, 11, 13, 14, 18)
    assert 28 not in shop().way.stops


def test_next_and_previous_stop() -> None:
    """From between two stops the nearer ones are found; at the ends it stays."""
    way = Way(10, (0, 3, 7))
    assert [way.next_stop(t) for t in (0, 1, 3, 7, 9)] == [3, 3, 7, 7, 9]
    assert [way.stop_before(t) for t in (0, 1, 3, 7, 9)] == [0, 0, 0, 3, 7]


def test_two_runs_have_one_way() -> None:
    """It stops wherever one of them does, and ends with the longer one."""
    both = beside(Way(10, (0, 3)), Way(20, (0, 5, 12)))
    assert (both.end, both.stops) == (20, (0, 3, 5, 12))


def test_alone_stops_leave_what_is_near_them() -> None:
    """Of 100 s three seconds stay at either side of a stop; short ways stay whole."""
    way = Way(100, (0, 40, 48), alone=True)
    assert way.folded.folds == (Fold(3, 37), Fold(51, 97))
    assert way.folded.shown == 20


def test_the_long_idle_time_of_the_shop_is_folded() -> None:
    """21 s, as in the picture; nothing else is."""
    assert shop().way.folded.folds == (Fold(26, 47),)


def test_waits_that_double_stay_comparable() -> None:
    """10, 20 and 40 s are drawn as long as they are; the longest are folded."""
    folds = orders().way.folded.folds
    assert all(fold.begin > 83 for fold in folds)
    assert len(folds) == 3


def test_waits_of_one_length_are_folded_together() -> None:
    """An image that is never there is waited for 5 min again and again: all are."""
    changes = [0, 7, 17, 37, 77, 157, *range(317, 1200, 300)]
    folds = folds_of(changes, 1200)
    assert [fold.begin for fold in folds] == [169, 347, 641, 935]
    assert 1200 - sum(fold.length for fold in folds) < 330


@given(TIMES)
def test_no_change_is_ever_folded_away(times: list[float]) -> None:
    """A fold lies between two changes, and leaves some time at either side."""
    changes = sorted(set(times))
    end = (changes[-1] if changes else 0.0) + 5
    for fold in folds_of(changes, end):
        assert not any(fold.begin < t < fold.end for t in changes)
        assert fold.length > 0


@given(TIMES, st.floats(0, 1))
def test_a_shown_place_leads_back_to_its_second(
    times: list[float], part: float
) -> None:
    """Outside of folds, place and second are each other's inverse."""
    changes = sorted({0.0, *times})
    folded = Folded(changes[-1] + 5, folds_of(changes, changes[-1] + 5))
    t = part * folded.end
    if folded.fold_at(t) is None:
        assert folded.second(folded.place(t)[0]) == pytest.approx(t)
    assert folded.shown == pytest.approx(
        folded.end - sum(fold.length for fold in folded.folds)
    )
