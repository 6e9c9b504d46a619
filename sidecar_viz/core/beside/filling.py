"""When the cells of a step fill while it is shown: not before what they say is seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.beside.tables import TableRow, table_rows, tracker_lines
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.easing import smooth

FLIES = 0.35
"""Seconds that it takes from the actor to the cell."""
LAST = 0.88
"""The place (0..1) in a step at which cells fill that nobody's change fills."""


class Filling(Struct, frozen=True, gc=False):
    """A cell that fills: where (0..1) in the step, and the actor that it comes from.

    *key* is the id of a column of the table, or of a row of the tracker; *actor* is ""
    where it comes from nobody.
    """

    key: str
    at: float
    actor: str = ""


class Flight(Struct, frozen=True, gc=False):
    """What flies from an actor to a column of the table: *along* runs from 0 to 1."""

    column: str
    actor: str
    along: float


class Filled(Struct, frozen=True):
    """How far the cells of a step have filled: the rest of them is still to come.

    *cells* are the columns of the table, *rows* the tracker's rows whose cells have
    filled, each with the actor that they came from, or "".
    """

    step: int
    cells: Mapping[str, str]
    rows: Mapping[str, str]


class Fillings:
    """Knows when each cell of a course fills; every step is worked out once."""

    def __init__(self, course: Course) -> None:
        """Know it for this course."""
        self.course = course
        self._known: dict[int, tuple[tuple[Filling, ...], tuple[Filling, ...]]] = {}

    def at(self, position: float, target: int) -> Filled | None:
        """Return what of step *target* has filled at *position*; None for all of it.

        At rest all has, and on the way back, too.
        """
        amount = position - (target - 1)
        if target < 1 or not 0.0 <= amount < 1.0:
            return None
        cells, rows = self._of(target)
        return Filled(target, _done(cells, amount), _done(rows, amount))

    @cached_property
    def _rows(self) -> dict[int, TableRow]:
        rows = table_rows(self.course)
        return {row.step: row for row in rows if row.step is not None}

    def under_way(self, position: float, target: int) -> tuple[Flight, ...]:
        """List what flies to the cells of step *target* at *position*.

        Only from actors, and only into the table. It takes 0.35 s, and arrives as the
        cell fills.
        """
        amount = position - (target - 1)
        if target < 1 or not 0.0 <= amount < 1.0:
            return ()
        lasts = FLIES / self.course.lesson.steps[target - 1].seconds
        return tuple(
            Flight(fill.key, fill.actor, smooth(1.0 - (fill.at - amount) / lasts))
            for fill in self._of(target)[0]
            if fill.actor and 0.0 < fill.at - amount < lasts
        )

    def cells(self, step: int) -> tuple[Filling, ...]:
        """List when the cells of the table's row for a step fill."""
        return self._of(step)[0] if 1 <= step <= self.course.end else ()

    def _of(self, step: int) -> tuple[tuple[Filling, ...], tuple[Filling, ...]]:
        if step not in self._known:
            self._known[step] = (self._cells(step), self._tracked(step))
        return self._known[step]

    def _cells(self, step: int) -> tuple[Filling, ...]:
        """A cell fills with the last change of those whom it is about.

        What stands before the first such column names the step, and is there at once;
        what stands behind them follows from all of it. What says the same as above
        has nothing to fill.
        """
        row, table = self._rows.get(step), self.course.lesson.table
        if row is None or table is None:
            return ()
        outcome, named = self.course.outcomes[step], True
        first = row is next(iter(self._rows.values()))
        found: list[Filling] = []
        for cell, column in zip(row.cells, table.columns, strict=False):
            about = column.speaks_of
            named = named and not about
            if named or not (first or cell.changed or cell.struck):
                found.append(Filling(column.id, 0.0))
            else:
                found.append(_filling(outcome, column.id, about))
        return (*found[:-1], _after_all(found)) if found else ()

    def _tracked(self, step: int) -> tuple[Filling, ...]:
        tracker = self.course.lesson.tracker
        if tracker is None:
            return ()
        after = [self.course.index_of(column.after) for column in tracker.columns]
        if step not in after:
            return ()
        at, outcome, found = after.index(step), self.course.outcomes[step], []
        lines = {line.id: line for line in tracker_lines(self.course)}
        for row in tracker.rows:
            if lines[row.id].cells[at].changed:
                about = tuple(filter(None, (*row.subjects, row.link)))
                found.append(_filling(outcome, row.id, about))
            else:
                found.append(Filling(row.id, 0.0))
        return tuple(found)


def _done(fillings: tuple[Filling, ...], amount: float) -> dict[str, str]:
    return {fill.key: fill.actor for fill in fillings if fill.at <= amount}


def _after_all(found: list[Filling]) -> Filling:
    """Return the last one, not before all others: it says what comes of them."""
    last = found[-1]
    if not last.at:
        return last
    return replace(last, at=max(fill.at for fill in found))


def _filling(outcome: Outcome, key: str, about: tuple[str, ...]) -> Filling:
    """Find when what is said about some actors and links has come true."""
    times = [(_changed_at(outcome, one), one) for one in about]
    known = [(at, one) for at, one in times if at is not None]
    if not known:
        return Filling(key, LAST)
    at, actor = max(known)
    return Filling(key, at, actor)


def _changed_at(outcome: Outcome, key: str) -> float | None:
    """Return when an actor or link has changed, or has begun to count; None: never."""
    if key not in outcome.changed:
        return None
    ends = [move.end for move in outcome.actor_moves.get(key, ())]
    ends += [move.end for move in outcome.link_moves.get(key, ())]
    ticks = [tick.at for tick in outcome.ticks.get(key, ())]
    known = [max(ends)] if ends else []
    known += [min(ticks)] if ticks else []
    return min(known, default=LAST)
