"""Which pixels differ between two stages: only those are painted anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import qrect
from sidecar_viz.paint.columns.losses import heap_bounds
from sidecar_viz.paint.draw.travelling import sheet_bounds, sheets
from sidecar_viz.paint.sizes.places import Layout, Way

GLOW_REACH = 3.4
LINK_REACH = 1.2


class Regions:
    """Finds what differs between stages of one layout."""

    def __init__(self, layout: Layout) -> None:
        """Look at stages as they are laid out."""
        self.layout = layout

    def changed(
        self, before: Stage, after: Stage, marks: Iterable[str] = ()
    ) -> QRegion:
        """What must be painted anew between two stages.

        Args:
            marks: ids of actors and links whose mark has come or gone.
        """
        region = QRegion()
        if before.scene is not after.scene or before.shown != after.shown:
            return self._area(Rect(0.0, 0.0, *self.layout.size))
        for old, new in zip(before.actors, after.actors, strict=True):
            if old is not new and old != new:
                region += self._area(self.actor_bounds(new.id))
                if (old.crack > 0.0) != (new.crack > 0.0):
                    region += self._handed(before) + self._handed(after)
                coming = old.presence != new.presence
                region += self._joined(new.id) if coming else QRegion()
        region += self._relinked(before, after)
        region += self._standing(after, marks)
        if before.chips or after.chips or before.flows != after.flows:
            region += self._travelling(before) + self._travelling(after)
        return _plain(region)

    def touched(self, stage: Stage, ids: Iterable[str]) -> QRegion:
        """What some actors and links may touch, and what travels on the stage."""
        return self._standing(stage, ids) + self._travelling(stage)

    def _standing(self, stage: Stage, ids: Iterable[str]) -> QRegion:
        """Where some actors and links are, with what lies beside them."""
        region, wanted = QRegion(), frozenset(ids)
        for key in wanted & self.layout.places.keys():
            region += self._area(self.actor_bounds(key))
        for link in stage.links:
            if link.id in wanted:
                way = self.layout.way(link)
                region += self._area(way.bounds(LINK_REACH * self.layout.em))
                if link.lost:
                    many = len(link.lost)
                    region += self._area(heap_bounds(self.layout, way, many))
        return region

    def _travelling(self, stage: Stage) -> QRegion:
        """Where what is on its way is drawn."""
        region = QRegion()
        for sheet in sheets(stage, self.layout):
            region += self._area(sheet_bounds(sheet, self.layout.em))
        return region + self._arrows(stage) + self._handed(stage)

    def _relinked(self, before: Stage, after: Stage) -> QRegion:
        """Where links have changed, and what lies beside them."""
        region = QRegion()
        for was, now in zip(before.links, after.links, strict=True):
            if was is not now and was != now:
                reach = LINK_REACH * self.layout.em
                way = self.layout.way(now)
                for one in (self.layout.way(was), way):
                    region += self._area(one.bounds(reach))
                for many in {len(was.lost), len(now.lost)} - {0}:
                    region += self._area(heap_bounds(self.layout, way, many))
        return region

    def actor_bounds(self, actor_id: str) -> Rect:
        """The pixels that an actor with its glow may touch."""
        place = self.layout.places[actor_id]
        reach = 1.0 if place.figure.form == "frame" else GLOW_REACH
        return place.box.united(place.body).inset(-reach * self.layout.em)

    def _joined(self, actor_id: str) -> QRegion:
        """Where the links are that come and go with an actor."""
        region = QRegion()
        for way in self.layout.ways.values():
            if actor_id in joins(way):
                region += self._area(way.bounds(LINK_REACH * self.layout.em))
        return region

    def _handed(self, stage: Stage) -> QRegion:
        """Where what columns hand over is drawn: from the one to the other."""
        region = QRegion()
        pairs = {(flow.source, flow.target) for flow in stage.flows}
        pairs |= {(chip.source, chip.target) for chip in stage.chips}
        for source, target in pairs:
            one, other = self.layout.places[source], self.layout.places[target]
            if one.sheet is not None and other.sheet is not None:
                reach = LINK_REACH * self.layout.em
                region += self._area(one.box.united(other.box).inset(-reach))
        return region

    def _arrows(self, stage: Stage) -> QRegion:
        """Where the heads of flows that begin or end are drawn."""
        region = QRegion()
        for flow in stage.flows:
            if flow.head < 1.0 or flow.tail > 0.0:
                hop = flow.route[-1]
                line = self.layout.ways[hop.link].curve
                x, y, _ = line.at(1.0 if hop.forward else 0.0)
                reach = 1.8 * self.layout.em
                region += self._area(Rect(x - reach, y - reach, 2 * reach, 2 * reach))
        return region

    @staticmethod
    def _area(rect: Rect) -> QRegion:
        return QRegion(qrect(rect).toAlignedRect())


def joins(way: Way) -> tuple[str | None, ...]:
    """Whom a link joins, and what it runs through."""
    return way.link.source, way.link.target, way.link.through


def _plain(region: QRegion) -> QRegion:
    """A region that is mostly full as its bounding rectangle.

    Every copy through a clip of many rectangles costs several times more than
    through one.
    """
    around = region.boundingRect()
    covered = sum(rect.width() * rect.height() for rect in cast("list[QRect]", region))
    if covered * 2 > around.width() * around.height():
        return QRegion(around)
    return region
