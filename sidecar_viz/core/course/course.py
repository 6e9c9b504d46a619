"""The course of a lesson: the state after each step, folded from its changes."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.course.fold import outcome_of
from sidecar_viz.core.course.laws import Laws
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import Lesson, WhatIf

START = "start"


class Course(Struct, frozen=True):
    """A lesson, or one of its what-ifs, from the start to the last step.

    *usual* are the outcomes of the lesson itself, without any what-if.
    """

    lesson: Lesson
    what_if: WhatIf | None
    outcomes: tuple[Outcome, ...]
    usual: tuple[Outcome, ...]

    @property
    def end(self) -> int:
        """The number of the last step."""
        return len(self.outcomes) - 1

    def index_of(self, step_id: str) -> int:
        """Return the number of a step; "start" is 0.

        Raises:
            KeyError: the lesson has no step with this id.
        """
        if step_id == START:
            return 0
        for number, step in enumerate(self.lesson.steps, start=1):
            if step.id == step_id:
                return number
        raise KeyError(step_id)

    @property
    def plain(self) -> Course:
        """The course of the lesson itself, without any what-if."""
        return Course(self.lesson, None, self.usual, self.usual)


def course_of(
    lesson: Lesson, what_if: WhatIf | None = None, usual: Course | None = None
) -> Course:
    """Play the *lesson* through, with what the *what_if* holds fixed or lets fail.

    Every id that the lesson mentions must exist, as in a lesson from a file.

    Args:
        usual: the lesson's own course, if it has been folded already.
    """
    outcomes = _played(lesson, what_if)
    if what_if is None:
        return Course(lesson, None, outcomes, outcomes)
    return Course(
        lesson, what_if, outcomes, usual.outcomes if usual else _played(lesson, None)
    )


def _played(lesson: Lesson, what_if: WhatIf | None) -> tuple[Outcome, ...]:
    laws = Laws(lesson, what_if)
    outcomes = [laws.start()]
    reached = {START: frozenset({START})}
    places = {START: 0}
    before = START
    for number, step in enumerate(lesson.steps, start=1):
        changed = laws.in_this_course(step)
        known = reached[step.since or before]
        base = None if step.since is None else outcomes[places[step.since]]
        after = outcome_of(laws, outcomes[-1], changed, known, base)
        outcomes.append(after)
        reached[step.id] = known if after.blocked is not None else known | {step.id}
        places[step.id], before = number, step.id
    return tuple(outcomes)
