"""The tables beside the stage: each cell's text, and how it differs."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import CELLS, Column, Following, LinkWord, Table, Tone
from sidecar_viz.core.stage import LinkState

LINK_TONES: dict[LinkWord, Tone] = {"on": "active", "off": "idle", "denied": "failed"}


NOTHING = "–"
"""What stands in a cell for a value that there is not yet."""


class Cell(Struct, frozen=True, gc=False):
    """One cell.

    *changed*: it differs from the cell before it in time; *struck*: it cannot
    happen in this what-if; *fault*: the what-if made it say something else than *old*,
    and with *cannot* because something cannot happen; *sign*: it is a state, and the
    sign of its tone may stand before it.
    """

    text: str
    changed: bool = False
    struck: bool = False
    fault: bool = False
    tone: Tone | None = None
    old: str = ""
    cannot: bool = False
    sign: bool = True


class TableRow(Struct, frozen=True):
    """A row of the table; *step* is the number of its step, None for a case.

    A row may be about several steps: from *step* to *last*.
    """

    id: str
    step: int | None
    kind: str
    cells: tuple[Cell, ...]
    last: int | None = None

    @property
    def steps(self) -> range:
        """The numbers of all steps that it is about."""
        if self.step is None:
            return range(0)
        return range(self.step, (self.step if self.last is None else self.last) + 1)


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
    usual = above
    for row in table.rows:
        written = (*row.cells, *("",) * (len(table.columns) - len(row.cells)))
        number = course.index_of(row.step) if row.step else None
        last = course.index_of(row.to) if row.to else number
        new = _new_texts(course, table, number, last)
        usual = tuple(map(_either, written, usual))
        cells = tuple(
            _followed(course, table, column, last, text)
            if column.subjects and last is not None and column.id not in new
            else _cell(course, number, text or over, new.get(column.id), old)
            for column, text, over, old in zip(
                table.columns, written, above, usual, strict=False
            )
        )
        if any(cell.fault for cell in cells):
            cells = tuple(
                replace(
                    cell, cannot=cell.fault and _fails(course, column, number, last)
                )
                for column, cell in zip(table.columns, cells, strict=True)
            )
        if rows:
            cells = _compared(cells, rows[-1].cells)
        rows.append(TableRow(row.id, number, row.kind, cells, last))
        above = tuple(cell.text for cell in cells)
    return tuple(rows)


def tracker_lines(course: Course) -> tuple[TrackerLine, ...]:
    """Compute the tracker's rows: as written, but in a what-if as they come out."""
    tracker = course.lesson.tracker
    if tracker is None:
        return ()
    lines = []
    for row in tracker.rows:
        cells: list[Cell] = []
        for place, column in enumerate(tracker.columns):
            number = course.index_of(column.after)
            written = row.cells[place] if place < len(row.cells) else ""
            cell = _as_it_comes_out(course, row, number, written, tracker.absent)
            changed = bool(cells) and cell.text != cells[-1].text
            cells.append(replace(cell, changed=changed, sign=row.value is None))
        lines.append(TrackerLine(row.id, row.label, tuple(cells)))
    return tuple(lines)


def computed_cell(
    course: Course, row: Following, after: str, absent: str = ""
) -> str | None:
    """Compute a cell from the changes; None if it is free text.

    Args:
        absent: the word for who is not there; without one, it is its state.

    Raises:
        KeyError: *after* is no step, or the row's actor or link is unknown.
    """
    return _standing(course, row, course.index_of(after), absent)[0]


def _as_it_comes_out(
    course: Course, row: Following, number: int, written: str, absent: str
) -> Cell:
    """Return a cell as *written*, or computed; in a what-if as it comes out."""
    plain = course if course.what_if is None else course.plain
    usual, usual_tone = _standing(plain, row, number, absent)
    expected = written or usual or ""
    word, tone = _standing(course, row, number, absent)
    if plain is course or word in {None, usual}:
        word = expected
    if word == expected:
        tone = usual_tone
    fault = word != expected
    return Cell(word or "", fault=fault, tone=tone, old=expected if fault else "")


