"""The timeline: a lesson laid out along the playhead, with a stage anywhere on it."""

from __future__ import annotations

from sidecar_viz.core.course import Course, course_of
from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.outcome import LinkMove, Move, Outcome
from sidecar_viz.core.stage import ActorState, FlowState, LinkState, Packet, Stage

STILL_PHASE = 0.5


class Timeline:
    """The course of a lesson or a what-if; gives the stage at any position."""

    def __init__(self, lesson: Lesson, what_if: WhatIf | None = None) -> None:
        """Fold the *lesson* once; every stage is computed from that."""
        self.course: Course = course_of(lesson, what_if)
        self.lesson = lesson
        self._actors = tuple(actor.id for actor in lesson.actors)
        self._links = tuple(link.id for link in lesson.links)
        self._rest: dict[int, Stage] = {}
        self._entering: dict[int, _Entering] = {}

    @property
    def end(self) -> int:
        """The number of the last step."""
        return self.course.end

    def seconds(self, step: int) -> float:
        """Return how many seconds it takes to enter step *step* (1 to end)."""
        return self.lesson.steps[step - 1].seconds

    def stage_at(self, position: float, phase: float = STILL_PHASE) -> Stage:
        """Return the stage at *position*, with endless flows at *phase*.

        Args:
            position: in steps, 0 to end; whole numbers are steps at rest. Positions
                beyond an end show that end.
            phase: 0..1, how far what travels endlessly has moved on.
        """
        position = max(0.0, min(float(self.end), position))
        step = int(position)
        if position == step:
            return self.rest(step).with_phase(phase)
        entering = self._entering.get(step + 1)
        if entering is None:
            entering = _Entering(self.rest(step), self.course.outcomes[step + 1])
            self._entering[step + 1] = entering
        return entering.stage(position - step, phase)

    def rest(self, step: int) -> Stage:
        """Return the stage at rest at *step* (0 to end)."""
        if step not in self._rest:
            outcome = self.course.outcomes[step]
            self._rest[step] = Stage(
                tuple(outcome.actors[key] for key in self._actors),
                tuple(outcome.links[key] for key in self._links),
                outcome.flows,
                (),
                STILL_PHASE,
            )
        return self._rest[step]


class _Entering:
    """The move from one step at rest into the next, prepared for many frames."""

    def __init__(self, before: Stage, outcome: Outcome) -> None:
        self._before = before
        self._outcome = outcome
        self._actor_moves = [
            (index, state, outcome.actor_moves[state.id])
            for index, state in enumerate(before.actors)
            if state.id in outcome.actor_moves
        ]
        self._link_moves = [
            (index, state, outcome.link_moves[state.id])
            for index, state in enumerate(before.links)
            if state.id in outcome.link_moves
        ]
        self._moving = frozenset((*outcome.actor_moves, *outcome.link_moves))
        ending = {m.flow for m in outcome.flow_moves if not m.begins}
        self._steady = tuple(flow for flow in before.flows if flow not in ending)

    def stage(self, amount: float, phase: float) -> Stage:
        """Return the stage *amount* (0..1, ends excluded) of the way into the step."""
        actors = self._before.actors
        if self._actor_moves:
            blended = list(actors)
            for index, state, moves in self._actor_moves:
                blended[index] = _actor_at(state, moves, amount)
            actors = tuple(blended)
        links = self._before.links
        if self._link_moves:
            shown = list(links)
            for index, link, ways in self._link_moves:
                shown[index] = _link_at(link, ways, amount)
            links = tuple(shown)
        return Stage(
            actors,
            links,
            self._flows(amount),
            self._packets(amount),
            phase,
            self._moving,
        )

    def _flows(self, amount: float) -> tuple[FlowState, ...]:
        moves = self._outcome.flow_moves
        if not moves:
            return self._steady
        flows = list(self._steady)
        for move in moves:
            reach = smooth(windowed(amount, move.start, move.end))
            head, tail = (reach, 0.0) if move.begins else (1.0, reach)
            if head > tail:
                flow = move.flow
                flows.append(
                    FlowState(
                        flow.source, flow.target, flow.what, flow.route, head, tail
                    )
                )
        return tuple(flows)

    def _packets(self, amount: float) -> tuple[Packet, ...]:
        shown = []
        for move in self._outcome.packet_moves:
            along = smooth(windowed(amount, move.start, move.end))
            if 0.0 < along < 1.0:
                sent = move.packet
                shown.append(
                    Packet(sent.source, sent.target, sent.what, sent.route, along)
                )
        return tuple(shown)


def _actor_at(state: ActorState, moves: tuple[Move, ...], amount: float) -> ActorState:
    """Return the actor's state *amount* (0..1) of the way through its *moves*."""
    for move in moves:
        if amount < move.end:
            if amount <= move.start:
                return state
            part = (amount - move.start) / (move.end - move.start)
            return state.toward(move.state, part * part * (3.0 - 2.0 * part))
        state = move.state
    return state


def _link_at(state: LinkState, moves: tuple[LinkMove, ...], amount: float) -> LinkState:
    for move in moves:
        if amount < move.end:
            if amount <= move.start:
                return state
            part = smooth(windowed(amount, move.start, move.end))
            return state.toward(move.state, part)
        state = move.state
    return state
