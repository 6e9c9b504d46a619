"""What travels in one step: along which way, and which streams go on or end."""

from __future__ import annotations

from collections.abc import Callable

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.laws import Laws
from sidecar_viz.core.course.outcome import FlowMove, LinkMove, Outcome
from sidecar_viz.core.course.sending import windows
from sidecar_viz.core.course.trades import Trades
from sidecar_viz.core.lesson import Need, Send, Step
from sidecar_viz.core.stage import Chip, FlowState, Hop, LinkState

OPENING = 0.4
"""The share of a moment in which a link opens before what is sent along it leaves."""

Key = tuple[str, str, str | None]
"""Whence and whither something travels, and along which link if that is chosen."""


class Traffic:
    """The sends of one step; it writes into the states and the moves of links."""

    def __init__(
        self,
        laws: Laws,
        before: Outcome,
        actors: dict[str, ActorState],
        links: dict[str, LinkState],
        link_moves: dict[str, list[LinkMove]],
    ) -> None:
        """Begin with the streams that go on from *before*."""
        self._laws, self._before = laws, before
        self._actors, self._links, self._link_moves = actors, links, link_moves
        self._going: dict[Key, FlowState] = {
            (flow.source, flow.target, flow.along): flow for flow in before.flows
        }
        self.trades = Trades(actors, links, laws.ledgers.size)
        self.sends: list[Send] = []
        self.flow_moves: list[FlowMove] = []
        self.counting_on: set[str] = set()

    def has_way(self, send: Send) -> bool:
        """Return whether it can travel now; what gets lost needs no open link."""
        route = self._route(send)
        return bool(route) if send.verb == "lose" else self._open(route)

    def goes_on(self, send: Send) -> bool:
        """Return whether it is a stream that runs already, along the same way."""
        flow = self._going.get(_key(send))
        return send.loop and flow is not None and flow.route == self._route(send)

    def send(self, send: Send, start: float, end: float) -> None:
        """Let it travel between *start* and *end* (0..1 of the step)."""
        self.sends.append(send)
        route = self._route(send)
        verb = self._laws.ledgers.verb(send)
        lost = self._links[route[0].link].lost if route else ()
        cargo = self._laws.ledgers.cargo(send, self._actors, lost)
        times = windows(self._opened(route, start, end), end, len(cargo))
        if send.loop and not self.goes_on(send):
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
        if send.adds and verb != "lose" and not self._actors[send.target].held:
            self._note_counting(send)

    def keep_going(self, step: Step, met: Callable[[Need], bool]) -> None:
        """Let everything travel on, as nothing ends in a step that cannot happen."""
        listed = {_key(send) for send in step.sends}
        for send in self._before.sends:
            goes_on = self.goes_on(send) and all(map(met, send.needs))
            if goes_on and _key(send) not in listed:
                self.sends.append(send)

    def flows(self, moments: int) -> tuple[FlowState, ...]:
        """Return the flows at rest after this step, and give ending ones their move."""
        loops = {_key(send): send for send in self.sends if send.loop}
        kept = []
        for key, flow in self._going.items():
            on = key in loops and flow.route == self._route(loops[key])
            if on and self._open(flow.route):
                kept.append(flow)
            else:
                self.flow_moves.append(FlowMove(0.0, 0.5 / moments, flow, begins=False))
        self.flow_moves = [
            move
            for move in self.flow_moves
            if not move.begins or self._open(move.flow.route)
        ]
        return (*kept, *(move.flow for move in self.flow_moves if move.begins))

    def hand_over(self, before: tuple[FlowState, ...], end: float) -> None:
        """Let streams of *before* end, and those that go on here begin, by *end*."""
        after = tuple(self._going.values())
        for flows, others, begins in ((before, after, False), (after, before, True)):
            self.flow_moves += [
                FlowMove(0.0, end, flow, begins=begins)
                for flow in flows
                if flow not in others
            ]

    def _route(self, send: Send) -> tuple[Hop, ...]:
        """Return the way as written, else the shortest open one, else the shortest."""
        routes, ends = self._laws.routes_of(self._links), (send.source, send.target)
        if send.along is not None:
            return routes.along(send.along, *ends)
        way = routes.between(*ends)
        if not way or self._open(way):
            return way
        shut = frozenset(key for key, link in self._links.items() if link.word != "on")
        return routes.between(*ends, shut) or way

    def _open(self, route: tuple[Hop, ...]) -> bool:
        return bool(route) and all(self._links[hop.link].word == "on" for hop in route)

    def _opened(self, route: tuple[Hop, ...], start: float, end: float) -> float:
        """Return when a route that opens in this moment is open; it opens early on."""
        opened = start
        for hop in route:
            for number, move in enumerate(self._link_moves.get(hop.link, [])):
                if move.start >= start and move.state.word == "on":
                    opened = start + OPENING * (end - start)
                    early = LinkMove(start, opened, move.state)
                    self._link_moves[hop.link][number] = early
        return opened

    def _note_counting(self, send: Send) -> None:
        """Note an actor that only counts on because something went on travelling."""
        if self.goes_on(send):
            self.counting_on.add(send.target)
        else:
            self.counting_on.discard(send.target)


def _key(send: Send) -> Key:
    return (send.source, send.target, send.along)
