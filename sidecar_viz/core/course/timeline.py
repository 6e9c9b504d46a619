"""The timeline: a lesson laid out along the playhead, with a stage anywhere on it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.outcome import LinkMove, Move, Outcome, Tick
from sidecar_viz.core.course.scenes import ending_scene, opening_scene
from sidecar_viz.core.course.shots import shot_at, shot_of
from sidecar_viz.core.course.spans import Spans
from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.scene import Scene
from sidecar_viz.core.stage import Chip, FlowState, LinkState, Shot, Stage

HALFWAY = 0.5
BUMP = 0.18
"""Seconds in which a count that went up is drawn larger."""
GIVES_WAY = 1 / 3
"""The part (0..1) of the way to step 1 in which the opening gives way to the stage."""


class Timeline:
    """The course of a lesson or a what-if; gives the stage at any position.

    Attributes:
        final: the number of the last picture at rest: the last step's, or one more
            where the lesson has an ending.
    """

    def __init__(self, lesson: Lesson, what_if: WhatIf | None = None) -> None:
        """Fold the *lesson* once; every stage is computed from that."""
        self.course: Course = course_of(lesson, what_if)
        self.lesson = lesson
        self._actors = tuple(actor.id for actor in lesson.actors)
        self._links = tuple(link.id for link in lesson.links)
        self._plain: Course | None = None
        if what_if is not None and lesson.ledger is not None:
            self._plain = course_of(lesson)
        self._rest: dict[int, Stage] = {}
        self._entering: dict[int, _Entering] = {}
        self._opening = opening_scene(self.course)
        ends = lesson.ending is not None and what_if is None
        self.final = self.course.end + ends

    @property
    def end(self) -> int:
        """The number of the last step."""
        return self.course.end

    @property
    def ends(self) -> bool:
        """Whether there is an ending after the last step."""
        return self.final > self.end

    def seconds(self, step: int) -> float:
        """Return how many seconds it takes to enter step *step* (1 to end)."""
        return self.lesson.steps[step - 1].seconds

    def stage_at(self, position: float) -> Stage:
        """Return the stage at *position*.

        Args:
            position: in steps, 0 to end; whole numbers are steps at rest. Positions
                beyond an end show that end; the ending is a place of its own.
        """
        position = max(0.0, min(float(self.end), position))
        step = int(position)
        if position == step:
            return self.rest(step)
        entering = self._entering.get(step + 1)
        if entering is None:
            entering = _Entering(
                self.rest(step),
                self.course.outcomes[step + 1],
                self.seconds(step + 1),
                {s.id: s.missed for s in self.rest(step + 1).actors if s.missed},
                self._shot(step + 1),
            )
            self._entering[step + 1] = entering
        stage = entering.stage(position - step)
        if self._opening is not None and position < GIVES_WAY:
            shown = 1.0 - smooth(position / GIVES_WAY)
            return replace(stage, scene=self._opening, shown=shown)
        return stage

    def rest(self, step: int) -> Stage:
        """Return the stage at rest at *step* (0 to end), or the ending at *final*."""
        if step not in self._rest:
            self._rest[step] = self._resting(step)
        return self._rest[step]

    def _resting(self, step: int) -> Stage:
        number = min(step, self.end)
        outcome = self.course.outcomes[number]
        stage = Stage(
            tuple(self._with_missed(outcome.actors[k], number) for k in self._actors),
            tuple(outcome.links[key] for key in self._links),
            outcome.flows,
        )
        scene: Scene | None = self._opening if step == 0 else None
        if step > self.end:
            scene = ending_scene(self.course)
        return replace(stage, scene=scene, shown=1.0) if scene else stage

    def _shot(self, step: int) -> Shot | None:
        outcomes = self.course.outcomes
        return shot_of(self.lesson, outcomes[step - 1], outcomes[step])

    def _with_missed(self, state: ActorState, step: int) -> ActorState:
        """Return the state with what the actor would hold in the normal run."""
        if self._plain is None:
            return state
        usual = self._plain.outcomes[step].actors[state.id]
        missed = tuple(item for item in usual.holds if item not in state.holds)
        return replace(state, missed=missed) if missed else state


class _Entering:
    """The move from one step at rest into the next, prepared for many frames."""

    def __init__(
        self,
        before: Stage,
        outcome: Outcome,
        seconds: float,
        missed: Mapping[str, tuple[int, ...]],
        shot: Shot | None,
    ) -> None:
        self._before = before
        self._shot, self._seconds = shot, seconds
        self._missed = [
            (index, state.missed, missed.get(state.id, ()))
            for index, state in enumerate(before.actors)
            if state.missed or state.id in missed
        ]
        self._bump = BUMP / seconds
        self._outcome = outcome
        self._actor_moves = [
            (
                index,
                state,
                outcome.actor_moves[state.id],
                _counted(state, outcome.ticks.get(state.id, ())),
            )
            for index, state in enumerate(before.actors)
            if state.id in outcome.actor_moves
        ]
        self._link_moves = [
            (index, state, outcome.link_moves[state.id])
            for index, state in enumerate(before.links)
            if state.id in outcome.link_moves
        ]
        self._losses = [
            (index, outcome.losses[link.id])
            for index, link in enumerate(before.links)
            if link.id in outcome.losses
        ]
        self._spans = Spans(outcome, self._bump)
        ending = {m.flow for m in outcome.flow_moves if not m.begins}
        self._steady = tuple(flow for flow in before.flows if flow not in ending)

    def stage(self, amount: float) -> Stage:
        """Return the stage *amount* (0..1, ends excluded) of the way into the step."""
        actors = self._before.actors
        if self._actor_moves or self._missed:
            blended = list(actors)
            for index, state, moves, counted in self._actor_moves:
                blended[index] = _actor_at(state, moves, amount)
                if counted:
                    blended[index] = self._ticked(blended[index], counted, amount)
            for index, before, after in self._missed:
                missed = before if amount < HALFWAY else after
                blended[index] = replace(blended[index], missed=missed)
            actors = tuple(blended)
        links = self._before.links
        if self._link_moves or self._losses:
            shown = list(links)
            for index, link, ways in self._link_moves:
                shown[index] = _link_at(link, ways, amount)
            for index, losses in self._losses:
                fell = [item for at, item in losses if at <= amount]
                lost = (*links[index].lost, *fell)
                shown[index] = replace(shown[index], lost=lost)
            links = tuple(shown)
        return Stage(
            actors,
            links,
            self._flows(amount),
            self._chips(amount),
            self._spans.at(amount),
            shot=shot_at(self._shot, amount, self._seconds) if self._shot else None,
        )

    def _ticked(
        self,
        state: ActorState,
        counted: tuple[tuple[Tick, ActorState], ...],
        amount: float,
    ) -> ActorState:
        """Return the *state* with what has arrived and left so far."""
        now, bump = counted[0][1], 0.0
        for tick, after in counted:
            if tick.at > amount:
                break
            now = after
            if tick.adds > 0:
                bump = 1.0 - (amount - tick.at) / self._bump
        return replace(
            state,
            count=now.count,
            holds=now.holds,
            sent=now.sent,
            lost=now.lost,
            bump=max(0.0, bump),
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
                flows.append(replace(move.flow, head=head, tail=tail))
        return tuple(flows)

    def _chips(self, amount: float) -> tuple[Chip, ...]:
        return tuple(
            replace(
                flight.chip, along=smooth(windowed(amount, flight.start, flight.end))
            )
            for flight in self._outcome.flights
            if flight.start < amount < flight.end
        )


def _counted(
    before: ActorState, ticks: tuple[Tick, ...]
) -> tuple[tuple[Tick, ActorState], ...]:
    """Return each tick with the state that has its count from then on."""
    if not ticks:
        return ()
    counted = [(Tick(-1.0), before)]
    for tick in ticks:
        counted.append((tick, tick.applied(counted[-1][1])))
    return tuple(counted)


def _actor_at(state: ActorState, moves: tuple[Move, ...], amount: float) -> ActorState:
    """Return the actor's state *amount* (0..1) of the way through its *moves*."""
    for move in moves:
        if amount < move.end:
            if amount <= move.start:
                return state
            part = (amount - move.start) / (move.end - move.start)
            if move.crash:
                return state.crashing(move.state, part)
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
