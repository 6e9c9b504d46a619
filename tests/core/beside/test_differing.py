"""Where a what-if differs from the lesson: at a moment, and step by step."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.actor_state import CellsState, Home, actor_state
from sidecar_viz.core.beside.differing import differing, failed_boxes, step_signs
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import FlowState, Hop, Stage, link_state


def runs(lesson: Lesson, number: int) -> tuple[Timeline, Timeline]:
    """Give a what-if's run, and the lesson's own."""
    return Timeline(lesson, lesson.what_ifs[number]), Timeline(lesson)


def test_each_step_has_its_sign(sidecar_lesson: Lesson) -> None:
    """One cannot happen, others end otherwise; what comes before is as always."""
    no_volume, no_network = sidecar_lesson.what_ifs[:2]

    assert step_signs(course_of(sidecar_lesson, no_volume)) == (
        *("", "", "differs", "differs", "fails", "differs", "differs"),
    )
    assert step_signs(course_of(sidecar_lesson, no_network)) == (
        *("", "", "", "", "", "fails", "differs"),
    )


def test_the_lesson_itself_has_no_signs(sidecar_lesson: Lesson) -> None:
    """Nothing is told where there is nothing to compare."""
    assert step_signs(course_of(sidecar_lesson)) == ()
    assert failed_boxes(course_of(sidecar_lesson)) == frozenset()


def test_boxes_that_no_step_lights_any_more_have_failed(
    sidecar_lesson: Lesson,
) -> None:
    """The lesson lights them at the step that fails; one is lit at another, too."""
    no_volume, no_network = sidecar_lesson.what_ifs[:2]

    assert failed_boxes(course_of(sidecar_lesson, no_volume)) == {
        *("sidecar-enhances-main", "communication"),
    }
    assert failed_boxes(course_of(sidecar_lesson, no_network)) == {"both-run"}


def test_what_differs_grows_with_the_steps(sidecar_lesson: Lesson) -> None:
    """At first the volume alone, then who would have written and read."""
    now, usual = runs(sidecar_lesson, 0)

    found = [differing(now.rest(step), usual.rest(step)) for step in (1, 2, 4)]

    assert found == [
        {"logs"},
        {"logs", "main", "main-mount"},
        {"logs", "main", "main-mount", "sidecar", "sidecar-mount"},
    ]


def test_a_moment_on_the_way_is_compared_too(sidecar_lesson: Lesson) -> None:
    """Half-way into step 5 of a run without a network, nothing leaves the sidecar."""
    now, usual = runs(sidecar_lesson, 1)

    assert differing(now.stage_at(3.5), usual.stage_at(3.5)) == {"network"}
    assert "connection" in differing(now.stage_at(4.9), usual.stage_at(4.9))


def test_equal_runs_differ_in_nothing(sidecar_lesson: Lesson) -> None:
    """Wherever the playhead is."""
    one, other = Timeline(sidecar_lesson), Timeline(sidecar_lesson)
    for position in (0.0, 1.3, 4.0, 4.7, 6.0):
        assert differing(one.stage_at(position), other.stage_at(position)) == set()


def test_what_nobody_could_name_does_not_count() -> None:
    """Neither what the step is about, nor how far a move has come."""
    usual = actor_state("a", "Running", "active")
    for other in (
        replace(usual, focus=1.0),
        replace(usual, solidity=0.4),
        replace(usual, bump=0.5),
    ):
        assert differing(Stage((other,), ()), Stage((usual,), ())) == set()


def test_what_somebody_could_name_counts() -> None:
    """State, count, values, items, cells, where it stands, and who is there at all."""
    usual = actor_state("a", "Running", "active", count=1)
    for other in (
        replace(usual, word="Stopped"),
        replace(usual, count=2.0),
        replace(usual, values=(("next", "5"),)),
        replace(usual, holds=(1,)),
        replace(usual, home=Home("b", None)),
        replace(usual, cells=CellsState(("1", "2"))),
        replace(usual, presence=0.0),
    ):
        assert differing(Stage((other,), ()), Stage((usual,), ())) == {"a"}


def test_who_is_in_neither_run_does_not_differ() -> None:
    """Whatever its state would be."""
    gone = replace(actor_state("a", "Running", "active"), presence=0.0)

    assert (
        differing(Stage((gone,), ()), Stage((replace(gone, word="Stopped"),), ()))
        == set()
    )


def test_links_differ_by_state_target_and_stream() -> None:
    """A stream along a link is seen as much as the link itself."""
    usual = link_state("ab", "on", target="b")
    flow = FlowState("a", "b", "lines", (Hop("ab"),))
    plain = Stage((), (usual,))
    for other in (
        Stage((), (link_state("ab", "off", target="b"),)),
        Stage((), (link_state("ab", "on", target="c"),)),
        Stage((), (usual,), (flow,)),
    ):
        assert differing(other, plain) == {"ab"}
