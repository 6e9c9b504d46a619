"""What a lesson says, part by part: every text that an export writes down."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.beside.tables import table_rows, tracker_lines
from sidecar_viz.core.beside.told import cannot_happen, ends_as_told, is_affected, told
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.scenes import ending_scene
from sidecar_viz.core.lesson import Headings, KeyMoment, Lesson, Question, Sample
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.changes import Change, changes

LETTERS = "ABCDEF"


class StepTold(Struct, frozen=True):
    """A step: its texts, with light markup, and what it changes.

    *title* is struck where the step cannot happen and has none of its own; *why* says
    so in a whole sentence. *describe* says in plain words what the picture shows.
    *notes* are the teacher's, "" for everybody else.
    """

    number: int
    title: str
    struck: bool
    why: str
    caption: str
    say: str
    describe: str
    in_reality: str
    notes: str
    changes: tuple[Change, ...] = ()


class Remains(Struct, frozen=True):
    """The ending: what to remember, and the numbers of its sides."""

    remember: str
    note: str
    say: str
    describe: str
    numbers: tuple[tuple[str, tuple[str, ...]], ...]


class Choice(Struct, frozen=True):
    """An option of a question; *order* is its place where an order is asked for."""

    letter: str
    text: str
    right: bool
    order: int | None
    why: str


class Asked(Struct, frozen=True):
    """A question of the quiz."""

    number: int
    question: str
    choices: tuple[Choice, ...]
    hint: str
    how: str = ""  # it is answered, where that is not by one option alone

    @property
    def ordered(self) -> bool:
        """Whether an order is asked for."""
        return any(one.order for one in self.choices)

    @property
    def rights(self) -> tuple[Choice, ...]:
        """The right options, in the order that is asked for."""
        right = [one for one in self.choices if one.right]
        return tuple(sorted(right, key=lambda one: one.order or 0))


class Grid(Struct, frozen=True):
    """A table of texts."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class OtherCourse(Struct, frozen=True):
    """A what-if: the steps that come out otherwise, and the first of them, if any."""

    id: str
    title: str
    summary: str
    steps: tuple[StepTold, ...]

    @property
    def shown(self) -> int | None:
        """The number of the step that shows it best: the first that differs."""
        return self.steps[0].number if self.steps else None


class Contents(Struct, frozen=True):
    """A lesson, or one of its what-ifs, in words.

    Questions and what-ifs are of the lesson alone; a what-if has none.
    """

    title: str
    about: str
    summary: str
    headings: Headings
    steps: tuple[StepTold, ...]
    remains: Remains | None
    table: Grid | None
    tracker: Grid | None
    exit_note: str
    key_moments: tuple[KeyMoment, ...]
    quiz: tuple[Asked, ...]
    samples: tuple[Sample, ...]
    what_ifs: tuple[OtherCourse, ...]
    snapshot: tuple[str, ...]
    by: str


def contents(course: Course, *, notes: bool) -> Contents:
    """Gather what a course says; with the teacher's *notes*, or without."""
    lesson, what_if, note = course.lesson, course.what_if, course.lesson.exit_note
    own = what_if is None
    return Contents(
        lesson.title if what_if is None else f"{lesson.title}: {what_if.title}",
        _about(lesson),
        lesson.flow.caption if what_if is None else what_if.summary,
        lesson.headings,
        tuple(
            step_told(course, number, notes=notes) for number in range(course.end + 1)
        ),
        _remains(course),
        _table(course),
        _tracker(course),
        note.text if note and ends_as_told(course) else "",
        lesson.key_moments if own else (),
        tuple(asked(lesson)) if own else (),
        lesson.samples,
        tuple(_other_courses(course, notes=notes)) if own else (),
        lesson.snapshot if own else (),
        " · ".join(filter(None, (", ".join(lesson.authors), lesson.licence))),
    )


def step_told(course: Course, number: int, *, notes: bool) -> StepTold:
    """Gather what a course says at step *number*, 0 for the start."""
    words = told(course, number)
    blocked = words.blocked is not None
    why = words.blocked or ""
    if blocked and not words.retitled:
        why = cannot_happen(why)
    return StepTold(
        number,
        plain(words.title),
        blocked and not words.retitled,
        why,
        words.instead if blocked else words.caption,
        plain(words.say),
        plain(words.describe),
        words.in_reality,
        words.notes if notes else "",
        changes(course, number),
    )


def asked(lesson: Lesson) -> list[Asked]:
    """List the questions of the quiz."""
    return [
        Asked(
            *(number, question.question, _choices(question), question.hint),
            _how(question),
        )
        for number, question in enumerate(lesson.quiz, start=1)
    ]


def _how(question: Question) -> str:
    if question.ordered:
        return f"Put {question.needed} in their order."
    return "Choose all that are right." if question.every else ""


def _choices(question: Question) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            letter,
            option.text,
            option.right or option.order is not None,
            option.order,
            option.why,
        )
        for letter, option in zip(LETTERS, question.options, strict=False)
    )


def _about(lesson: Lesson) -> str:
    minutes = f"{lesson.minutes} min" if lesson.minutes else ""
    return " · ".join(filter(None, (lesson.subject, lesson.category, minutes)))


def _remains(course: Course) -> Remains | None:
    ending, scene = course.lesson.ending, ending_scene(course)
    if ending is None or scene is None:
        return None
    sides = [side for side in (scene.without, scene.gained) if side is not None]
    numbers = tuple(
        (side.label, tuple(f"{number.text} {number.word}" for number in side.numbers))
        for side in sides
        if side.numbers
    )
    return Remains(
        ending.remember, ending.note, plain(ending.say), plain(ending.describe), numbers
    )


def _table(course: Course) -> Grid | None:
    table, rows = course.lesson.table, table_rows(course)
    if table is None or not rows:
        return None
    columns = tuple(column.label for column in table.columns)
    texts = tuple(tuple(cell.text for cell in row.cells) for row in rows)
    return Grid(course.lesson.headings.table, columns, texts)


def _tracker(course: Course) -> Grid | None:
    tracker, lines = course.lesson.tracker, tracker_lines(course)
    if tracker is None or not lines:
        return None
    columns = (tracker.heading, *(column.label for column in tracker.columns))
    texts = tuple((line.label, *(cell.text for cell in line.cells)) for line in lines)
    return Grid(course.lesson.headings.tracker, columns, texts)


def _other_courses(course: Course, *, notes: bool) -> list[OtherCourse]:
    found = []
    for what_if in course.lesson.what_ifs:
        other = course_of(course.lesson, what_if, course)
        steps = tuple(
            step_told(other, number, notes=notes)
            for number in range(1, other.end + 1)
            if is_affected(other, number) or other.outcomes[number].own is not None
        )
        found.append(OtherCourse(what_if.id, what_if.title, what_if.summary, steps))
    return found
