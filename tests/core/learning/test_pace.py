"""The stopwatch and the pace: numbers in, words out."""

from __future__ import annotations

import pytest

from sidecar_viz.core.learning.pace import Pace, Stopwatch, minutes, pace_of


def test_a_stopwatch_counts_only_while_it_runs() -> None:
    """Started, stopped, started again; starting twice changes nothing."""
    watch = Stopwatch().started(10.0)
    assert watch.started(12.0) is watch
    assert watch.elapsed(15.0) == 5.0

    stopped = watch.toggled(15.0)

    assert not stopped.running
    assert stopped.elapsed(99.0) == 5.0
    assert stopped.toggled(100.0).elapsed(101.0) == 6.0


def test_reset_goes_on_running_if_it_ran() -> None:
    """A timer that stood still stays so."""
    assert Stopwatch().started(1.0).reset(5.0) == Stopwatch(0.0, 5.0)
    assert Stopwatch(7.0).reset(5.0) == Stopwatch()


@pytest.mark.parametrize(
    ("elapsed", "step", "pace"),
    [
        (0.0, 0, "on time"),
        (100.0, 0, "on time"),
        (200.0, 0, "behind"),
        (300.0, 3, "on time"),
        (30.0, 3, "ahead"),
        (590.0, 6, "on time"),
        (601.0, 6, "over"),
    ],
)
def test_the_pace_compares_time_and_step(elapsed: float, step: int, pace: Pace) -> None:
    """Ten minutes planned for a start and six steps."""
    assert pace_of(elapsed, 600.0, step, 6) == pace


@pytest.mark.parametrize(
    ("elapsed", "pace"),
    [(379.0, "ahead"), (380.0, "on time"), (870.0, "on time"), (871.0, "behind")],
)
def test_a_step_has_its_even_share_of_the_time(elapsed: float, pace: Pace) -> None:
    """A start and three steps: step 2 has the third quarter, and 12 % around it."""
    assert pace_of(elapsed, 1000.0, 2, 3) == pace


def test_seconds_are_written_as_minutes() -> None:
    """With hours only when there are some."""
    assert minutes(252.9) == "04:12"
    assert minutes(3852.0) == "1:04:12"
