"""Lays one step's changes over the outcome before it."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.course.changing import (
    changed,
    counted,
    differs,
    linked_otherwise,
)
from sidecar_viz.core.course.laws import Laws, met
from sidecar_viz.core.course.lighting import focus_of, light_actors, light_links
from sidecar_viz.core.course.other_arm import held, link_word
from sidecar_viz.core.course.outcome import (
    LinkMove,
    Move,
    Outcome,
    Unmet,
    Where,
)
from sidecar_viz.core.course.traffic import Traffic
from sidecar_viz.core.course.turning import turning
from sidecar_viz.core.lesson import (
    ActorChange,
    Effect,
    LinkChange,
    Need,
    Send,
    Step,
    lead_of,
    moments_of,
)
from sidecar_viz.core.stage import link_state

NO_WAY = "no open link on its way"


def outcome_of(
    laws: Laws,
    before: Outcome,
    step: Step,
    reached: frozenset[str],
    base: Outcome | None = None,
) -> Outcome:
    """Compute the outcome of a *step*, given the one *before* it.

    *reached* holds the ids of all steps that have happened so far. With a *base* the
    step first begins anew from that outcome.
    """
    return _StepFold(laws, before, step, reached, base or before).outcome()


class _StepFold:
    """Works through the moments of one step; used once, then thrown away."""

    def __init__(
        self,
        laws: Laws,
        before: Outcome,
        step: Step,
        reached: frozenset[str],
        base: Outcome,
    ) -> None:
        self.laws = laws
        self.before, self.base = before, base
        self.step = step
        self.reached = reached
        self.actors = dict(base.actors)
        self.links = dict(base.links)
        self.unmet: list[Unmet] = []
        self.actor_moves: dict[str, list[Move]] = {}
        self.link_moves: dict[str, list[LinkMove]] = {}
        self.traffic = Traffic(laws, base, self.actors, self.links, self.link_moves)
        self.trades = self.traffic.trades
        self.crashed: set[str] = set()
        self.lead = lead_of(step)
        self.parts = self.lead + moments_of(step)
        self.blocked = self._blocked()

    def outcome(self) -> Outcome:
        """Fold the moments in order, then the flows and the focus, then compare."""
        if self.lead:
            self._begin_anew(0.0, 1.0 / self.parts)
        for moment in range(1, self.parts - self.lead + 1):
            self._moment(moment)
        if self.blocked is not None:
            self.traffic.keep_going(self.step, self._met)
        flows = self.traffic.flows(self.parts)
        if self.lead:
            self.traffic.hand_over(self.before.flows, 1.0 / self.parts)
        others = self._changed()
        self._light(others)
        return Outcome(
            self.before.index + 1,
            self.step,
            self.actors,
            self.links,
            self.blocked,
            flows,
            tuple(self.traffic.sends),
            others,
            tuple(self.unmet),
            {key: tuple(moves) for key, moves in self.actor_moves.items()},
            {key: tuple(moves) for key, moves in self.link_moves.items()},
            tuple(self.traffic.flow_moves),
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
        part = moment + self.lead
        start, end = (part - 1) / self.parts, part / self.parts
        former = dict(self.actors)
        self.crashed.clear()
        flown = len(self.trades.flights)
        if moment == 1:
            self._hold(start, end)
        for number, change in enumerate(self.step.actors):
            if change.moment == moment and self._happens("actors", number, change):
                self._change_actor(change, start, end)
        self._count_members(start, end)
        for number, link in enumerate(self.step.links):
            due = link.moment == moment and self._may_become(link)
            if due and self._happens("links", number, link):
                self._change_link(link, start, end)
        for number, send in enumerate(self.step.sends):
            if send.moment == moment and self._send_happens(number, send):
                self._send(send, start, end)
        for key, state in self.actors.items():
            if state is not former[key]:
                flights = self.trades.flights[flown:]
                turns = turning(key, flights, start, end)
                self.actor_moves.setdefault(key, []).append(
                    Move(*turns, state, crash=key in self.crashed)
                )

    def _begin_anew(self, start: float, end: float) -> None:
        """Let everything become as it was when the step begins anew."""
        for key, state in self.actors.items():
            now = self.before.actors[key]
            if state != now:
                self.actor_moves[key] = [Move(start, end, state)]
                self.trades.begin_anew(state, (start + end) / 2)
        for key, link in self.links.items():
            if link != self.before.links[key]:
                self.link_moves[key] = [LinkMove(start, end, link)]

    def _count_members(self, start: float, end: float) -> None:
        for group, count in self.laws.members(self.actors).items():
            if count != self.actors[group].count:
                self.trades.count(group, count, start, end)
                self.traffic.counting_on.add(group)

    def _may_become(self, change: LinkChange) -> bool:
        wanted = change.state or self.links[change.id].word
        return self.laws.arm.may_become(change.id, wanted, self.step.id)

    def _hold(self, start: float, end: float) -> None:
        """Let everything that is held from this step on become what it stays."""
        for hold in self.laws.arm.beginning(self.step.id):
            if hold.actor is not None:
                self.actors[hold.actor] = held(self.actors[hold.actor], hold)
            elif hold.link is not None:
                change = LinkChange(id=hold.link, state=link_word(hold.state))
                self._change_link(change, start, end)

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
        if self.laws.stands_in(change.parent, change.id, self.actors):
            change = replace(change, parent=None, spot=None)
        state = self.actors[change.id]
        after = changed(self.laws, state, change)
        if change.crash and not state.held:
            self.crashed.add(change.id)
            after = replace(after, solidity=0.0)  # an outline, until it starts anew
        if after != state:
            self.actors[change.id] = after
        if change.count is None or state.held:
            return
        count = counted(state.count, change.count)
        if count != state.count:
            column = self.laws.ledgers.has_column(change.id)
            tell = self.trades.fill if column else self.trades.count
            tell(change.id, count, start, end)

    def _send(self, send: Send, start: float, end: float) -> None:
        """Let something travel, with what it does to those at its two ends."""
        flown = len(self.trades.flights)
        self.traffic.send(send, start, end)
        flights = self.trades.flights[flown:]
        leaves = min((flight.start for flight in flights), default=start)
        arrives = max((flight.end for flight in flights), default=end)
        if send.sender is not None:
            self._bring(send.source, send.sender, leaves)
        if send.receiver is not None and send.verb != "lose":
            self._bring(send.target, send.receiver, arrives)

    def _bring(self, actor: str, effect: Effect, at: float) -> None:
        state = self.actors[actor]
        if state.held:
            return
        self.actors[actor] = changed(self.laws, state, effect)
        if isinstance(effect.count, str):
            self.trades.add(actor, int(effect.count), at)
        elif effect.count is not None and effect.count != state.count:
            self.trades.become(actor, effect.count, at)

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
        if not self.traffic.has_way(send):
            if self.blocked is None or send.anyway:
                self.unmet.append(Unmet("sends", index, NO_WAY))
            return False
        if self.traffic.goes_on(send) and all(map(self._met, send.needs)):
            return True
        return self._happens("sends", index, send)

    def _changed(self) -> tuple[str, ...]:
        before, counting_on = self.base, self.traffic.counting_on
        others = [
            key
            for key, state in self.actors.items()
            if differs(before.actors[key], state, count=key not in counting_on)
        ]
        others += [
            key
            for key, state in self.links.items()
            if linked_otherwise(before.links[key], state)
        ]
        return tuple(others)

    def _light(self, others: tuple[str, ...]) -> None:
        """Turn the focus of every actor and link on or off, as a move of its own."""
        nobody: tuple[frozenset[str], ...] = (frozenset(),) * self.lead
        many = self.parts - self.lead
        focuses = (*nobody, *focus_of(self.step, frozenset(others), many))
        before, base = self.before, self.base.actors
        light_actors(focuses, before.actors, self.actors, self.actor_moves, base)
        light_links(focuses, before.links, self.links, self.link_moves)
