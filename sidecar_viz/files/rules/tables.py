"""Rules about the table and the tracker."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.beside.tables import computed_cell, table_rows
from sidecar_viz.core.lesson import Following
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import counted, shown
from sidecar_viz.files.rules.rule import Checked, Remark


def tracker_agrees(case: Checked) -> Iterator[Remark]:
    """Report written tracker cells that differ from what the steps lead to."""
    tracker = case.lesson.tracker
    if tracker is None:
        return
    for number, row in enumerate(tracker.rows):
        for place, column in enumerate(tracker.columns[: len(row.cells)]):
            written, absent = row.cells[place], tracker.absent
            if written in {"", *tracker.plain}:
                continue
            computed = computed_cell(case.course, row, column.after, absent)
            if computed is not None and written != computed:
                route = ("tracker", "rows", number, "cells", place)
                yield Remark(route, _otherwise(written, computed, column.label))


def table_agrees(case: Checked) -> Iterator[Remark]:
    """Report written cells of followed columns that differ from what is computed."""
    table = case.lesson.table
    for number, row in enumerate(table.rows if table else ()):
        columns, plain = (table.columns, table.plain) if table else ((), ())
        pairs = zip(columns, row.cells, strict=False)
        for place, (column, written) in enumerate(pairs):
            after = row.to or row.step
            if after is None or not column.subjects or written in {"", *plain}:
                continue
            absent = table.absent if table else ""
            computed = computed_cell(case.course, column, after, absent)
            if computed is not None and written != computed:
                route = ("table", "rows", number, "cells", place)
                yield Remark(route, _otherwise(written, computed, column.label))


def _otherwise(written: str, computed: str, where: str) -> str:
    message = f"written {shown(written)}, but the steps lead to {shown(computed)}"
    return f"{message} in {where}"


def followed_is_one(case: Checked) -> Iterator[Remark]:
    """Report rows of the tracker and columns that follow more than one thing."""
    tracker, table = case.lesson.tracker, case.lesson.table
    parts: list[tuple[Route, Following]] = []
    for number, row in enumerate(tracker.rows if tracker else ()):
        parts.append((("tracker", "rows", number), row))
    for number, column in enumerate(table.columns if table else ()):
        parts.append((("table", "columns", number), column))
    for route, part in parts:
        if len(part.subjects) > 1:
            message = "name one of actor, link, counts and value"
            yield Remark(route, f"{message}; only the first is followed")


def cells_fit_the_columns(case: Checked) -> Iterator[Remark]:
    """Report rows with fewer or more cells than there are columns."""
    table, tracker = case.lesson.table, case.lesson.tracker
    for number, row in enumerate(table.rows if table else ()):
        every = table.columns if table else ()
        columns = [column.label for column in every]
        left_out = every[len(row.cells) :]
        computed = row.step is not None and all(one.subjects for one in left_out)
        if len(row.cells) > len(columns) or (left_out and not computed):
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
    rows = {number for row in table_rows(case.course) for number in row.steps}
    for number, step in enumerate(case.lesson.steps):
        if table is not None and number + 1 not in rows:
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
