"""Bounds what no list's length alone can: how deep actors stand, how wide tables are.

All of it could be read; to lay it out would take longer than anybody waits.
"""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.references import Fault

MOST_NESTED = 20  # actors that stand in each other
MOST_CELLS = 2500  # of the tracker


def bound_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield what is too large to be shown; in a lesson without circles."""
    yield from _too_deep(lesson)
    yield from _too_many_cells(lesson)


def _too_deep(lesson: Lesson) -> Iterator[Fault]:
    """Find the outermost actors that stand in too many others."""
    parents = {actor.id: actor.parent for actor in lesson.actors}
    for number, actor in enumerate(lesson.actors):
        depth, above = 1, actor.parent
        while above is not None and depth <= MOST_NESTED + 1:
            depth, above = depth + 1, parents.get(above)
        if depth == MOST_NESTED + 1:
            message = f"actors stand in each other in more than {MOST_NESTED} levels"
            yield Fault(("actors", number, "parent"), "depth", message)


def _too_many_cells(lesson: Lesson) -> Iterator[Fault]:
    if lesson.tracker is None:
        return
    rows, columns = len(lesson.tracker.rows), len(lesson.tracker.columns)
    if rows * columns > MOST_CELLS:
        message = (
            f"{rows} rows of {columns} columns are {rows * columns} cells;"
            f" at most {MOST_CELLS} are allowed"
        )
        yield Fault(("tracker", "rows"), "range", message)
