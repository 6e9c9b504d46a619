"""What a what-if makes of each step: the other arm of a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState, actor_state
from sidecar_viz.core.lesson import (
    Hold,
    Lesson,
    Light,
    LinkWord,
    Step,
    WhatIf,
    WhatIfStep,
)
from sidecar_viz.core.markup import plain
from sidecar_viz.core.words import DEAD

OUTSIDE = "start"


class OtherArm:
    """A what-if, step by step: what it writes, what fails, who is held from when on.

    Without a what-if, nothing differs.
    """

    def __init__(self, lesson: Lesson, what_if: WhatIf | None) -> None:
        """Lay out the *what_if* along the steps of the *lesson*."""
        self._places = {OUTSIDE: 0} | {
            step.id: number for number, step in enumerate(lesson.steps, start=1)
        }
        self.fails = {f.step: f.why for f in what_if.fails} if what_if else {}
        self._parts: dict[str, WhatIfStep] = {}
        for part in what_if.steps if what_if else ():
            self._lay_out(lesson, part)
        self._holds = what_if.holds if what_if else ()
        self._fixed = self._first(hold for hold in self._holds if hold.link)
        dead = self._first(h for h in self._holds if h.actor and h.tone in DEAD)
        self._shut = _earliest(
            (link.id, dead[end])
            for link in lesson.links
            for end in (link.source, link.target, link.through)
            if end and end in dead
        )

    def part(self, step_id: str) -> WhatIfStep | None:
        """Return what the what-if writes about a step."""
        return self._parts.get(step_id)

    def beginning(self, step_id: str) -> tuple[Hold, ...]:
        """Return the holds that begin with a step, or with the start."""
        return tuple(hold for hold in self._holds if hold.since == step_id)

    def may_become(self, link: str, state: LinkWord, step_id: str) -> bool:
        """Return whether a link may change to *state* in a step."""
        place, never = self._places[step_id], len(self._places)
        fixed = self._fixed.get(link, never) <= place
        return not fixed and not (
            state == "on" and self._shut.get(link, never) <= place
        )

    def _first(self, holds: Iterable[Hold]) -> Mapping[str, int]:
        """Map what is held to the number of the step with which that begins."""
        return _earliest(
            (hold.actor or hold.link or "", self._places[hold.since]) for hold in holds
        )

    def _lay_out(self, lesson: Lesson, part: WhatIfStep) -> None:
        first = self._places[part.step]
        last = self._places[part.to or part.step]
        for number in range(first, last + 1):
            step_id = lesson.steps[number - 1].id
            here = part if number == first else _standing_still(part)
            before = self._parts.get(step_id)
            self._parts[step_id] = _together(before, here) if before else here
            if part.to is not None:
                self.fails.setdefault(step_id, plain(part.caption))


def changed_step(step: Step, part: WhatIfStep | None) -> Step:
    """Return the *step* as it is with what a what-if writes about it.

    Of two changes to one thing in the same moment, the what-if's wins, and so it does
    where both send something from one to the other.
    """
    if part is None:
        return step
    ways = {(send.source, send.target, send.moment) for send in part.sends}
    return replace(
        step,
        title=part.title or step.title,
        flow=step.flow if part.flow is None else part.flow,
        focus=step.focus if part.focus is None else part.focus,
        shot=step.shot if part.focus is None else None,
        lines=step.lines if part.lines is None else part.lines,
        moments=tuple(_without(light, part) for light in step.moments),
        actors=(*step.actors, *(replace(c, anyway=True) for c in part.actors)),
        links=(*step.links, *(replace(c, anyway=True) for c in part.links)),
        sends=(
            *(s for s in step.sends if (s.source, s.target, s.moment) not in ways),
            *(replace(send, anyway=True) for send in part.sends),
        ),
    )


def _without(light: Light, part: WhatIfStep) -> Light:
    """Return what a moment lights, without what the what-if lights itself."""
    return replace(
        light,
        flow=light.flow if part.flow is None else None,
        focus=light.focus if part.focus is None else None,
        lines=light.lines if part.lines is None else None,
    )


def held(state: ActorState, hold: Hold) -> ActorState:
    """Return an actor's state as it is from the moment on in which it is held."""
    fixed = actor_state(state.id, hold.state, hold.tone)
    return replace(
        state,
        word=fixed.word,
        tone=fixed.tone,
        solidity=fixed.solidity,
        life=fixed.life,
        held=True,
    )


def link_word(word: str) -> LinkWord:
    """Return the state in which a link is held."""
    return "on" if word == "on" else "denied" if word == "denied" else "off"


def _earliest(found: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    earliest: dict[str, int] = {}
    for name, place in found:
        earliest[name] = min(place, earliest.get(name, place))
    return earliest


def _standing_still(part: WhatIfStep) -> WhatIfStep:
    """Return the texts alone, for a step in which nothing more happens."""
    return replace(part, actors=(), links=(), sends=())


def _together(first: WhatIfStep, second: WhatIfStep) -> WhatIfStep:
    """Lay two parts about one step together; of two texts the first written wins."""
    return replace(
        first,
        title=first.title or second.title,
        caption=first.caption or second.caption,
        say=first.say or second.say,
        describe=first.describe or second.describe,
        notes=first.notes or second.notes,
        in_reality=first.in_reality or second.in_reality,
        flow=second.flow if first.flow is None else first.flow,
        focus=second.focus if first.focus is None else first.focus,
        lines=second.lines if first.lines is None else first.lines,
        cells=(*first.cells, *second.cells),
        actors=(*first.actors, *second.actors),
        links=(*first.links, *second.links),
        sends=(*first.sends, *second.sends),
    )
