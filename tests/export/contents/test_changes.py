"""What a step changes, in words."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import ActorChange, Lesson, LinkChange
from sidecar_viz.export.contents.changes import Change, changes


def test_who_changes_is_listed_with_before_and_after(sidecar_lesson: Lesson) -> None:
    """Actors in the lesson's order, then links; who stays as it is is left away."""
    course = course_of(sidecar_lesson)

    assert changes(course, 0) == ()
    assert changes(course, 1) == (Change("Pod", "Not started", "Initializing"),)
    assert changes(course, 3) == (
        Change(
            "Sidecar container",
            "Stopped, 0 log lines read",
            "Running, 0 log lines read",
        ),
        Change("Shared volume", "Mounted, 3 log lines", "Mounted, 6 log lines"),
        Change("Shared volume → Sidecar container", "Not mounted", "Mounted"),
    )


def test_who_comes_and_goes_is_a_dash_elsewhere(lesson: Lesson) -> None:
    """Before it is there, and after it has gone."""
    first, *others = lesson.steps
    gone = ActorChange(id=lesson.actors[0].id, present=False)
    course = course_of(replace(lesson, steps=(replace(first, actors=(gone,)), *others)))

    [change] = [c for c in changes(course, 1) if c.name == lesson.actors[0].name]
    assert change.after == "–"
    assert change.before != "–"


def test_one_thing_has_its_own_word(sidecar_lesson: Lesson) -> None:
    """One line, but nine lines."""
    step = sidecar_lesson.steps[0]
    one = ActorChange(id="receiver", count=1)
    steps = (replace(step, actors=(one,)), *sidecar_lesson.steps[1:])
    course = course_of(replace(sidecar_lesson, steps=steps))

    assert changes(course, 1) == (
        Change(
            "Log receiver",
            "Waiting, 0 log lines received",
            "Waiting, 1 log line received",
        ),
    )


def test_a_pointer_says_whom_it_leads_to(sidecar_lesson: Lesson) -> None:
    """Where it turns away from whom it led to at first."""
    step = sidecar_lesson.steps[0]
    turned = LinkChange(id="main-mount", target="receiver")
    steps = (replace(step, actors=(), links=(turned,)), *sidecar_lesson.steps[1:])
    course = course_of(replace(sidecar_lesson, steps=steps))

    [change] = changes(course, 1)
    assert change.after == "Not mounted, to Log receiver"


def test_a_step_that_begins_anew_is_compared_with_where_it_begins(
    sidecar_lesson: Lesson,
) -> None:
    """Not with the step before it, of another way."""
    *first, last = sidecar_lesson.steps
    anew = replace(last, since="pod-starts", actors=(), links=(), sends=(), needs=())
    course = course_of(replace(sidecar_lesson, steps=(*first, anew)))

    assert changes(course, 6) == ()
