"""Actors move to another place or into another frame, and groups count them."""

from __future__ import annotations

import pytest

from sidecar_viz.core.actor_state import Home
from sidecar_viz.core.beside.told import standing
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.reachable import every_home, has_moves
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Spot
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: one, name: One, counts: members}
  - {id: two, name: Two, counts: members}
  - {id: pod, name: Pod, parent: one, spot: {row: 1, column: 1}}
  - {id: app, name: App, parent: pod}
  - {id: stay, name: Stay, parent: two}
steps:
  - {id: go, title: Go, actors: [{id: pod, parent: two}]}
  - {id: shift, title: Shift, actors: [{id: pod, spot: {row: 3, column: 1}}]}
  - {id: out, title: Out, actors: [{id: pod, parent: stage}]}
  - id: back
    title: Back
    actors: [{id: pod, parent: one, spot: {row: 1, column: 1}}]
what-ifs:
  - {id: held, title: Held, holds: [{actor: pod, state: Stuck}]}
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(TEXT.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


HOMES = [
    None,
    Home("two", None),
    Home("two", Spot(row=3, column=1)),
    Home(None, None),
    None,
]


def test_a_step_moves_an_actor_into_a_frame_to_a_cell_and_out() -> None:
    """In another frame it takes any cell; back where it was, it has not moved."""
    assert [outcome.actors["pod"].home for outcome in played().outcomes] == HOMES
    assert [outcome.changed for outcome in played().outcomes[1:]] == [("pod",)] * 4


def test_groups_count_who_stands_in_them_now() -> None:
    """The one that it leaves and the one that it comes to."""
    counts = [
        [outcome.actors[key].count for key in ("one", "two")]
        for outcome in played().outcomes
    ]

    assert counts == [[1, 1], [0, 2], [0, 2], [0, 1], [1, 1]]


def test_on_the_way_it_is_known_whence_and_how_far() -> None:
    """At rest it has arrived."""
    timeline = Timeline(played().lesson)

    under_way, rest = timeline.stage_at(1.5), timeline.stage_at(2.0)

    pod = under_way.actor("pod")
    assert (pod.left, pod.home, pod.travel) == (HOMES[1], HOMES[2], 0.5)
    assert (rest.actor("pod").left, rest.actor("pod").travel) == (None, 1.0)
    assert under_way.shot is None


def test_who_is_held_does_not_move() -> None:
    """It stays where it is, as it keeps its state."""
    assert [o.actors["pod"].home for o in played(0).outcomes] == [None] * 5


def test_all_places_are_known_beforehand() -> None:
    """Where it begins first, then each other one once."""
    lesson = played().lesson

    assert has_moves(lesson)
    homes = every_home(lesson)
    assert homes["pod"] == [Home("one", Spot(row=1, column=1)), *HOMES[1:4]]
    assert homes["stay"] == [Home("two", None)]


def test_it_is_told_in_whom_it_stands() -> None:
    """Once it has moved."""
    course = played()

    assert standing(course, course.outcomes[1]) == "Pod: in Two."


@pytest.mark.parametrize(
    ("parent", "said"),
    [
        ("pod", "circle: 'pod' would stand in itself"),
        ("app", "circle: 'pod' would stand in itself"),
        ("tow", "unknown-id: there is no actor 'tow'; did you mean two?"),
    ],
)
def test_nobody_moves_into_itself_or_into_nothing(parent: str, said: str) -> None:
    """Neither into somebody who stands in it."""
    text = TEXT.replace("parent: two}]", f"parent: {parent}}}]")

    with pytest.raises(LessonError) as refused:
        read_lesson(text.encode(), "made.yaml")

    (problem,) = refused.value.problems
    assert str(problem) == f"made.yaml:12:52: {said}"


def test_who_would_stand_in_itself_stays() -> None:
    """It cannot move into somebody who has moved into it, however deep."""
    text = TEXT.replace("parent: two}]}", "parent: two}, {id: two, parent: app}]}")
    course = course_of(read_lesson(text.encode(), "made.yaml"))

    assert course.outcomes[1].actors["pod"].home == HOMES[1]
    assert course.outcomes[1].actors["two"].home is None


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


def grouped(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(GROUP.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def test_the_count_is_of_those_who_are_there() -> None:
    """One at the start, two once the other has come, none when both have gone."""
    course = grouped()

    assert [outcome.actors["web"].count for outcome in course.outcomes] == [1, 2, 0]


def test_it_counts_in_a_what_if_that_holds_it_too() -> None:
    """A group's state can be held, but not who stands in it."""
    course = grouped(0)

    assert [outcome.actors["web"].count for outcome in course.outcomes] == [1, 2, 0]


def test_the_step_is_about_who_comes_and_not_about_the_group() -> None:
    """Only the pod is lit."""
    course = grouped()

    assert course.outcomes[1].changed == ("two",)


def test_the_count_changes_in_the_middle_of_the_moment() -> None:
    """The number that is shown does; it is drawn rounded."""
    timeline = Timeline(grouped().lesson)

    counts = [round(timeline.stage_at(at).actor("web").count or 0) for at in (0.4, 0.6)]

    assert counts == [1, 2]
