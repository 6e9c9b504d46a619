"""The playhead: where we are, where to, and what a press does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.playhead import Playhead

END = 6


def two_seconds(step: int) -> float:
    """Give every step the same time."""
    del step
    return 2.0


def test_a_press_at_rest_heads_for_the_next_step() -> None:
    """The position stays; only the target moves."""
    assert Playhead(3.0, 3).stepped(1, END) == Playhead(3.0, 4)


def test_a_press_in_mid_move_finishes_it_and_the_next_one_moves_on() -> None:
    """A nervous thumb never skips a step."""
    under_way = Playhead(3.4, 4)

    finished = under_way.stepped(1, END)

    assert finished == Playhead(4.0, 4)
    assert finished.stepped(1, END) == Playhead(4.0, 5)


def test_a_press_the_other_way_turns_round_where_it_is() -> None:
    """Back from 3.4 goes back to 3, without a jump."""
    assert Playhead(3.4, 4).stepped(-1, END) == Playhead(3.4, 3)
    assert Playhead(3.4, 3).stepped(1, END) == Playhead(3.4, 4)


@pytest.mark.parametrize(("at", "by"), [(0, -1), (END, 1)])
def test_the_ends_hold(at: int, by: int) -> None:
    """There is no wrap-around."""
    assert Playhead(float(at), at).stepped(by, END) == Playhead(float(at), at)


def test_a_jump_arrives_at_once_and_stays_inside() -> None:
    """Jumping cuts; a number too large means the last step."""
    assert Playhead().jumped(4, END) == Playhead(4.0, 4)
    assert Playhead().jumped(99, END) == Playhead(6.0, 6)
    assert Playhead().jumped(-1, END) == Playhead(0.0, 0)


def test_scrubbing_shows_the_words_of_the_step_being_entered() -> None:
    """Between 3 and 4 the words are those of 4."""
    assert Playhead().scrubbed(3.25, END) == Playhead(3.25, 4)
    assert Playhead().scrubbed(3.0, END) == Playhead(3.0, 3)


@pytest.mark.parametrize(("position", "step"), [(3.49, 3), (3.5, 4), (0.2, 0)])
def test_letting_go_heads_for_the_nearest_step(position: float, step: int) -> None:
    """Releasing the scrubber settles on the closer side."""
    assert Playhead(position, 4).nearest(END) == Playhead(position, step)


def test_time_moves_it_evenly_and_stops_at_the_target() -> None:
    """A step of two seconds is half done after one."""
    head = Playhead(3.0, 4)

    assert head.advanced(1.0, two_seconds) == Playhead(3.5, 4)
    assert head.advanced(9.0, two_seconds) == Playhead(4.0, 4)


def test_time_moves_it_back_through_several_steps() -> None:
    """A move over more than one step passes through all of them."""
    assert Playhead(3.0, 0).advanced(3.0, two_seconds) == Playhead(1.5, 0)
    assert Playhead(3.4, 1).advanced(99.0, two_seconds) == Playhead(1.0, 1)


@given(
    position=st.floats(0, END, allow_nan=False),
    target=st.integers(0, END),
    elapsed=st.floats(0, 30, allow_nan=False),
)
def test_time_never_overshoots_nor_turns(
    position: float, target: int, elapsed: float
) -> None:
    """The distance to the target only shrinks."""
    before = Playhead(position, target)

    after = before.advanced(elapsed, two_seconds)

    assert abs(after.position - target) <= abs(position - target)
    assert (after.position - target) * (position - target) >= 0
