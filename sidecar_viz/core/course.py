"""The course of a lesson: its steps' changes folded into how everything rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sidecar_viz.core.routes import Routes
from sidecar_viz.core.stage import (
    ActorState,
    FlowState,
    LinkState,
    Packet,
    actor_state,
    link_state,
)
from sidecar_viz.core.words import tone_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sidecar_viz.core.lesson import (
        ActorChange,
        Lesson,
        LinkChange,
        LinkWord,
        Need,
        Send,
        Step,
        Tone,
        WhatIf,
    )


class Move(Struct, frozen=True, gc=False):
    """A part of a step (*start* to *end*, 0..1) in which one state becomes *state*."""

    start: float
    end: float
    state: ActorState


class LinkMove(Struct, frozen=True, gc=False):
    """The same for a link."""

    start: float
    end: float
    state: LinkState


class FlowMove(Struct, frozen=True, gc=False):
    """A flow that begins or ends between *start* and *end* (0..1) of a step."""

    start: float
    end: float
    flow: FlowState
    begins: bool


class PacketMove(Struct, frozen=True, gc=False):
    """Something that travels once between *start* and *end* (0..1) of a step."""

    start: float
    end: float
    packet: Packet


class Unmet(Struct, frozen=True, gc=False):
    """A change that does not happen: where it is written in its step, and why."""

    where: Literal["needs", "actors", "links", "sends"]
    index: int
    why: str


class Outcome(Struct, frozen=True):
    """How everything rests after a step, and how it came to that."""

    index: int
    step: Step | None
    actors: Mapping[str, ActorState]
    links: Mapping[str, LinkState]
    blocked: str | None = None
    flows: tuple[FlowState, ...] = ()
    sends: tuple[Send, ...] = ()
    changed: tuple[str, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    actor_moves: Mapping[str, tuple[Move, ...]] = {}
    link_moves: Mapping[str, tuple[LinkMove, ...]] = {}
    flow_moves: tuple[FlowMove, ...] = ()
    packet_moves: tuple[PacketMove, ...] = ()


class Course(Struct, frozen=True):
    """A lesson, or one of its what-ifs, from the start to the last step."""

    lesson: Lesson
    what_if: WhatIf | None
    outcomes: tuple[Outcome, ...]

    @property
    def end(self) -> int:
        """The number of the last step."""
        return len(self.outcomes) - 1

    def index_of(self, step_id: str) -> int:
        """The number of a step; "start" is 0. Raises KeyError for an unknown id."""
        if step_id == "start":
            return 0
        for number, step in enumerate(self.lesson.steps, start=1):
            if step.id == step_id:
                return number
        raise KeyError(step_id)


def course_of(lesson: Lesson, what_if: WhatIf | None = None) -> Course:
    """Play the *lesson* through, with what the *what_if* holds fixed or lets fail."""
    fold = _Fold(lesson, what_if)
    outcomes = [fold.start()]
    for number, step in enumerate(lesson.steps, start=1):
        outcomes.append(_StepFold(fold, outcomes[-1], number, step).outcome())
    return Course(lesson, what_if, tuple(outcomes))


class _Fold:
    """What stays the same for all steps of one course."""

    def __init__(self, lesson: Lesson, what_if: WhatIf | None) -> None:
        self.lesson = lesson
        self.routes = Routes(lesson.links)
        self.tones = tone_table(lesson)
        self.reached: set[str] = {"start"}
        holds = what_if.holds if what_if else ()
        self.held_actors = {hold.actor: hold for hold in holds if hold.actor}
        self.held_links = {hold.link: hold for hold in holds if hold.link}
        self.fails = {f.step: f.why for f in what_if.fails} if what_if else {}
        self.ends = {
            link.id: {link.source, link.target, link.through} - {None}
            for link in lesson.links
        }

    def tone(self, word: str, tone: Tone | None) -> Tone:
        """The tone asked for, or the one that the word has."""
        return tone or self.tones.get(word.lower(), "active" if word else "good")

    def start(self) -> Outcome:
        """How everything rests before the first step."""
        actors = {}
        for actor in self.lesson.actors:
            hold = self.held_actors.get(actor.id)
            word = hold.state if hold else actor.state
            tone = hold.tone if hold else self.tone(word, actor.tone)
            actors[actor.id] = actor_state(
                actor.id,
                word,
                tone,
                present=actor.present,
                count=actor.count,
                held=hold is not None,
            )
        links = {}
        for link in self.lesson.links:
            held = self.held_links.get(link.id)
            links[link.id] = link_state(
                link.id, _link_word(held.state) if held else link.state
            )
        focus = frozenset(self.lesson.start.focus)
        lit = {key: _focused(state, focus) for key, state in actors.items()}
        return Outcome(0, None, lit, links)


class _StepFold:
    """One step's changes laid over the outcome before it."""

    def __init__(self, fold: _Fold, before: Outcome, number: int, step: Step) -> None:
        self.fold = fold
        self.before = before
        self.number = number
        self.step = step
        self.actors = dict(before.actors)
        self.links = dict(before.links)
        self.unmet: list[Unmet] = []
        self.sends: list[Send] = []
        self.flow_moves: list[FlowMove] = []
        self.packet_moves: list[PacketMove] = []
        self.actor_moves: dict[str, list[Move]] = {}
        self.link_moves: dict[str, list[LinkMove]] = {}
        self.continued: set[str] = set()
        parts = (*step.actors, *step.links, *step.sends)
        self.moments = max((part.moment for part in parts), default=1)
        self.blocked = self._blocked()
        self.going = {(f.source, f.target): f for f in before.flows}

    def outcome(self) -> Outcome:
        """Fold the moments in order, then the focus, then compare."""
        for moment in range(1, self.moments + 1):
            self._moment(moment)
        flows = self._flows()
        changed = self._changed()
        self._light(changed)
        if self.blocked is None:
            self.fold.reached.add(self.step.id)
        return Outcome(
            self.number,
            self.step,
            self.actors,
            self.links,
            self.blocked,
            flows,
            tuple(self.sends),
            changed,
            tuple(self.unmet),
            {key: tuple(moves) for key, moves in self.actor_moves.items()},
            {key: tuple(moves) for key, moves in self.link_moves.items()},
            tuple(self.flow_moves),
            tuple(self.packet_moves),
        )

    def _blocked(self) -> str | None:
        if self.step.id in self.fold.fails:
            return self.fold.fails[self.step.id]
        for index, need in enumerate(self.step.needs):
            if not self._met(need):
                self.unmet.append(Unmet("needs", index, need.why))
                return need.why
        return None

    def _met(self, need: Need) -> bool:
        if need.actor is not None:
            actor = self.actors.get(need.actor)
            if actor is None:
                return False
            wrong = need.state is not None and actor.word != need.state
            return not wrong and (actor.count or 0) >= (need.count or 0)
        if need.link is not None:
            link = self.links.get(need.link)
            return link is not None and link.word == (need.state or "on")
        return need.step in self.fold.reached

    def _moment(self, moment: int) -> None:
        start, end = (moment - 1) / self.moments, moment / self.moments
        former = dict(self.actors)
        for number, change in enumerate(self.step.actors):
            if change.moment == moment and self._happens("actors", number, change):
                self._change_actor(change)
        for number, link in enumerate(self.step.links):
            if link.moment == moment and self._link_happens(number, link):
                self._change_link(link, start, end)
        for number, send in enumerate(self.step.sends):
            if send.moment == moment and self._send_happens(number, send):
                self._send(send, start, end)
        for key, state in self.actors.items():
            if state is not former[key]:
                self.actor_moves.setdefault(key, []).append(Move(start, end, state))

    def _happens(
        self,
        where: Literal["actors", "links", "sends"],
        index: int,
        change: ActorChange | LinkChange | Send,
    ) -> bool:
        if self.blocked is not None and not change.anyway:
            return False
        for need in change.needs:
            if not self._met(need):
                self.unmet.append(Unmet(where, index, need.why))
                return False
        return True

    def _change_actor(self, change: ActorChange) -> None:
        state = self.actors.get(change.id)
        if state is None or state.held:
            return
        word = state.word if change.state is None else change.state
        tone = state.tone
        if change.state is not None or change.tone is not None:
            tone = self.fold.tone(word, change.tone)
        present = state.presence > 0 if change.present is None else change.present
        count = state.count if change.count is None else change.count
        after = actor_state(change.id, word, tone, present=present, count=count)
        if after != _focused(state, frozenset()):
            self.actors[change.id] = _focused(after, self._focus())

    def _link_happens(self, index: int, change: LinkChange) -> bool:
        if change.id not in self.links or change.id in self.fold.held_links:
            return False
        held = self.fold.ends[change.id] & self.fold.held_actors.keys()
        if change.state == "on" and held:
            return False
        return self._happens("links", index, change)

    def _change_link(self, change: LinkChange, start: float, end: float) -> None:
        after = link_state(change.id, change.state)
        if self.links[change.id].word != change.state:
            self.links[change.id] = after
            self.link_moves.setdefault(change.id, []).append(
                LinkMove(start, end, after)
            )

    def _send_happens(self, index: int, send: Send) -> bool:
        route = self.fold.routes.between(send.source, send.target)
        if not all(self.links[hop.link].word == "on" for hop in route) or not route:
            if self.blocked is None:
                self.unmet.append(Unmet("sends", index, "no open link on its way"))
            return False
        goes_on = send.loop and (send.source, send.target) in self.going
        if goes_on and all(self._met(need) for need in send.needs):
            return True
        return self._happens("sends", index, send)

    def _send(self, send: Send, start: float, end: float) -> None:
        self.sends.append(send)
        route = self.fold.routes.between(send.source, send.target)
        goes_on = send.loop and (send.source, send.target) in self.going
        if send.loop and not goes_on:
            flow = FlowState(send.source, send.target, send.what, route)
            self.flow_moves.append(FlowMove(start, end, flow, begins=True))
        elif not send.loop:
            packet = Packet(send.source, send.target, send.what, route, 0.0)
            self.packet_moves.append(PacketMove(start, end, packet))
        if send.adds and send.target in self.actors:
            self._add(send.target, send.adds, goes_on=goes_on)

    def _add(self, target: str, adds: int, *, goes_on: bool) -> None:
        state = self.actors[target]
        if goes_on:
            self.continued.add(target)
        else:
            self.continued.discard(target)
        self.actors[target] = ActorState(
            state.id,
            state.word,
            state.tone,
            state.presence,
            state.solidity,
            (state.count or 0) + adds,
            state.focus,
            state.held,
        )

    def _flows(self) -> tuple[FlowState, ...]:
        """The flows at rest after this step; those that end get their move."""
        wanted = {(send.source, send.target) for send in self.sends if send.loop}
        kept = [f for key, f in self.going.items() if key in wanted]
        for key, flow in self.going.items():
            if key not in wanted:
                end = 1.0 / self.moments
                self.flow_moves.append(FlowMove(0.0, end, flow, begins=False))
        begun = [move.flow for move in self.flow_moves if move.begins]
        return (*kept, *begun)

    def _changed(self) -> tuple[str, ...]:
        changed = [
            key
            for key, state in self.actors.items()
            if _differs(self.before.actors[key], state, ignore_count=key in self.continued)
        ]
        changed += [
            key
            for key, state in self.links.items()
            if self.before.links[key].word != state.word
        ]
        return tuple(changed)

    def _focus(self) -> frozenset[str]:
        return frozenset(self.step.focus)

    def _light(self, changed: tuple[str, ...]) -> None:
        """Turn every actor's and link's focus on or off, as a move of its own."""
        focus = self._focus() or frozenset(changed)
        for key, state in self.actors.items():
            lit = _focused(state, focus)
            if lit is state:
                continue
            self.actors[key] = lit
            moves = self.actor_moves.get(key)
            if moves:
                moves[:] = [
                    Move(m.start, m.end, _focused(m.state, focus)) for m in moves
                ]
                moves[-1] = Move(moves[-1].start, moves[-1].end, lit)
            else:
                self.actor_moves[key] = [Move(0.0, 1.0, lit)]


def _focused(state: ActorState, focus: frozenset[str]) -> ActorState:
    wanted = 1.0 if state.id in focus else 0.0
    if state.focus == wanted:
        return state
    return ActorState(
        state.id,
        state.word,
        state.tone,
        state.presence,
        state.solidity,
        state.count,
        wanted,
        state.held,
    )


def _differs(before: ActorState, after: ActorState, *, ignore_count: bool) -> bool:
    return (
        before.word != after.word
        or before.tone != after.tone
        or before.presence != after.presence
        or (before.count != after.count and not ignore_count)
    )


def _link_word(word: str) -> LinkWord:
    return "on" if word == "on" else "denied" if word == "denied" else "off"
