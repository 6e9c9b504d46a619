"""Lays one step's changes over the outcome before it."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.course.laws import Laws, lit, lit_link, met
from sidecar_viz.core.course.other_arm import held, link_word
from sidecar_viz.core.course.outcome import (
    Flight,
    FlowMove,
    LinkMove,
    Move,
    Outcome,
    Unmet,
    Where,
)
from sidecar_viz.core.course.sending import windows
from sidecar_viz.core.course.trades import Trades
from sidecar_viz.core.lesson import ActorChange, LinkChange, Need, Send, Step
from sidecar_viz.core.stage import (
    ActorState,
    Chip,
    FlowState,
    Hop,
    LinkState,
    actor_state,
    link_state,
)

NO_WAY = "no open link on its way"
OPENING = 0.4
"""The share of a moment in which a link opens before what is sent along it leaves."""
TURNING = 0.25
"""The share of a moment that a state takes to change once something has arrived."""


def outcome_of(
    laws: Laws, before: Outcome, step: Step, reached: frozenset[str]
) -> Outcome:
    """Compute the outcome of a *step*, given the one *before* it.

    *reached* holds the ids of all steps that have happened so far.
    """
    return _StepFold(laws, before, step, reached).outcome()


class _StepFold:
    """Works through the moments of one step; used once, then thrown away."""

    def __init__(
        self, laws: Laws, before: Outcome, step: Step, reached: frozenset[str]
    ) -> None:
        self.laws = laws
        self.before = before
        self.step = step
        self.reached = reached
        self.actors = dict(before.actors)
        self.links = dict(before.links)
        self.unmet: list[Unmet] = []
        self.sends: list[Send] = []
        self.flow_moves: list[FlowMove] = []
        self.trades = Trades(self.actors, self.links, laws.ledgers.size)
        self.actor_moves: dict[str, list[Move]] = {}
        self.link_moves: dict[str, list[LinkMove]] = {}
        self.counting_on: set[str] = set()
        self.crashed: set[str] = set()
        self.moments = max(
            (c.moment for part in (step.actors, step.links, step.sends) for c in part),
            default=1,
        )
        self.going = {(f.source, f.target, f.along): f for f in before.flows}
        self.blocked = self._blocked()

    def outcome(self) -> Outcome:
        """Fold the moments in order, then the flows and the focus, then compare."""
        for moment in range(1, self.moments + 1):
            self._moment(moment)
        if self.blocked is not None:
            self._keep_going()
        flows = self._flows()
        changed = self._changed()
        self._light(frozenset(self.step.focus or changed))
        return Outcome(
            self.before.index + 1,
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
            tuple(self.trades.flights),
            self.trades.losses,
            self.trades.ticks,
            self.laws.arm.part(self.step.id),
        )

    def _blocked(self) -> str | None:
        if self.step.id in self.laws.arm.fails:
            return self.laws.arm.fails[self.step.id]
        for index, need in enumerate(self.step.needs):
            if not self._met(need):
                self.unmet.append(Unmet("needs", index, need.why))
                return need.why
        return None

    def _met(self, need: Need) -> bool:
        return met(need, self.actors, self.links, self.reached)

    def _moment(self, moment: int) -> None:
        start, end = (moment - 1) / self.moments, moment / self.moments
        former = dict(self.actors)
        self.crashed.clear()
        flown = len(self.trades.flights)
        if moment == 1:
            self._hold(start, end)
        for number, change in enumerate(self.step.actors):
            if change.moment == moment and self._happens("actors", number, change):
                self._change_actor(change, start, end)
        for number, link in enumerate(self.step.links):
            wanted = link.state or self.links[link.id].word
            allowed = self.laws.arm.may_become(link.id, wanted, self.step.id)
            if (
                link.moment == moment
                and allowed
                and self._happens("links", number, link)
            ):
                self._change_link(link, start, end)
        for number, send in enumerate(self.step.sends):
            if send.moment == moment and self._send_happens(number, send):
                self._send(send, start, end)
        for key, state in self.actors.items():
            if state is not former[key]:
                turns = self._turning(key, self.trades.flights[flown:], start, end)
                self.actor_moves.setdefault(key, []).append(
                    Move(*turns, state, crash=key in self.crashed)
                )

    def _hold(self, start: float, end: float) -> None:
        """Let everything that is held from this step on become what it stays."""
        for hold in self.laws.arm.beginning(self.step.id):
            if hold.actor is not None:
                self.actors[hold.actor] = held(self.actors[hold.actor], hold)
            elif hold.link is not None:
                change = LinkChange(id=hold.link, state=link_word(hold.state))
                self._change_link(change, start, end)

    def _turning(
        self, actor: str, flights: list[Flight], start: float, end: float
    ) -> tuple[float, float]:
        """Return when an actor's state changes within a moment.

        Who sends changes before it does, who gets something once it has arrived, and
        who is refused once what it sent has fallen.
        """
        arrivals = [f.end for f in flights if _brings_to(f.chip) == actor]
        if arrivals:
            begin = min(arrivals)
            return begin, min(end, begin + TURNING * (end - start))
        leaving = [f.start for f in flights if f.chip.source == actor]
        return start, min(leaving, default=end)

    def _happens(
        self, where: Where, index: int, change: ActorChange | LinkChange | Send
    ) -> bool:
        if self.blocked is not None and not change.anyway:
            return False
        for need in change.needs:
            if not self._met(need):
                self.unmet.append(Unmet(where, index, need.why))
                return False
        return True

    def _change_actor(self, change: ActorChange, start: float, end: float) -> None:
        state = self.actors[change.id]
        if state.held:
            if change.present is not None:
                presence = float(change.present)
                self.actors[change.id] = replace(state, presence=presence)
            return
        word = state.word if change.state is None else change.state
        tone = state.tone
        if change.state is not None or change.tone is not None:
            tone = self.laws.tone(word, change.tone)
        present = state.presence > 0 if change.present is None else change.present
        after = actor_state(change.id, word, tone, present=present)
        after = replace(
            state,
            word=word,
            tone=tone,
            presence=after.presence,
            solidity=after.solidity,
            life=after.life,
        )
        if change.translated is not None:
            after = replace(after, translated=float(change.translated))
        if change.crash:
            self.crashed.add(change.id)
            after = replace(after, solidity=0.0)  # an outline, until it starts anew
        if after != state:
            self.actors[change.id] = after
        if change.count is not None and change.count != state.count:
            column = self.laws.ledgers.has_column(change.id)
            tell = self.trades.fill if column else self.trades.count
            tell(change.id, change.count, start, end)

    def _change_link(self, change: LinkChange, start: float, end: float) -> None:
        before = self.links[change.id]
        word = change.state or before.word
        present = before.presence > 0 if change.present is None else change.present
        after = link_state(
            change.id, word, target=change.target or before.target, present=present
        )
        after = replace(after, lost=before.lost)
        if after == replace(before, focus=0.0):
            return
        self.links[change.id] = after
        if change.state not in (None, "on") and start == 0.0:
            # What is under way leaves first; then the link closes.
            start = (start + end) / 2
        move = LinkMove(start, end, after)
        self.link_moves.setdefault(change.id, []).append(move)

    def _send_happens(self, index: int, send: Send) -> bool:
        if send.verb != "lose" and not self._open(self._route(send)):
            if self.blocked is None or send.anyway:
                self.unmet.append(Unmet("sends", index, NO_WAY))
            return False
        if self._goes_on(send) and all(map(self._met, send.needs)):
            return True
        return self._happens("sends", index, send)

    def _route(self, send: Send) -> tuple[Hop, ...]:
        """Return the way as written, else the shortest open one, else the shortest."""
        routes, ends = self.laws.routes_of(self.links), (send.source, send.target)
        if send.along is not None:
            return routes.along(send.along, *ends)
        way = routes.between(*ends)
        if not way or self._open(way):
            return way
        shut = frozenset(key for key, link in self.links.items() if link.word != "on")
        return routes.between(*ends, shut) or way

    def _open(self, route: tuple[Hop, ...]) -> bool:
        return bool(route) and all(self.links[hop.link].word == "on" for hop in route)

    def _goes_on(self, send: Send) -> bool:
        flow = self.going.get((send.source, send.target, send.along))
        return send.loop and flow is not None and flow.route == self._route(send)

    def _send(self, send: Send, start: float, end: float) -> None:
        self.sends.append(send)
        route = self._route(send)
        verb = self.laws.ledgers.verb(send)
        cargo = self.laws.ledgers.cargo(send, self.actors, self._lost(route))
        times = windows(self._opened(route, start, end), end, len(cargo))
        if send.loop and not self._goes_on(send):
            flow = FlowState(
                send.source, send.target, send.what, route, verb, send.along
            )
            arrival = times[0][1] if times else end
            self.flow_moves.append(FlowMove(start, arrival, flow, begins=True))
        for load, (leaves, arrives) in zip(cargo, times, strict=True):
            chip = Chip(
                *(send.source, send.target, load.text, route, verb),
                *(load.item, load.worth, send.loop),
            )
            adds = load.worth if send.adds else 0
            self.trades.fly(chip, adds, leaves, arrives)
        if send.adds and verb != "lose" and not self.actors[send.target].held:
            self._note_counting(send)

    def _lost(self, route: tuple[Hop, ...]) -> tuple[int, ...]:
        return self.links[route[0].link].lost if route else ()

    def _opened(self, route: tuple[Hop, ...], start: float, end: float) -> float:
        """Return when a route that opens in this moment is open; it opens early on."""
        opened = start
        for hop in route:
            for number, move in enumerate(self.link_moves.get(hop.link, [])):
                if move.start >= start and move.state.word == "on":
                    opened = start + OPENING * (end - start)
                    early = LinkMove(start, opened, move.state)
                    self.link_moves[hop.link][number] = early
        return opened

    def _note_counting(self, send: Send) -> None:
        """Note an actor that only counts on because something went on travelling."""
        if self._goes_on(send):
            self.counting_on.add(send.target)
        else:
            self.counting_on.discard(send.target)

    def _keep_going(self) -> None:
        """Let everything travel on, as nothing ends in a step that cannot happen."""
        listed = {(s.source, s.target, s.along) for s in self.step.sends}
        for send in self.before.sends:
            key = (send.source, send.target, send.along)
            goes_on = self._goes_on(send) and all(map(self._met, send.needs))
            if goes_on and key not in listed:
                self.sends.append(send)

    def _flows(self) -> tuple[FlowState, ...]:
        """Return the flows at rest after this step, and give ending ones their move."""
        loops = {(s.source, s.target, s.along): s for s in self.sends if s.loop}
        kept = []
        for key, flow in self.going.items():
            on = key in loops and flow.route == self._route(loops[key])
            if on and self._open(flow.route):
                kept.append(flow)
            else:
                end = 0.5 / self.moments
                self.flow_moves.append(FlowMove(0.0, end, flow, begins=False))
        self.flow_moves = [
            move
            for move in self.flow_moves
            if not move.begins or self._open(move.flow.route)
        ]
        return (*kept, *(move.flow for move in self.flow_moves if move.begins))

    def _changed(self) -> tuple[str, ...]:
        before = self.before
        changed = [
            key
            for key, state in self.actors.items()
            if _differs(before.actors[key], state, count=key not in self.counting_on)
        ]
        changed += [
            key
            for key, state in self.links.items()
            if _linked_otherwise(before.links[key], state)
        ]
        return tuple(changed)

    def _light(self, focus: frozenset[str]) -> None:
        """Turn the focus of every actor and link on or off, as a move of its own."""
        for key, state in self.actors.items():
            self.actors[key] = after = lit(state, focus)
            if key in self.actor_moves:
                moves = self.actor_moves[key]
                moves[:] = [replace(m, state=lit(m.state, focus)) for m in moves]
                moves[-1] = replace(moves[-1], state=after)
            elif after is not state:
                self.actor_moves[key] = [Move(0.0, 1.0, after)]
        for key, link in self.links.items():
            self.links[key] = there = lit_link(link, focus)
            if key in self.link_moves:
                ways = self.link_moves[key]
                ways[:] = [
                    LinkMove(m.start, m.end, lit_link(m.state, focus)) for m in ways
                ]
                ways[-1] = LinkMove(ways[-1].start, ways[-1].end, there)
            elif there is not link:
                self.link_moves[key] = [LinkMove(0.0, 1.0, there)]


def _differs(before: ActorState, after: ActorState, *, count: bool) -> bool:
    return (
        before.word != after.word
        or before.tone != after.tone
        or before.presence != after.presence
        or (count and before.count != after.count)
    )


def _linked_otherwise(before: LinkState, after: LinkState) -> bool:
    return (before.word, before.target, before.presence) != (
        after.word,
        after.target,
        after.presence,
    )


def _brings_to(chip: Chip) -> str:
    """Return whom the end of a flight concerns: who gets it, or who is refused."""
    return chip.source if chip.verb == "lose" else chip.target
