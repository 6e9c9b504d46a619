"""The tables beside the stage: each cell's text, and how it differs."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import LinkWord, Table, Tone, TrackerRow

LINK_TONES: dict[LinkWord, Tone] = {"on": "active", "off": "idle", "denied": "failed"}


NOTHING = "–"
"""What stands in a cell for a value that there is not yet."""


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
    """A row of the table; *step* is the number of its step, None for a case."""

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
    """Compute the table's rows in this course; a blank cell repeats the one above."""
    table = course.lesson.table
    if table is None:
        return ()
    rows: list[TableRow] = []
    above: tuple[str, ...] = ("",) * len(table.columns)
    for row in table.rows:
        written = (*row.cells, *above[len(row.cells) :])
        texts = tuple(text or over for text, over in zip(written, above, strict=False))
        number = course.index_of(row.step) if row.step else None
        new = _new_texts(course, table, number)
        cells = tuple(
            _cell(course, number, text, new.get(column.id))
            for column, text in zip(table.columns, texts, strict=True)
        )
        if rows:
            cells = _compared(cells, rows[-1].cells)
        rows.append(TableRow(row.id, number, row.kind, cells))
        above = tuple(cell.text for cell in cells)
    return tuple(rows)


def tracker_lines(course: Course) -> tuple[TrackerLine, ...]:
    """Compute the tracker's rows: as written, but in a what-if as they come out."""
    tracker = course.lesson.tracker
    if tracker is None:
        return ()
    plain = course if course.what_if is None else course.plain
    lines = []
    for row in tracker.rows:
        cells: list[Cell] = []
        for place, column in enumerate(tracker.columns):
            number = course.index_of(column.after)
            written = row.cells[place] if place < len(row.cells) else ""
            usual, usual_tone = _standing(plain, row, number)
            expected = written or usual or ""
            word, tone = _standing(course, row, number)
            if plain is course or word in {None, usual}:
                word = expected
            if word == expected:
                tone = usual_tone
            changed = bool(cells) and word != cells[-1].text
            cells.append(Cell(word, changed, fault=word != expected, tone=tone))
        lines.append(TrackerLine(row.id, row.label, tuple(cells)))
    return tuple(lines)


def computed_cell(course: Course, row: TrackerRow, after: str) -> str | None:
    """Compute a tracker cell from the changes; None if it is free text.

    Raises:
        KeyError: *after* is no step, or the row's actor or link is unknown.
    """
    return _standing(course, row, course.index_of(after))[0]


def _new_texts(course: Course, table: Table, number: int | None) -> dict[str, str]:
    """Return the what-if's texts for the cells of a step, by column."""
    own = course.outcomes[number].own if number else None
    if own is None:
        return {}
    known = {column.id for column in table.columns}
    return {new.column: new.text for new in own.cells if new.column in known}


def _cell(course: Course, number: int | None, text: str, new: str | None) -> Cell:
    if new is not None:
        return Cell(new, fault=new != text)
    outcome = course.outcomes[number] if number else None
    if outcome is None or outcome.step is None:
        return Cell(text)
    if text != course.lesson.steps[outcome.index - 1].title:
        return Cell(text)
    if outcome.own is not None and outcome.own.title:
        return Cell(outcome.own.title, fault=outcome.own.title != text)
    return Cell(text, struck=outcome.blocked is not None)


def _compared(cells: tuple[Cell, ...], above: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Mark the cells that differ from the row above; the first one only counts."""
    first, *others = cells
    return (
        first,
        *(
            replace(cell, changed=cell.text != over.text)
            for cell, over in zip(others, above[1:], strict=True)
        ),
    )


def _standing(
    course: Course, row: TrackerRow, number: int
) -> tuple[str | None, Tone | None]:
    outcome = course.outcomes[number]
    if row.actor is not None:
        state = outcome.actors[row.actor]
        return state.word, state.tone
    if row.link is not None:
        link = next(link for link in course.lesson.links if link.id == row.link)
        led = outcome.links[row.link]
        if _turns(course, row.link):
            names = {actor.id: actor.name for actor in course.lesson.actors}
            return names[led.target], LINK_TONES[led.word]
        word = led.word
        return getattr(link.words, word), LINK_TONES[word]
    if row.counts is not None:
        return str(round(outcome.actors[row.counts].count or 0)), None
    if row.value is not None:
        owner, _, name = row.value.partition(".")
        return dict(outcome.actors[owner].values)[name] or NOTHING, None
    return None, None


def _turns(course: Course, link: str) -> bool:
    """Return whether a link turns to somebody else in the lesson: a pointer."""
    return any(
        change.id == link and change.target is not None
        for step in course.lesson.steps
        for change in step.links
    )
