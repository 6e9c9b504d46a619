"""Finds the part of a stage that every frame draws anew; all else is kept."""

from __future__ import annotations

from collections.abc import Iterable

from sidecar_viz.core.stage import FlowState, Shot, Stage
from sidecar_viz.paint.draw.pieces import Part
from sidecar_viz.paint.draw.regions import joins
from sidecar_viz.paint.sizes.places import Layout

Ids = frozenset[str]


class Anew:
    """Finds what moves, and what lies over that: it must be drawn after it.

    Soft edges lie under links, and links under bodies. What has faded is one picture
    that is laid over the rest, with all that touches it; what is clear lies over that.
    """

    def __init__(self, layout: Layout) -> None:
        """Look at stages as they are laid out."""
        self._layout = layout

    def part(self, stage: Stage) -> Part:
        """Return the part of the stage that is drawn anew."""
        if not stage.moving:
            return Part(stage.moving, travelling=True)
        moving = self._within(stage.moving)
        if stage.shot is not None and stage.shot.apart > 0.0:
            return self._parted(stage, moving, stage.shot)
        every = frozenset(link.id for link in stage.links)
        live = moving | self._links(stage, moving, every)
        return Part(live | self._ends(stage, live), live, every, travelling=True)

    def resting_flows(self, stage: Stage, anew: Part) -> tuple[FlowState, ...]:
        """Return what goes on between those who have faded, and looks always alike."""
        if stage.shot is None or stage.shot.apart <= 0.0:
            return ()
        others = anew.drawn | stage.shot.meant
        return tuple(
            flow
            for flow in stage.flows
            if _is_steady(flow) and others.isdisjoint((flow.source, flow.target))
        )

    def frames(self, part: Part) -> Ids:
        """Return the frames of a part."""
        return part.drawn & self._layout.frames

    def _parted(self, stage: Stage, moving: Ids, shot: Shot) -> Part:
        """Return what is drawn anew where a part of the stage has faded."""
        every, meant = frozenset(link.id for link in stage.links), shot.meant
        faint, found = frozenset[str](), moving - meant
        if moving & self._layout.frames:  # what is faint and runs over them, too
            found |= self._links(stage, moving, every - meant)
        pairs = {(chip.source, chip.target) for chip in stage.chips}
        pairs |= {(f.source, f.target) for f in stage.flows if not _is_steady(f)}
        found |= {end for pair in pairs if meant.isdisjoint(pair) for end in pair}
        while found != faint:
            faint = found
            found |= self._links(stage, found, every - meant)
            found |= self._ends(stage, found) - meant
        clear = (moving & meant) | (self._ends(stage, faint) & meant)
        clear |= self._links(stage, clear, every & meant)
        drawn = faint | clear | (self._ends(stage, clear) & meant)
        # What is faint and rests has its words in its own picture.
        return Part(drawn, faint | clear, every & (drawn | meant), travelling=True)

    def _within(self, moving: Ids) -> Ids:
        """Return what moves with what stands before a moving frame."""
        found = set(moving)
        for actor_id in self._layout.order:
            parent = self._layout.places[actor_id].figure.actor.parent
            if parent in found and parent in self._layout.frames:
                found.add(actor_id)
        return frozenset(found)

    def _links(self, stage: Stage, live: Ids, among: Ids) -> Ids:
        """Find the links that lie over what is live, and what they run through."""
        found = set[str]()
        for link in stage.links:
            way = self._layout.way(link)
            if link.id in among and live.intersection((link.id, *_named(joins(way)))):
                found.add(link.id)
                if way.link.through:
                    found.add(way.link.through)
        return frozenset(found)

    def _ends(self, stage: Stage, live: Ids) -> Ids:
        """Find whose bodies lie over links that are live."""
        ends = (
            end
            for link in stage.links
            if link.id in live
            for end in _named(joins(self._layout.way(link)))
        )
        return frozenset(ends) - self._layout.frames


def _is_steady(flow: FlowState) -> bool:
    return flow.head >= 1.0 and flow.tail <= 0.0


def _named(ends: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(end for end in ends if end is not None)
