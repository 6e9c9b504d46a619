"""Predict first: what can be guessed, and how right a guess was."""

from __future__ import annotations

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.learning.prediction import Verdict, choices, verdict
from tests.core.courses import played

STEPS = """
    steps:
      - {id: one, title: One, focus: [b], actors: [{id: a, state: Up}]}
      - id: two
        title: Two
        actors: [{id: c, present: true}]
        links: [{id: ab, state: "on"}]
      - id: three
        title: Three
        needs: [{actor: a, state: Down, why: A is up.}]
        actors: [{id: b, state: Up}]
"""


def judged(course: Course, number: int, *guess: str) -> Verdict:
    """Judge a guess about a step."""
    return verdict(course, number, frozenset(guess))


def test_only_who_is_there_or_comes_can_be_guessed() -> None:
    """C appears in the second step: it cannot be meant before the first."""
    course = played(STEPS)

    assert choices(course, 0) == (("a", "A"), ("b", "B"))
    assert choices(course, 1) == (("a", "A"), ("b", "B"), ("c", "C"))


def test_what_changes_and_what_the_step_is_about_are_right() -> None:
    """B does not change in the first step, but it is where to look."""
    course = played(STEPS)

    assert judged(course, 1, "a") == Verdict(True, "A", (), None, "a")
    assert judged(course, 1, "b") == Verdict(True, "B", ("A",), None, "b")
    assert judged(course, 1, "c") == Verdict(False, "C", ("A",), None, "c")
    assert judged(course, 1) == Verdict(False, "", ("A",), None)


def test_a_link_stands_for_where_it_leads() -> None:
    """The link from A to B means B to the eye, guessed or changed."""
    course = played(STEPS)

    assert judged(course, 2, "ab") == Verdict(True, "B", ("C",), None, "b")
    assert judged(course, 2, "b") == Verdict(True, "B", ("C",), None, "b")


def test_a_step_that_cannot_happen_says_why() -> None:
    """Then nothing changes, and no guess is right."""
    assert judged(played(STEPS), 3, "b") == Verdict(False, "B", (), "A is up.", "b")