def _followed(
    course: Course, table: Table, column: Column, number: int, text: str
) -> Cell:
    """Return a cell of a column that follows something; it is a plain text."""
    cell = _as_it_comes_out(course, column, number, text, table.absent)
    return replace(cell, tone=None)


def _new_texts(
    course: Course, table: Table, first: int | None, last: int | None
) -> dict[str, str]:
    """Return the what-if's texts for the cells of a row's steps, by column."""
    known = {column.id for column in table.columns}
    found: dict[str, str] = {}
    for number in range(first or 1, (last or 0) + 1):
        own = course.outcomes[number].own
        for new in own.cells if own else ():
            if new.column in known:
                found[new.column] = new.text
    return found


def _either(text: str, above: str) -> str:
    return text or above


def _fails(course: Course, column: Column, first: int | None, last: int | None) -> bool:
    """Return whether what a row says in a column is because something cannot happen.

    Not in a column about what the what-if itself holds: that is the change.
    """
    holds = course.what_if.holds if course.what_if is not None else ()
    if {hold.actor or hold.link for hold in holds} & {*column.speaks_of}:
        return False
    steps = range(first or 1, (last or 0) + 1)
    pairs = ((course.outcomes[number], course.usual[number]) for number in steps)
    return any(
        (now.blocked, now.unmet) != (usual.blocked, usual.unmet) for now, usual in pairs
    )


def _cell(
    course: Course, number: int | None, text: str, new: str | None, old: str
) -> Cell:
    if new is not None:
        return Cell(new, fault=new != text, old=old if new != text else "")
    outcome = course.outcomes[number] if number else None
    if outcome is None or outcome.step is None:
        return Cell(text)
    if text != course.lesson.steps[outcome.index - 1].title:
        return Cell(text)
    if outcome.own is not None and outcome.own.title:
        fault = outcome.own.title != text
        return Cell(outcome.own.title, fault=fault, old=text if fault else "")
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
    course: Course, row: Following, number: int, absent: str
) -> tuple[str | None, Tone | None]:
    outcome = course.outcomes[number]
    if absent and _is_away(outcome, row):
        return absent, None
    if row.actor is not None:
        state = outcome.actors[row.actor]
        return state.word, state.tone
    if row.link is not None:
        return _led(course, outcome, row.link)
    if row.counts is not None:
        return str(round(outcome.actors[row.counts].count or 0)), None
    if row.value is not None:
        owner, _, name = row.value.partition(".")
        return _valued(outcome.actors[owner], name) or NOTHING, None
    return None, None


def _valued(state: ActorState, name: str) -> str:
    """Return the text of a value; of cells all of them."""
    if name == CELLS and state.cells is not None:
        return ", ".join(state.cells.texts)
    return dict(state.values)[name]


def _led(course: Course, outcome: Outcome, key: str) -> tuple[str, Tone]:
    """Return a link's word; where it turns, whom it leads to."""
    led = outcome.links[key]
    if _turns(course, key):
        names = {actor.id: actor.name for actor in course.lesson.actors}
        return names[led.target], LINK_TONES[led.word]
    link = next(link for link in course.lesson.links if link.id == key)
    return getattr(link.words, led.word), LINK_TONES[led.word]


def _is_away(outcome: Outcome, row: Following) -> bool:
    """Return whether what is followed is not on the stage."""
    there: dict[str, ActorState | LinkState] = {**outcome.actors, **outcome.links}
    return any(there[key].presence <= 0.0 for key in row.subjects)


def _turns(course: Course, link: str) -> bool:
    """Return whether a link turns to somebody else in the lesson: a pointer."""
    return any(
        change.id == link and change.target is not None
        for step in course.lesson.steps
        for change in step.links
    )
