"""Rules about the table and the tracker."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.course.tables import computed_cell
from sidecar_viz.files.reading.problems import counted, shown
from sidecar_viz.files.rules.rule import Checked, Remark


def tracker_agrees(case: Checked) -> Iterator[Remark]:
    """Report written tracker cells that differ from what the steps lead to."""
    tracker = case.lesson.tracker
    if tracker is None:
        return
    for number, row in enumerate(tracker.rows):
        for place, column in enumerate(tracker.columns[: len(row.cells)]):
            computed = computed_cell(case.course, row, column.after)
            written = row.cells[place]
            meant = not written or written in tracker.plain
            if not meant and computed is not None and written != computed:
                message = f"written {shown(written)}, but the steps lead to"
                route = ("tracker", "rows", number, "cells", place)
                yield Remark(route, f"{message} {shown(computed)} in {column.label}")


def tracker_row_is_about_one(case: Checked) -> Iterator[Remark]:
    """Report tracker rows that follow more than one thing."""
    for number, row in enumerate(
        case.lesson.tracker.rows if case.lesson.tracker else ()
    ):
        if len(row.subjects) > 1:
            message = (
                "name one of actor, link, counts and value; only the first is followed"
            )
            yield Remark(("tracker", "rows", number), message)


def cells_fit_the_columns(case: Checked) -> Iterator[Remark]:
    """Report rows with fewer or more cells than there are columns."""
    table, tracker = case.lesson.table, case.lesson.tracker
    for number, row in enumerate(table.rows if table else ()):
        columns = [column.label for column in table.columns] if table else []
        if len(row.cells) != len(columns):
            message = _unlike(row.cells, columns)
            yield Remark(("table", "rows", number, "cells"), message)
    for number, line in enumerate(tracker.rows if tracker else ()):
        labels = [column.label for column in tracker.columns] if tracker else []
        have, want = len(line.cells), len(labels)
        free = not line.subjects
        if have > want or (have < want and (have or free)):
            message = _unlike(line.cells, labels)
            yield Remark(("tracker", "rows", number, "cells"), message)


def _unlike(cells: tuple[str, ...], columns: list[str]) -> str:
    """Name the columns without a cell, or the first cell too many."""
    have, want = len(cells), len(columns)
    message = f"{counted(have, 'cell')} for {counted(want, 'column')}: "
    if have > want:
        over = ", ".join(shown(cell) for cell in cells[want:])
        return f"{message}too many from {over}; put a text with a comma in quotes"
    return f'{message}none for {", ".join(columns[have:])}; write "" for an empty cell'


def row_belongs_to_a_step(case: Checked) -> Iterator[Remark]:
    """Report rows of the kind step that name no step."""
    for number, row in enumerate(case.lesson.table.rows if case.lesson.table else ()):
        if row.kind == "step" and row.step is None:
            message = "this row belongs to no step; name one, or give the row a kind"
            yield Remark(("table", "rows", number), message)


def step_has_a_row(case: Checked) -> Iterator[Remark]:
    """Report steps without a row in the table, if the lesson has one."""
    table = case.lesson.table
    rows = {row.step for row in table.rows} if table else set()
    for number, step in enumerate(case.lesson.steps):
        if table is not None and step.id not in rows:
            message = f"no row of the table is about step {step.id}"
            yield Remark(("steps", number), message)


def count_fits(case: Checked) -> Iterator[Remark]:
    """Report counts that exceed the capacity that their actor is drawn with."""
    room = {a.id: (n, a.capacity) for n, a in enumerate(case.lesson.actors)}
    reported: set[str] = set()
    for outcome in case.course.outcomes:
        for key, state in outcome.actors.items():
            number, capacity = room[key]
            if capacity and (state.count or 0) > capacity and key not in reported:
                reported.add(key)
                message = f"{round(state.count or 0)} after step {outcome.index}"
                route = ("actors", number, "capacity")
                yield Remark(route, f"{message} is more than fits, {capacity}")
