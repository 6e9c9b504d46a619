"""Ink is a value: lines that belong to the step they were drawn on."""

from __future__ import annotations

from sidecar_viz.core.ink import Ink, Stroke

ONE = Stroke(1, ((0.1, 0.1), (0.2, 0.2)))
TWO = Stroke(2, ((0.5, 0.5),))
THREE = Stroke(1, ((0.9, 0.9),))
DRAWN = Ink().with_stroke(ONE).with_stroke(TWO).with_stroke(THREE)


def test_lines_belong_to_their_step() -> None:
    """Each step shows its own, in the order they were drawn."""
    assert DRAWN.on(1) == (ONE, THREE)
    assert DRAWN.on(2) == (TWO,)
    assert DRAWN.on(3) == ()


def test_undo_takes_the_last_line_of_the_step() -> None:
    """Lines of other steps stay, and with nothing left it is the very same ink."""
    undone = DRAWN.undone(1)

    assert undone.on(1) == (ONE,)
    assert undone.on(2) == (TWO,)
    assert DRAWN.undone(3) is DRAWN


def test_erasing_empties_one_step() -> None:
    """The other steps keep theirs; erasing nothing changes nothing."""
    assert DRAWN.erased(1).strokes == (TWO,)
    assert DRAWN.erased(3) is DRAWN


def test_a_line_grows_only_when_the_pen_moves() -> None:
    """A hand that trembles by less than a pixel adds no points."""
    assert ONE.drawn_to((0.2005, 0.2)) is ONE
    assert ONE.drawn_to((0.3, 0.2)).points[-1] == (0.3, 0.2)
