"""Finds what belongs together: actors, and the rows, boxes and lines about them."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import Light, Lines, Step, boxes_of, lead_of, moments_of

NOBODY: frozenset[str] = frozenset()
AT_REST = 0
"""The number that stands for no moment of a step: it is as after its last."""


class Marks(Struct, frozen=True):
    """What is highlighted beside the stage for one actor.

    *cells* are (row, column) ids of the table, *lines* (sample, line number).
    """

    cells: frozenset[tuple[str, str]] = frozenset()
    tracker: frozenset[str] = frozenset()
    lines: frozenset[tuple[str, int]] = frozenset()


def marks_of(course: Course, actor_id: str) -> Marks:
    """Find what is about the actor: table cells, tracker rows, lines of the samples."""
    if not actor_id:
        return Marks()
    lesson = course.lesson
    lines = [
        line for actor in lesson.actors if actor.id == actor_id for line in actor.lines
    ]
    return Marks(
        _cells(course, actor_id), _tracker_rows(course, actor_id), spread(lines)
    )


def spread(ranges: list[Lines] | tuple[Lines, ...]) -> frozenset[tuple[str, int]]:
    """Split ranges of lines into (sample, line number) pairs."""
    return frozenset(
        (part.sample, number)
        for part in ranges
        for number in range(part.first, part.last + 1)
    )


def step_lines(
    course: Course, number: int, moment: int = AT_REST
) -> frozenset[tuple[str, int]]:
    """Return the lines of the samples that a step is about, in a moment or at rest."""
    step = course.outcomes[number].step
    if step is None:
        return spread(course.lesson.start.lines)
    lines = step.lines
    for light in _lights(step, moment):
        lines = lines if light.lines is None else light.lines
    return spread(lines)


def moment_of(course: Course, position: float, target: int) -> int:
    """Return in which moment the way to step *target* is; AT_REST where it rests.

    Only of steps whose moments light something of their own; on the way back it is as
    at rest.
    """
    step = course.outcomes[target].step
    amount = position - (target - 1)
    if step is None or not step.moments or not 0.0 <= amount < 1.0:
        return AT_REST
    lead = lead_of(step)
    return max(1, 1 - lead + int(amount * (lead + moments_of(step))))


def actors_of_step(course: Course, number: int) -> frozenset[str]:
    """Return the ids of the actors and links that a step is about or changes.

    Who is said to become what it is already is spoken of, too.
    """
    outcome = course.outcomes[number]
    step = outcome.step
    focus = set(step.focus if step else course.lesson.start.focus)
    for light in step.moments if step else ():
        focus.update(light.focus or ())
    if step is not None:
        focus |= {actor.id for actor in step.actors} | {link.id for link in step.links}
    return frozenset(focus) | frozenset(outcome.changed)


def actors_of_cell(course: Course, number: int, column_id: str) -> frozenset[str]:
    """Return the ids of the actors that a table cell is about.

    They are those of its column that the step is about or changes, else all of its
    column; if the column is about nobody, all of the step.
    """
    table = course.lesson.table
    column = (
        next((c for c in table.columns if c.id == column_id), None) if table else None
    )
    everybody = actors_of_step(course, number)
    if column is None or not column.speaks_of:
        return everybody
    return frozenset(column.speaks_of) & everybody or frozenset(column.speaks_of)


def actors_of_tracker_row(course: Course, row_id: str) -> frozenset[str]:
    """Return the ids of the actors that a row of the tracker is about."""
    tracker = course.lesson.tracker
    for row in tracker.rows if tracker else ():
        if row.id == row_id:
            return frozenset(row.subjects)
    return NOBODY


def steps_of_box(course: Course, box_id: str) -> tuple[int, ...]:
    """Return the numbers of the steps at which a box of the flow is lit."""
    return tuple(
        outcome.index
        for outcome in course.outcomes
        if box_id in _every_box(outcome, course)
    )


def actors_of_box(course: Course, box_id: str) -> frozenset[str]:
    """Return the ids of the actors that a box of the flow is about."""
    found: frozenset[str] = NOBODY
    for number in steps_of_box(course, box_id):
        found |= actors_of_step(course, number)
    return found


def lit_boxes(
    course: Course, number: int, moment: int = AT_REST
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the boxes lit at a step, and those lit earlier but not now.

    Args:
        moment: of the step; else it is as at rest.
    """
    outcome = course.outcomes[number]
    before: set[str] = set()
    for earlier in course.outcomes[:number]:
        before.update(_every_box(earlier, course))
    if outcome.step is None:
        return frozenset(course.lesson.start.flow), frozenset()
    lit = outcome.step.flow
    for light in _lights(outcome.step, moment):
        before.update(lit)
        lit = lit if light.flow is None else light.flow
    return frozenset(lit), frozenset(before) - frozenset(lit)


def _lights(step: Step, moment: int) -> list[Light]:
    """Return what is lit in turn up to a *moment*, or up to the last."""
    known = sorted(step.moments, key=lambda light: light.moment)
    return [light for light in known if light.moment <= moment or moment == AT_REST]


def _every_box(outcome: Outcome, course: Course) -> tuple[str, ...]:
    """Return all boxes that a step lights, in whichever moment."""
    step = outcome.step
    if step is None:
        return course.lesson.start.flow
    return boxes_of(step)


def _cells(course: Course, actor_id: str) -> frozenset[tuple[str, str]]:
    table = course.lesson.table
    if table is None:
        return frozenset()
    found = set()
    for row in table.rows:
        first = course.index_of(row.step) if row.step else 0
        last = course.index_of(row.to) if row.to else first
        steps = range(first, last + 1) if row.step else ()
        if any(actor_id in actors_of_step(course, number) for number in steps):
            about = (col for col in table.columns if actor_id in col.speaks_of)
            found |= {(row.id, col.id) for col in about}
    return frozenset(found)


def _tracker_rows(course: Course, actor_id: str) -> frozenset[str]:
    """Return the rows about the actor itself, or about a link that it carries."""
    tracker = course.lesson.tracker
    if tracker is None:
        return frozenset()
    through = {link.id for link in course.lesson.links if actor_id == link.through}
    return frozenset(
        row.id
        for row in tracker.rows
        if actor_id in row.subjects or row.link in through
    )
