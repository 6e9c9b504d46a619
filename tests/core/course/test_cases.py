"""A step may begin anew from an earlier one: another case of the same."""

from __future__ import annotations

from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: user, name: User, state: Ready, count: 3, values: {tries: 0}}
  - {id: door, name: Door, state: Shut}
  - {id: late, name: Late, state: Here, present: false}
links: [{id: way, from: user, to: door, state: "on"}]
steps:
  - {id: key, title: Key, actors: [{id: user, state: Armed, values: {tries: +1}}]}
  - id: right
    title: Right
    actors: [{id: door, state: Open}, {id: late, present: true}]
    sends: [{from: user, to: door, what: key, loop: true, adds: 2}]
  - id: wrong
    title: Wrong
    from: key
    actors: [{id: user, state: Sad, values: {tries: +1}}]
    sends: [{from: user, to: door, what: key, receiver: {count: +1}}]
  - id: again
    title: Again
    from: start
    needs: [{step: key, why: There is no key.}]
    actors: [{id: door, state: Open}]
what-ifs:
  - {id: held, title: Held, holds: [{actor: door, state: Stuck}]}
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(TEXT.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def words(course: Course, step: int) -> list[str]:
    """The states of the user and the door after a step."""
    return [course.outcomes[step].actors[key].word for key in ("user", "door")]


def test_the_case_begins_with_how_things_were() -> None:
    """What the step between did is undone; what it does itself comes on top."""
    course = played()
    third = course.outcomes[3]

    assert words(course, 2) == ["Armed", "Open"]
    assert words(course, 3) == ["Sad", "Shut"]
    assert dict(third.actors["user"].values) == {"tries": "2"}
    assert third.actors["late"].presence == 0.0
    assert [third.actors[key].count for key in ("user", "door")] == [3, 1]
    assert third.flows == ()


def test_the_step_is_about_what_it_changes_itself() -> None:
    """Not about all that went back to how it was."""
    third = played().outcomes[3]

    assert third.changed == ("user", "door")
    assert third.actors["user"].fresh == ("tries",)
    assert [third.actors[key].focus for key in ("user", "door", "late")] == [1, 1, 0]


def test_what_has_not_happened_in_this_case_is_missing() -> None:
    """From the start there is no key, although a step before has brought one."""
    last = played().outcomes[4]

    assert last.blocked == "There is no key."
    assert words(played(), 4) == ["Ready", "Shut"]


def test_first_everything_goes_back_then_the_step_happens() -> None:
    """In the first of two parts; what travelled on ends meanwhile."""
    timeline = Timeline(played().lesson)

    early, half, late = (timeline.stage_at(2.0 + at) for at in (0.25, 0.5, 0.95))

    assert [flow.what for flow in early.flows] == ["key"]
    assert early.actor("late").presence == 0.5
    assert (half.actor("door").word, half.actor("late").presence) == ("Shut", 0.0)
    assert half.actor("user").word == "Armed"
    assert half.flows == ()
    assert [chip.text for chip in timeline.stage_at(2.75).chips] == ["key"]
    assert late.actor("door").count == 1


def test_counts_go_back_before_they_count_on() -> None:
    """The door had 2, has none again, and then 1."""
    timeline = Timeline(played().lesson)

    counts = [timeline.stage_at(at).actor("door").count for at in (2.0, 2.5, 3.0)]

    assert counts == [2, None, 1]


def test_in_a_what_if_it_goes_back_to_how_that_came_out() -> None:
    """Who is held is held in every case."""
    assert words(played(0), 3) == ["Sad", "Stuck"]


def test_the_same_stage_is_seen_from_both_sides() -> None:
    """Just before the end it is nearly as at rest."""
    timeline = Timeline(played().lesson)

    near, rest = timeline.stage_at(2.9999), timeline.rest(3)

    assert [state.word for state in near.actors] == [s.word for s in rest.actors]
    assert [state.values for state in near.actors] == [s.values for s in rest.actors]
    assert [state.count for state in near.actors] == [s.count for s in rest.actors]
