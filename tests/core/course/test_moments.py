"""What is lit follows the moments of a step: boxes, lines, and whom it is about."""

from __future__ import annotations

import pytest

from sidecar_viz.core.beside.belonging import (
    AT_REST,
    lit_boxes,
    moment_of,
    step_lines,
    steps_of_box,
)
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: a, name: A, count: 0}
  - {id: b, name: B, count: 0}
links: [{id: ab, from: a, to: b, state: "on"}]
samples: [{id: code, text: "one\\ntwo\\nthree"}]
flow:
  nodes:
    - {id: n1, label: N}
    - {id: n2, label: N}
    - {id: n3, label: N}
    - {id: n4, label: N}
steps:
  - {id: before, title: Before, flow: [n1], focus: [a]}
  - id: pass
    title: Pass
    flow: [n2]
    focus: [a]
    lines: [{sample: code, first: 1, last: 1}]
    moments:
      - {moment: 3, flow: [n4], focus: [b, ab]}
      - {moment: 2, flow: [n3], lines: [{sample: code, first: 2, last: 3}]}
    sends: [{from: a, to: b, moment: 3, receiver: {count: +1}}]
  - {id: after, title: After, flow: [n1], focus: [a]}
what-ifs:
  - id: other
    title: Other
    steps: [{step: pass, caption: Otherwise., flow: [n1], focus: [a]}]
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(TEXT.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


@pytest.mark.parametrize(
    ("moment", "lit", "before"),
    [
        (1, {"n2"}, {"n1"}),
        (2, {"n3"}, {"n1", "n2"}),
        (3, {"n4"}, {"n1", "n2", "n3"}),
        (AT_REST, {"n4"}, {"n1", "n2", "n3"}),
    ],
)
def test_boxes_follow_the_moments(moment: int, lit: set[str], before: set[str]) -> None:
    """At rest it is the last; what was lit in a moment before has been lit."""
    found = lit_boxes(played(), 2, moment)

    assert [set(boxes) for boxes in found] == [lit, before]


def test_a_box_belongs_to_the_step_that_lights_it_in_any_moment() -> None:
    """So a click on it leads there."""
    course = played()

    found = [steps_of_box(course, box) for box in ("n1", "n2", "n3", "n4")]

    assert found == [(1, 3), (2,), (2,), (2,)]


def test_lines_follow_the_moments() -> None:
    """Until another moment says otherwise they stay."""
    course = played()

    lines = [{line for _, line in step_lines(course, 2, n)} for n in (1, 2, 3, AT_REST)]

    assert lines == [{1}, {2, 3}, {2, 3}, {2, 3}]


@pytest.mark.parametrize(
    ("position", "target", "moment"),
    [
        (1.0, 2, 1),
        (1.32, 2, 1),
        (1.34, 2, 2),
        (1.9, 2, 3),
        (2.0, 2, AT_REST),
        (1.5, 1, AT_REST),
        (0.5, 1, AT_REST),
        (2.5, 2, AT_REST),
    ],
)
def test_the_moment_of_a_move_is_known(
    position: float, target: int, moment: int
) -> None:
    """None at rest, on the way back, and where moments light nothing of their own."""
    assert moment_of(played(), position, target) == moment


def test_whom_it_is_about_follows_the_moments() -> None:
    """On the stage the one is lit first, then the other with the link."""
    timeline = Timeline(played().lesson)

    first, last, rest = (timeline.stage_at(at) for at in (1.6, 1.78, 2.0))

    assert [state.focus for state in first.actors] == [1.0, 0.0]
    assert [state.focus for state in last.actors] == [0.0, 1.0]
    assert [state.focus for state in rest.actors] == [0.0, 1.0]
    assert [link.focus for stage in (first, last) for link in stage.links] == [0.0, 1.0]
    assert rest.actor("b").count == 1


def test_what_a_what_if_lights_it_lights_throughout() -> None:
    """Its own flow and focus take the place of all moments'; lines stay."""
    course = played(0)

    assert lit_boxes(course, 2, 3)[0] == {"n1"}
    assert {line for _, line in step_lines(course, 2, 3)} == {2, 3}
    assert course.outcomes[2].actors["a"].focus == 1.0
