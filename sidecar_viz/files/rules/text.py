"""Rules about words: present where needed, and short enough for their place.

The limits are characters that fit at projector size, estimated for the layout at
1280 by 720; a text within them is never cut in any window.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sidecar_viz.core.lesson import Start, Step
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.rules.rule import Checked, Remark

SAY_WORDS = 25

TITLE = 60
STEP_TITLE = 40
CAPTION = 180
DESCRIBE = 700
NOTES = 500
IN_REALITY = 420
ACTOR_NAME = 24
SHORT_NAME = 12
ACTOR_LABEL = 28
FACT = 30
STATE = 18
FLOW_LABEL = 48
COLUMN = 24
CELL = 42
TRACKER_LABEL = 26
QUESTION = 160
OPTION = 80
WHY = 160
HINT = 140
ANSWER = 420
POINT = 100
EXIT_NOTE = 180
ASKS = 48
MISSING = 14
NOTE = 60
SIDE = 24
FIGURE = 5
WORD = 24
SUMMARY = 420


class Piece(NamedTuple):
    """A text of a lesson, its route, and its greatest length in characters."""

    route: Route
    text: str
    most: int


def text_fits(case: Checked) -> Iterator[Remark]:
    """Report texts that are longer than their place allows."""
    for route, text, most in pieces(case):
        if len(text) > most:
            message = f"{len(text)} characters; {most} fit at projector size"
            yield Remark(route, message)


def say_is_short(case: Checked) -> Iterator[Remark]:
    """Report announcements of more than SAY_WORDS words."""
    for route, say in _said(case):
        words = len(say.split())
        if words > SAY_WORDS:
            message = (
                f"{words} words are announced; at most {SAY_WORDS} are listened to"
            )
            yield Remark((*route, "say"), message)


def _said(case: Checked) -> Iterator[tuple[Route, str]]:
    for route, part in _moments(case):
        yield route, part.say
    if case.lesson.opening is not None:
        yield ("opening",), case.lesson.opening.say
    if case.lesson.ending is not None:
        yield ("ending",), case.lesson.ending.say
    for number, what_if in enumerate(case.lesson.what_ifs):
        for index, step in enumerate(what_if.steps):
            yield ("what-ifs", number, "steps", index), step.say


def step_is_told(case: Checked) -> Iterator[Remark]:
    """Report steps without a caption, or without a description for screen readers."""
    for route, part in _moments(case)[1:]:
        for name in ("caption", "describe"):
            if not getattr(part, name):
                yield Remark(route, f"this step has no {name}")


def pieces(case: Checked) -> Iterator[Piece]:
    """Yield every text that is shown on the screen."""
    yield Piece(("title",), case.lesson.title, TITLE)
    yield from _of_actors(case)
    yield from _of_story(case)
    yield from _of_steps(case)
    yield from _of_tables(case)
    yield from _of_quiz(case)
    yield from _of_notes(case)
    yield from _of_what_ifs(case)


def _moments(case: Checked) -> list[tuple[Route, Start | Step]]:
    steps: list[tuple[Route, Start | Step]] = [(("start",), case.lesson.start)]
    return [*steps, *((("steps", n), s) for n, s in enumerate(case.lesson.steps))]


def _fields(route: Route, part: Any, **limits: int) -> Iterator[Piece]:
    for name, most in limits.items():
        yield Piece((*route, name.replace("_", "-")), getattr(part, name) or "", most)


def _of_actors(case: Checked) -> Iterator[Piece]:
    for number, actor in enumerate(case.lesson.actors):
        route = ("actors", number)
        limits = {"name": ACTOR_NAME, "short": SHORT_NAME, "label": ACTOR_LABEL}
        yield from _fields(route, actor, **limits, state=STATE)
        for index, fact in enumerate(actor.facts):
            yield Piece((*route, "facts", index, "text"), fact.text, FACT)
    for number, node in enumerate(case.lesson.flow.nodes):
        yield Piece(("flow", "nodes", number, "label"), node.label, FLOW_LABEL)


def _of_steps(case: Checked) -> Iterator[Piece]:
    for route, part in _moments(case):
        yield from _fields(route, part, title=STEP_TITLE, caption=CAPTION)
        yield from _fields(route, part, describe=DESCRIBE, notes=NOTES)
        yield from _fields(route, part, in_reality=IN_REALITY)
    for number, step in enumerate(case.lesson.steps):
        for index, change in enumerate(step.actors):
            yield from _fields(("steps", number, "actors", index), change, state=STATE)


def _of_story(case: Checked) -> Iterator[Piece]:
    opening, ending = case.lesson.opening, case.lesson.ending
    if opening is not None:
        yield from _fields(("opening",), opening, title=STEP_TITLE, caption=CAPTION)
        yield from _fields(("opening",), opening, describe=DESCRIBE, notes=NOTES)
        yield from _fields(("opening",), opening, in_reality=IN_REALITY, asks=ASKS)
        yield from _fields(("opening",), opening, missing=MISSING, state=STATE)
    if ending is None:
        return
    yield from _fields(("ending",), ending, remember=POINT, note=NOTE)
    yield from _fields(("ending",), ending, describe=DESCRIBE)
    for name, side in (("without", ending.without), ("with", ending.gained)):
        if side is not None:
            yield from _fields(("ending", name), side, label=SIDE, state=STATE)
            for number, figure in enumerate(side.numbers):
                at = ("ending", name, "numbers", number)
                yield from _fields(at, figure, text=FIGURE, word=WORD)


def _of_tables(case: Checked) -> Iterator[Piece]:
    table, tracker = case.lesson.table, case.lesson.tracker
    for number, column in enumerate(table.columns if table else ()):
        yield Piece(("table", "columns", number, "label"), column.label, COLUMN)
    for number, row in enumerate(table.rows if table else ()):
        for index, cell in enumerate(row.cells):
            yield Piece(("table", "rows", number, "cells", index), cell, CELL)
    for number, moment in enumerate(tracker.columns if tracker else ()):
        yield Piece(("tracker", "columns", number, "label"), moment.label, COLUMN)
    for number, line in enumerate(tracker.rows if tracker else ()):
        yield Piece(("tracker", "rows", number, "label"), line.label, TRACKER_LABEL)
        for index, cell in enumerate(line.cells):
            yield Piece(("tracker", "rows", number, "cells", index), cell, STATE)


def _of_quiz(case: Checked) -> Iterator[Piece]:
    for number, question in enumerate(case.lesson.quiz):
        route = ("quiz", number)
        yield from _fields(route, question, question=QUESTION, hint=HINT)
        for index, option in enumerate(question.options):
            at = (*route, "options", index)
            yield from _fields(at, option, text=OPTION, why=WHY)


def _of_notes(case: Checked) -> Iterator[Piece]:
    if case.lesson.exit_note:
        yield Piece(("exit-note", "text"), case.lesson.exit_note.text, EXIT_NOTE)
    for number, moment in enumerate(case.lesson.key_moments):
        route = ("key-moments", number)
        yield from _fields(route, moment, question=QUESTION, answer=ANSWER)
    for number, line in enumerate(case.lesson.snapshot):
        yield Piece(("snapshot", number), line, POINT)


def _of_what_ifs(case: Checked) -> Iterator[Piece]:
    for number, what_if in enumerate(case.lesson.what_ifs):
        route = ("what-ifs", number)
        yield from _fields(route, what_if, title=TITLE, summary=SUMMARY)
        for index, fail in enumerate(what_if.fails):
            yield Piece((*route, "fails", index, "why"), fail.why, WHY)
        for index, step in enumerate(what_if.steps):
            at = (*route, "steps", index)
            yield from _fields(at, step, title=STEP_TITLE, caption=CAPTION)
            yield from _fields(at, step, describe=DESCRIBE, notes=NOTES)
            yield from _fields(at, step, in_reality=IN_REALITY)
            for place, change in enumerate(step.actors):
                yield from _fields((*at, "actors", place), change, state=STATE)
            for place, cell in enumerate(step.cells):
                yield Piece((*at, "cells", place, "text"), cell.text, CELL)
