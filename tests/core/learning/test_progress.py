"""How far somebody came: the furthest step, the best quiz."""

from __future__ import annotations

from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.core.learning.quiz import Score


def test_the_furthest_step_counts() -> None:
    """Going back loses nothing; a lesson that became shorter is at its end."""
    seen = Progress().reached(4, 6).reached(1, 6)

    assert (seen.furthest, seen.end, seen.seen) == (4, 6, False)
    assert seen.share == 4 / 6
    assert seen.reached(0, 3).seen


def test_nothing_seen_is_not_begun() -> None:
    """Standing at the start is not progress, in a lesson without steps neither."""
    assert not Progress().reached(0, 6).begun
    assert Progress().reached(1, 6).begun
    assert Progress().reached(0, 0).share == 0.0


def test_the_best_quiz_counts() -> None:
    """Starting it again takes nothing away; other questions begin anew."""
    good = Progress().scored(Score(first=2, later=1))

    assert (good.right, good.questions) == (3, 3)
    assert good.scored(Score(first=1, unanswered=2)).right == 3
    assert good.scored(Score(first=1, unanswered=4)) == Progress(right=1, questions=5)
