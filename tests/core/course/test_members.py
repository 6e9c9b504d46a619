"""A group that counts its members follows who is there in it."""

from __future__ import annotations

from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson

GROUP = """
format: 2
id: made
title: Made
actors:
  - {id: web, name: Web, counts: members}
  - {id: one, name: One, parent: web}
  - {id: two, name: Two, parent: web, present: false}
steps:
  - {id: come, title: Come, actors: [{id: two, present: true}]}
  - {id: go, title: Go, actors: [{id: one, present: false}, {id: two, present: false}]}
what-ifs:
  - {id: held, title: Held, holds: [{actor: web, state: Full}]}
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(GROUP.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def test_the_count_is_of_those_who_are_there() -> None:
    """One at the start, two once the other has come, none when both have gone."""
    course = played()

    assert [outcome.actors["web"].count for outcome in course.outcomes] == [1, 2, 0]


def test_it_counts_in_a_what_if_that_holds_it_too() -> None:
    """A group's state can be held, but not who stands in it."""
    course = played(0)

    assert [outcome.actors["web"].count for outcome in course.outcomes] == [1, 2, 0]


def test_the_step_is_about_who_comes_and_not_about_the_group() -> None:
    """Only the pod is lit."""
    course = played()

    assert course.outcomes[1].changed == ("two",)


def test_the_count_changes_in_the_middle_of_the_moment() -> None:
    """The number that is shown does; it is drawn rounded."""
    timeline = Timeline(played().lesson)

    counts = [round(timeline.stage_at(at).actor("web").count or 0) for at in (0.4, 0.6)]

    assert counts == [1, 2]
