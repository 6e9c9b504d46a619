"""Makes a lesson's opening and ending pictures from how its course comes out."""

from __future__ import annotations

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Actor, Figure, Lesson, Side
from sidecar_viz.core.scene import (
    Broken,
    ColumnShown,
    EndingScene,
    Fallen,
    FrameShown,
    NumberShown,
    OpeningScene,
    WithoutShown,
    WithShown,
)

TRACES = 5
"""How many of the first items are still seen in a broken card."""


def opening_scene(course: Course) -> OpeningScene | None:
    """Make the opening of a lesson; None without one, and in a what-if."""
    opening = course.lesson.opening
    if opening is None or course.what_if is not None:
        return None
    broken = _broken(course.lesson, opening.crash, opening.state, opening.falls)
    return OpeningScene(broken, opening.missing, opening.asks)


def ending_scene(course: Course) -> EndingScene | None:
    """Make the ending from the last step; None without one, and in a what-if."""
    ending = course.lesson.ending
    if ending is None or course.what_if is not None:
        return None
    lesson = course.lesson
    without = None
    if ending.without is not None:
        side, falls = ending.without, lesson.opening.falls if lesson.opening else ()
        card = _broken(lesson, side.crash, side.state, falls) if side.crash else None
        without = WithoutShown(side.label, card, _numbers(course, side))
    return EndingScene(without, _gained(course, ending.gained or Side(label="")))


def computed_number(course: Course, figure: Figure) -> str | None:
    """Return what a number comes to after the last step; None if it is written."""
    if figure.actor is None:
        return None
    state = course.outcomes[-1].actors[figure.actor]
    return str(len(state.holds) if state.count is None else round(state.count))


def _gained(course: Course, side: Side) -> WithShown:
    lesson, states = course.lesson, course.outcomes[-1].actors
    ending, ledger = lesson.ending, lesson.ledger
    holder = ending.holder if ending else None
    numbers = _numbers(course, side)
    if ledger is None or holder is None:
        return WithShown(side.label, None, (), None, (), numbers)
    lane = next((lane for lane in ledger.lanes if holder in lane), ())
    actors = {actor.id: actor for actor in lesson.actors}
    safe = states[holder].holds
    columns = tuple(
        _column(actors[key], states[key], safe) for key in lane if key != holder
    )
    parents = {column.actor.parent for column in columns}
    parent = parents.pop() if len(parents) == 1 else None
    frame = None
    if parent is not None:
        state = states[parent]
        frame = FrameShown(actors[parent], state.word, state.tone)
    held = tuple(Fallen(number, ledger.items[number - 1]) for number in safe)
    return WithShown(side.label, frame, columns, actors[holder], held, numbers)


def _column(actor: Actor, state: ActorState, safe: tuple[int, ...]) -> ColumnShown:
    items = tuple(sorted({*state.holds, *state.lost}))
    kept = tuple(number for number in items if number in safe)
    gone = state.solidity <= 0.0
    return ColumnShown(actor, state.life <= 0.0 or gone, gone, items, kept)


def _numbers(course: Course, side: Side) -> tuple[NumberShown, ...]:
    actors = {actor.id: actor for actor in course.lesson.actors}
    return tuple(
        NumberShown(
            computed_number(course, figure) or figure.text,
            figure.word,
            actors[figure.actor] if figure.actor else None,
            figure.tone,
        )
        for figure in side.numbers
    )


def _broken(
    lesson: Lesson, actor_id: str, state: str, falls: tuple[int, ...]
) -> Broken:
    actor = next(actor for actor in lesson.actors if actor.id == actor_id)
    items = lesson.ledger.items if lesson.ledger else ()
    fallen = tuple(Fallen(number, items[number - 1]) for number in falls)
    red = {one.number for one in fallen if "**" in one.text}
    kept = tuple(n for n in range(1, min(TRACES, len(items)) + 1) if n not in red)
    return Broken(actor, state, kept, fallen)
