"""Ink is a value: lines that belong to the step they were drawn on."""

from __future__ import annotations

from sidecar_viz.core.ink import Ink, InkHistory, Stroke

ONE = Stroke(1, ((0.1, 0.1), (0.2, 0.2)))
TWO = Stroke(2, ((0.5, 0.5),))
THREE = Stroke(1, ((0.9, 0.9),))
DRAWN = Ink((ONE, TWO, THREE))


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


def drawn(*strokes: Stroke) -> InkHistory:
    """Draw these, one after the other."""
    history = InkHistory()
    for stroke in strokes:
        history = history.with_stroke(stroke)
    return history


def test_an_erasing_is_taken_back_whole() -> None:
    """All lines of the step are there again, in their order; then the last goes."""
    erased = drawn(ONE, TWO, THREE).erased(1)
    assert erased.ink.strokes == (TWO,)

    back = erased.undone(1)
    assert back.ink.on(1) == (ONE, THREE)
    assert back.ink.on(2) == (TWO,)
    assert back.undone(1).ink.on(1) == (ONE,)


def test_what_was_taken_back_comes_again() -> None:
    """Lines and erasings in the order in which they were; then nothing is left."""
    history = drawn(ONE, THREE).erased(1)
    seen = [history.ink.on(1)]
    for _ in range(3):
        history = history.undone(1)
        seen.append(history.ink.on(1))
    assert seen == [(), (ONE, THREE), (ONE,), ()]
    assert history.undone(1) is history

    for lines in ((ONE,), (ONE, THREE), ()):
        history = history.redone(1)
        assert history.ink.on(1) == lines
    assert history.redone(1) is history


def test_a_new_line_forgets_what_could_come_again() -> None:
    """An erasing, too; on its own step only."""
    history = drawn(ONE, TWO).undone(1).undone(2)

    line = history.with_stroke(THREE)
    assert line.redone(1) is line
    assert line.redone(2).ink.on(2) == (TWO,)

    erased = drawn(ONE, THREE).undone(1).erased(1)
    assert erased.redone(1) is erased
    assert erased.undone(1).ink.on(1) == (ONE,)


def test_each_step_has_its_own_past() -> None:
    """Whatever was drawn on others in the meantime."""
    history = drawn(ONE).erased(1).with_stroke(TWO)

    assert history.undone(1).ink.on(1) == (ONE,)
    assert history.undone(2).ink.strokes == ()
    assert history.undone(3) is history


def test_ink_without_a_past_goes_line_by_line() -> None:
    """What was kept from last time can be undone as ever, and comes again."""
    history = InkHistory(DRAWN).with_stroke(ONE).undone(1).undone(1)
    assert history.ink.on(1) == (ONE,)

    assert history.redone(1).ink.on(1) == (ONE, THREE)
    assert history.redone(1).redone(1).ink.on(1) == (ONE, THREE, ONE)


def test_erasing_nothing_is_no_past() -> None:
    """One undo takes the last line, however often E was pressed."""
    history = drawn(ONE).erased(3)

    assert history.erased(3) is history
    assert history.erased(1).erased(1).undone(1).ink.on(1) == (ONE,)
