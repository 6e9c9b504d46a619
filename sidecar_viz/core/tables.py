"""The tables beside the stage: what each cell says and how it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from sidecar_viz.core.course import Course, Outcome
    from sidecar_viz.core.lesson import Row, Tone, TrackerRow


class Cell(Struct, frozen=True, gc=False):
    """One cell.

    *changed*: it differs from the cell before it in time; *struck*: it cannot
    happen in this what-if; *fault*: the what-if made it say something else.
    """

    text: str
    changed: bool = False
    struck: bool = False
    fault: bool = False
    tone: Tone | None = None


class TableRow(Struct, frozen=True):
    """A row of the table; *step* is its step's number, None for a case."""

    id: str
    step: int | None
    kind: str
    cells: tuple[Cell, ...]


class TrackerLine(Struct, frozen=True):
    """A row of the tracker."""

    id: str
    label: str
    cells: tuple[Cell, ...]


def table_rows(course: Course) -> tuple[TableRow, ...]:
    """The table's rows in this course; a blank cell repeats the one above it."""
    table = course.lesson.table
    if table is None:
        return ()
    rows: list[TableRow] = []
    above: tuple[Cell, ...] = ()
    for row in table.rows:
        number = course.index_of(row.step) if row.step else None
        cells = tuple(
            _cell(course, row, number, place, above)
            for place in range(len(table.columns))
        )
        rows.append(TableRow(row.id, number, row.kind, cells))
        above = cells
    return tuple(rows)


def tracker_lines(course: Course) -> tuple[TrackerLine, ...]:
    """The tracker's rows: as written in the plain run, as computed in a what-if."""
    tracker = course.lesson.tracker
    if tracker is None:
        return ()
    lines = []
    for row in tracker.rows:
        cells: list[Cell] = []
        for place, column in enumerate(tracker.columns):
            outcome = course.outcomes[course.index_of(column.after)]
            written = row.cells[place] if place < len(row.cells) else ""
            word, tone = _standing(course, row, outcome)
            if course.what_if is None or word is None:
                word = written or word or ""
            before = cells[-1].text if cells else word
            fault = bool(course.what_if and written and word != written)
            cells.append(Cell(word, word != before, fault=fault, tone=tone))
        lines.append(TrackerLine(row.id, row.label, tuple(cells)))
    return tuple(lines)


def computed_cell(course: Course, row: TrackerRow, after: str) -> str | None:
    """What the changes say for a tracker cell; None where it is free text.

    Raises KeyError when *after* is no step or the row's actor or link is unknown.
    """
    return _standing(course, row, course.outcomes[course.index_of(after)])[0]


def _cell(
    course: Course, row: Row, number: int | None, place: int, above: tuple[Cell, ...]
) -> Cell:
    written = row.cells[place] if place < len(row.cells) else ""
    before = above[place].text if above else ""
    text = written or before
    changed = bool(above) and place > 0 and text != before
    if course.what_if is None or number is None:
        return Cell(text, changed)
    assert course.lesson.table is not None
    column = course.lesson.table.columns[place].id
    for step in course.what_if.steps:
        if step.step == row.step:
            for new in step.cells:
                if new.column == column:
                    return Cell(new.text, changed=True, fault=new.text != text)
    outcome = course.outcomes[number]
    title = outcome.step.title if outcome.step else ""
    struck = outcome.blocked is not None and text == title
    return Cell(text, changed, struck=struck)


def _standing(
    course: Course, row: TrackerRow, outcome: Outcome
) -> tuple[str | None, Tone | None]:
    if row.actor is not None:
        state = outcome.actors[row.actor]
        return state.word, state.tone
    if row.link is not None:
        link = next(link for link in course.lesson.links if link.id == row.link)
        word = outcome.links[row.link].word
        tone: Tone = {"on": "active", "off": "idle", "denied": "failed"}[word]  # type: ignore[assignment]
        return getattr(link.words, word), tone
    if row.counts is not None:
        return str(round(outcome.actors[row.counts].count or 0)), None
    return None, None
