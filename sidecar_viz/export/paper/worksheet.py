"""A sheet to work on: what pupils predict and write, or the same with the answers.

What a pupil is to find out is not in the pupils' sheet at all, in no form: its values
have no field for it, and its pictures are of a stage on which nothing has happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import KeyMoment, Lesson
from sidecar_viz.core.markup import bold
from sidecar_viz.export.contents.contents import Asked, Contents, Grid, contents

LINES, FEW = 4, 2


class Words(Struct, frozen=True):
    """A heading, a text with light markup, and lines to write on below it.

    *leads*: what comes next belongs to it, and stands on the same page.
    """

    text: str = ""
    head: str = ""
    faint: bool = False
    lines: int = 0
    leads: bool = False


class Blanks(Struct, frozen=True):
    """A table; None stands for a cell in which somebody writes.

    *given* is how many first columns are written on every sheet.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    given: int


class Frame(Struct, frozen=True):
    """A picture with words and lines beside it.

    *step* is whose picture it is; None for the stage to draw on. *label* stands above.
    """

    step: int | None
    label: str
    text: str
    lines: int = 0


class Ticks(Struct, frozen=True):
    """A question with options to tick: *ticked* says what is in each box.

    *how* says how it is answered, if that is not by one tick. *ordered*: with numbers.
    """

    number: int
    question: str
    options: tuple[str, ...]
    ticked: tuple[str, ...]
    whys: tuple[str, ...] = ()
    how: str = ""
    ordered: bool = False


Part = Words | Blanks | Frame | Ticks


def worksheet(course: Course, *, teacher: bool) -> Iterator[Part]:
    """Lay out a sheet for pupils, or the *teacher*'s with all answers."""
    found = contents(course, notes=teacher)
    yield Words(found.about, found.title, faint=True)
    if not teacher:
        yield Words("Name ______________________________     Date ________________")
    yield from _opening(course.lesson, teacher=teacher)
    tell = "Before each step, write what you expect. Then look, and put it right."
    known = first_predicted(course.lesson)
    yield from _blanks(found.table, known, tell, teacher=teacher)
    yield from _blanks(found.tracker, 2, "", teacher=teacher)
    yield from _moments(course, found, teacher=teacher)
    yield from _quiz(found, teacher=teacher)
    yield from _home(found, teacher=teacher)


def first_predicted(lesson: Lesson) -> int:
    """Return how many of the table's first columns only name the step.

    They end where one speaks of somebody on the stage. Where none does, the first two
    are taken for names.
    """
    if lesson.table is None:
        return 0
    speaking = [bool(column.speaks_of) for column in lesson.table.columns]
    if True in speaking:
        return max(1, speaking.index(True))
    return max(1, min(2, len(speaking) - 1))


def _opening(lesson: Lesson, *, teacher: bool) -> Iterator[Part]:
    if lesson.opening is not None:
        notes = lesson.opening.notes if teacher else ""
        lines = 0 if teacher else FEW
        yield Words(notes, lesson.opening.asks, lines=lines)


def _blanks(
    grid: Grid | None, given: int, tell: str, *, teacher: bool
) -> Iterator[Part]:
    if grid is None:
        return
    yield Words(tell, grid.heading, leads=True)
    rows: tuple[tuple[str | None, ...], ...] = grid.rows
    if not teacher:
        blank = (None,) * (len(grid.columns) - given)
        rows = tuple((*row[:given], *blank) for row in grid.rows)
    yield Blanks(grid.columns, rows, given)


def _moments(course: Course, found: Contents, *, teacher: bool) -> Iterator[Part]:
    if found.key_moments:
        tell = "" if teacher else "Draw into the picture and write beside it."
        yield Words(tell, found.headings.key_moments, leads=True)
    for moment in found.key_moments:
        step = _step_of(course, moment)
        if step is None:
            answer = moment.answer if teacher else ""
            yield Words(answer, moment.question, lines=0 if teacher else LINES)
            continue
        label = f"After step {step}"
        if teacher:
            yield Frame(step, label, f"{bold(moment.question)}\n{moment.answer}")
        else:
            yield Frame(None, label, bold(moment.question), LINES)


def _step_of(course: Course, moment: KeyMoment) -> int | None:
    """Return the last step that a key moment refers to; None where it names none."""
    steps = [course.index_of(step) for step in moment.refers.steps]
    return max(steps, default=None)


def _quiz(found: Contents, *, teacher: bool) -> Iterator[Part]:
    if found.quiz:
        yield Words("", found.headings.quiz, leads=True)
    for asked in found.quiz:
        yield _answered(asked) if teacher else _asked(asked)


def _asked(asked: Asked) -> Ticks:
    options = tuple(f"{one.letter}  {one.text}" for one in asked.choices)
    return Ticks(
        *(asked.number, asked.question, options, ("",) * len(options)),
        how=asked.how,
        ordered=asked.ordered,
    )


def _answered(asked: Asked) -> Ticks:
    plain = _asked(asked)
    ticked = tuple(str(one.order or "✓") if one.right else "" for one in asked.choices)
    whys = tuple(one.why for one in asked.choices)
    return replace(plain, ticked=ticked, whys=whys)


def _home(found: Contents, *, teacher: bool) -> Iterator[Part]:
    if not teacher:
        yield Words("", "What I take home", lines=LINES)
    elif found.snapshot:
        points = "\n".join(f"• {point}" for point in found.snapshot)
        yield Words(points, found.headings.snapshot)
