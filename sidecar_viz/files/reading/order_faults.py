"""Checks what must come before what: a row's first step and last, a case's origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.reading.references import OUTSIDE, Fault


def order_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield rows that end before they begin, and steps that begin after themselves."""
    places = {step.id: number for number, step in enumerate(lesson.steps, start=1)}
    places[OUTSIDE] = 0
    yield from _rows(lesson, places)
    for number, step in enumerate(lesson.steps):
        if step.since in places and places[step.since] > number:
            message = f"{shown(step.since)} does not come before this step"
            yield Fault(("steps", number, "from"), "range", message)


def _rows(lesson: Lesson, places: Mapping[str, int]) -> Iterator[Fault]:
    for number, row in enumerate(lesson.table.rows if lesson.table else ()):
        route = ("table", "rows", number, "to")
        if row.to is None or row.to not in places:
            continue
        if row.step is None:
            yield Fault(route, "missing", "name in step where the row begins")
        elif places[row.to] < places.get(row.step, 0):
            message = f"{shown(row.to)} comes before {shown(row.step)}"
            yield Fault(route, "range", f"{message}, where it begins")
