"""Checks that a row of the table about several steps has a first and a last one."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.reading.references import OUTSIDE, Fault


def row_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield rows that end before they begin, or that begin nowhere."""
    places = {step.id: number for number, step in enumerate(lesson.steps, start=1)}
    places[OUTSIDE] = 0
    for number, row in enumerate(lesson.table.rows if lesson.table else ()):
        route = ("table", "rows", number, "to")
        if row.to is None or row.to not in places:
            continue
        if row.step is None:
            yield Fault(route, "missing", "name in step where the row begins")
        elif places[row.to] < places.get(row.step, 0):
            message = f"{shown(row.to)} comes before {shown(row.step)}"
            yield Fault(route, "range", f"{message}, where it begins")
