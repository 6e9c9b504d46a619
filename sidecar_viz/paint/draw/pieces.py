"""A part of a stage as pieces, from back to front: each is drawn by itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtGui import QPainter, QRegion

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.stage import LinkState, Stage
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.columns.contents import Held, held_by
from sidecar_viz.paint.columns.docks import Docks
from sidecar_viz.paint.columns.handing import draw_handing
from sidecar_viz.paint.columns.losses import draw_heap
from sidecar_viz.paint.draw.crash import draw_crash, without_the_broken
from sidecar_viz.paint.draw.forms import (
    Bodies,
    body_key,
    has_in_body,
    paint_body,
    paint_chip,
    paint_edges,
)
from sidecar_viz.paint.draw.links import draw_labels, draw_link, presence
from sidecar_viz.paint.draw.travelling import (
    draw_sheets,
    open_region,
    paint_travelling,
)
from sidecar_viz.paint.sizes.places import Layout


class Part(Struct, frozen=True):
    """What of a stage is painted.

    *drawn* are the ids of actors and links, *edged* those of actors with their soft
    edges, *named* those of links whose words are written; *travelling* says whether
    what is on its way is painted, too.
    """

    drawn: frozenset[str]
    edged: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    travelling: bool = False

    def among(self, ids: frozenset[str]) -> Part:
        """Return what of it is one of these *ids*, without what travels."""
        return Part(self.drawn & ids, self.edged & ids, self.named & ids)

    def besides(self, ids: frozenset[str]) -> Part:
        """Return what of it is none of these *ids*."""
        drawn, edged, named = self.drawn - ids, self.edged - ids, self.named - ids
        return Part(drawn, edged, named, travelling=self.travelling)


class Piece(NamedTuple):
    """What is drawn by itself, over what is there.

    In one layout and with brushes of one size, pieces with the same *key* are drawn
    alike; they differ in their colours at most.
    """

    key: Hashable
    draw: Callable[[QPainter], None]


def whole(stage: Stage) -> Part:
    """Give the part that leaves nothing out."""
    links = frozenset(link.id for link in stage.links)
    actors = frozenset(state.id for state in stage.actors)
    return Part(links | actors, actors, links, travelling=True)


def pieces_of(
    brush: Brush,
    layout: Layout,
    stage: Stage,
    part: Part,
    kept: Kept | None = None,
) -> Iterator[Piece]:
    """Yield the pieces of a part of the stage: the order, from back to front.

    Who travels to another place is in front of all others.

    Args:
        kept: what is kept of this layout; without it everything is drawn.
    """
    pieces = _Pieces(brush, layout, stage, kept)
    if part.drawn & layout.travelling:
        yield from pieces.of(part.besides(layout.travelling))
        yield from pieces.of(part.among(layout.travelling))
    else:
        yield from pieces.of(part)


class Kept:
    """Caches what many frames of one layout have in common, for one brush.

    Attributes:
        bodies: pictures of bodies, and of what columns hold.
        docks: pictures of the mounts between columns.
    """

    def __init__(self, brush: Brush, layout: Layout) -> None:
        """Keep nothing yet."""
        self._layout = layout
        self.bodies, self.docks = Bodies(brush, layout), Docks(brush, layout)

    @cached_property
    def room(self) -> QRegion:
        """The stage without the bodies of its shapes."""
        return open_region(self._layout)


class _Pieces:
    """Makes the pieces of one stage."""

    def __init__(
        self,
        brush: Brush,
        layout: Layout,
        stage: Stage,
        kept: Kept | None,
    ) -> None:
        self._brush, self._layout, self._stage = brush, layout, stage
        self._bodies = kept.bodies if kept is not None else None
        self._docks = kept.docks if kept is not None else Docks(brush, layout)
        self._room = kept.room if kept is not None else None
        self._states = {state.id: state for state in stage.actors}

    def of(self, part: Part) -> Iterator[Piece]:
        """Yield the pieces of a part of one depth."""
        layout, states = self._layout, self._states
        drawn = [actor_id for actor_id in layout.order if actor_id in part.drawn]
        frames = [i for i in drawn if i in layout.frames]
        shapes = [i for i in drawn if i not in layout.frames]
        broken = [i for i in shapes if states[i].crack > 0.0]
        others = [i for i in shapes if states[i].crack <= 0.0]
        edged = [i for i in layout.order if i in part.edged and i not in layout.frames]
        links = [link for link in self._stage.links if link.id in part.drawn]
        named = [link for link in self._stage.links if link.id in part.named]
        for i in frames:
            yield from self._actor(states[i], None)
        yield from (self._edges(states[i]) for i in edged if not states[i].crack)
        yield from map(self._link, links)
        yield from map(self._label, named)
        if part.travelling:
            yield from self._under_way()
        holding = {held.state.id: held for held in held_by(self._stage, layout, others)}
        for i in others:
            yield from self._actor(states[i], self._bodies, holding.get(i))
        for held in holding.values():
            yield from self._held(held)
        yield from (self._crash(states[i]) for i in broken)
        yield from map(self._heap, named)
        if part.travelling:
            yield from self._handed()

    def _actor(
        self, state: ActorState, bodies: Bodies | None, held: Held | None = None
    ) -> Iterator[Piece]:
        if state.presence <= 0.0:
            return
        brush, layout = self._brush, self._layout
        key = body_key(layout.places[state.id], state)
        body = state if key is None else key
        yield Piece(
            ("body", body, state.presence),
            lambda painter: paint_body(painter, brush, layout, state, bodies, held),
        )
        yield Piece(
            ("chip", state),
            lambda painter: paint_chip(painter, brush, layout, state, bodies),
        )

    def _edges(self, state: ActorState) -> Piece:
        brush, layout = self._brush, self._layout
        return Piece(
            ("edges", state),
            lambda painter: paint_edges(painter, brush, layout, state),
        )

    def _link(self, link: LinkState) -> Piece:
        brush, layout, states = self._brush, self._layout, self._states
        return Piece(
            ("link", link, presence(layout.way(link), states)),
            lambda painter: draw_link(
                painter, brush, layout, link, states, self._docks
            ),
        )

    def _label(self, link: LinkState) -> Piece:
        brush, layout, states = self._brush, self._layout, self._states
        return Piece(
            ("label", link, presence(layout.way(link), states)),
            lambda painter: draw_labels(painter, brush, layout, (link,), states),
        )

    def _under_way(self) -> Iterator[Piece]:
        """What travels behind the actors."""
        brush, layout, stage = self._brush, self._layout, self._stage
        moving = without_the_broken(stage)
        if moving.flows or moving.chips:
            yield Piece(
                ("under way", moving.flows, moving.chips, stage.links),
                lambda painter: paint_travelling(
                    painter, brush, moving, layout, self._room
                ),
            )

    def _held(self, held: Held) -> Iterator[Piece]:
        """What of a column's contents is not in the picture of its body."""
        if not has_in_body(held, self._bodies):
            yield Piece(("held", held.key), lambda p: held.draw(p, self._brush))
        elif held.counting:
            yield Piece(("held", held.key), lambda p: held.draw_count(p, self._brush))

    def _crash(self, state: ActorState) -> Piece:
        brush, layout, stage = self._brush, self._layout, self._stage
        return Piece(
            ("crash", state, stage.flows),
            lambda painter: draw_crash(painter, brush, layout, stage, state),
        )

    def _heap(self, link: LinkState) -> Piece:
        brush, layout = self._brush, self._layout
        return Piece(
            ("heap", link), lambda painter: draw_heap(painter, brush, layout, link)
        )

    def _handed(self) -> Iterator[Piece]:
        """What is handed over in front of the actors."""
        brush, layout, stage = self._brush, self._layout, self._stage
        moving = without_the_broken(stage)
        if layout.ledger is not None and (moving.flows or moving.chips):
            yield Piece(
                ("handed", moving.flows, moving.chips, stage.actors, stage.links),
                lambda painter: draw_handing(painter, brush, moving, layout),
            )
        if stage.chips:
            yield Piece(
                ("sheets", stage.chips, stage.links),
                lambda painter: draw_sheets(painter, brush, stage, layout, worded=True),
            )
