"""Values that nobody has, and values written wrongly, are named with their place."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

CLAIM = """
format: 2
id: made
title: Made
actors:
  - {id: claim, name: Claim, values: {phase: Pending, size: 1.50}}
  - {id: user, name: User}
links: [{id: way, from: user, to: claim, state: "on"}]
steps:
  - {id: bind, title: Bind, actors: [{id: claim, values: {phase: Bound}}]}
  - {id: ask, title: Ask, sends: [{from: user, to: claim, receiver: {count: +1}}]}
tracker:
  columns: [{id: s, label: Start}]
  rows: [{id: phase, label: Phase, value: claim.phase}]
"""


def problems(was: str, now: str) -> list[str]:
    """What is said of the lesson with a change."""
    with pytest.raises(LessonError) as refused:
        read_lesson(CLAIM.replace(was, now).encode(), "made.yaml")
    return [str(problem).partition(": ")[2] for problem in refused.value.problems]


def test_a_value_stays_as_it_was_written() -> None:
    """A number keeps its zeros, an amount its sign."""
    lesson = read_lesson(CLAIM.encode(), "made.yaml")

    assert lesson.actors[0].values == {"phase": "Pending", "size": "1.50"}
    effect = lesson.steps[1].sends[0].receiver
    assert effect is not None
    assert effect.count == "+1"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "{phase: Bound}",
            "{phse: Bound}",
            "unknown-id: claim has no value 'phse'; did you mean phase?",
        ),
        (
            "claim.phase",
            "claim.colour",
            "unknown-id: claim has no value 'colour' (it has: phase, size)",
        ),
        ("claim.phase", "clam.phase", "unknown-id: there is no actor 'clam'"),
        (
            "receiver: {count: +1}",
            "sender: {values: {x: 1}}",
            "unknown-id: user has no value 'x' (it has: none)",
        ),
        (
            "{phase: Bound}",
            "Bound",
            "type: expected names with values, such as { phase: Pending }, found 'B",
        ),
        ("count: +1", "count: more", "type: expected a whole number, found 'more'"),
        (
            "{phase: Pending, size: 1.50}",
            "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, phase: 1}",
            "range: 7 names; at most 6 are allowed",
        ),
    ],
)
def test_a_mistake_with_values_is_told(was: str, now: str, said: str) -> None:
    """With what there is instead, or what was probably meant."""
    (problem,) = problems(was, now)

    assert problem.startswith(said)
