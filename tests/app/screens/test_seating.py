"""Who sits where: screens by name in, screens by name out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.app.screens.seating import (
    Seating,
    console_toggled,
    placed,
    seated,
    swapped,
    without,
)

ONE, TWO, THREE = ("a",), ("a", "b"), ("a", "b", "c")


def test_with_one_screen_the_class_has_it() -> None:
    """The console is shown only when it is asked for."""
    alone = seated(ONE, "a")

    assert alone == Seating(None, "a")
    assert console_toggled(alone, ONE) == Seating("a", None)
    assert console_toggled(Seating("a", None), ONE).audience == "a"


def test_with_two_the_teacher_stays() -> None:
    """The other screen is the class's; a third only if it is wanted."""
    assert seated(TWO, "b") == Seating("b", "a")
    assert seated(THREE, "a", "c") == Seating("a", "c")


def test_swapping_twice_changes_nothing() -> None:
    """With both seated."""
    both = Seating("a", "b")

    assert swapped(both, TWO) == Seating("b", "a")
    assert swapped(swapped(both, TWO), TWO) == both


def test_the_class_s_screen_goes_and_comes() -> None:
    """It shrinks into the console; one swap puts it back."""
    left = without(Seating("a", "b"), ONE)
    assert left == Seating("a", None)
    assert left.shrunk
    assert without(left, TWO) is left

    assert swapped(left, TWO) == Seating("a", "b")


def test_the_teacher_s_screen_goes_and_comes() -> None:
    """The class goes on seeing the lesson; one swap brings the console back."""
    left = without(Seating("a", "b"), ("b",))
    assert left == Seating(None, "b", home="a")

    assert swapped(left, TWO) == Seating("a", "b")


def test_a_projector_plugged_in_while_presenting() -> None:
    """One swap: the class gets the new screen, the teacher keeps the old one."""
    assert swapped(Seating(None, "a"), TWO) == Seating("a", "b")


def test_a_screen_is_chosen() -> None:
    """The console makes room; unknown screens change nothing."""
    both = Seating("a", "b")

    assert placed(both, THREE, "c") == Seating("a", "c")
    assert placed(both, THREE, "a") == Seating("b", "a")
    assert placed(both, THREE, "x") is both
    assert placed(Seating(None, "a"), TWO, "b") == Seating("a", "b")


@given(st.lists(st.sampled_from(["swap", "console", "1", "2", "3"]), max_size=30))
def test_nobody_sits_on_anybody(moves: list[str]) -> None:
    """However screens come and go: two views never share one, one is always seen."""
    seating = seated(TWO, "a")
    screens: tuple[str, ...] = TWO
    for move in moves:
        if move == "swap":
            seating = swapped(seating, screens)
        elif move == "console":
            seating = console_toggled(seating, screens)
        else:
            screens = THREE[: int(move)]
            seating = without(seating, screens)
        taken = [seat for seat in (seating.console, seating.audience) if seat]
        assert taken
        assert len(set(taken)) == len(taken)
        assert set(taken) <= set(screens)


def test_the_class_s_screen_may_be_where_the_teacher_is() -> None:
    """If it is wanted there, the console takes the other screen."""
    assert seated(TWO, "a", "a") == Seating("b", "a")
    assert seated(ONE, "a", "a") == Seating(None, "a")
    assert seated(TWO, "a", "gone") == Seating("a", "b")
