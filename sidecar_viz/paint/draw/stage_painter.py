"""Many frames of one stage, painted fast: what rests is kept, what moves is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.scene import Scene
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, qrect
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.columns.contents import Contents
from sidecar_viz.paint.columns.losses import heap_bounds
from sidecar_viz.paint.columns.rows import rows_in_sight
from sidecar_viz.paint.columns.trail import draw_trail
from sidecar_viz.paint.draw.forms import Bodies
from sidecar_viz.paint.draw.painter import (
    Part,
    paint_background,
    paint_marks,
    paint_part,
    paint_scene,
    scene_picture,
    whole,
)
from sidecar_viz.paint.draw.travelling import sheet_bounds, sheets
from sidecar_viz.paint.sizes.places import Layout, Way

GLOW_REACH = 3.4
LINK_REACH = 1.2


class StagePainter:
    """Paints stages of one layout in one theme at one device pixel ratio."""

    def __init__(self, layout: Layout, theme: Theme, ratio: float) -> None:
        """Prepare to paint; nothing is painted before it is needed."""
        self.layout = layout
        self.brush = Brush(theme, layout.em, Effects(ratio=ratio))
        self.ratio = ratio
        self._bodies = Bodies(self.brush, layout)
        self._contents = Contents(self.brush, layout)
        self._background: QPixmap | None = None
        self._layer: QPixmap | None = None
        self._layer_key: object = None
        self._fresh = True
        self._scene: tuple[Scene, QPixmap] | None = None
        self._frames = {
            i for i in layout.order if layout.places[i].figure.form == "frame"
        }

    def paint(
        self,
        painter: QPainter,
        stage: Stage,
        marked: frozenset[str] = frozenset(),
        followed: int = 0,
    ) -> None:
        """Paint the stage; only what the painter's clip lets through costs time.

        Args:
            marked: ids of actors that another view points at.
            followed: the number of the item whose trail is lit, 0 for none.
        """
        if stage.covered:
            self._fresh = False  # the way from here to a step begins at once
            paint_scene(painter, self.brush, stage, self.layout.size)
            return
        self._paint_stage(painter, stage, marked)
        if followed:
            draw_trail(painter, self.brush, self.layout, stage, followed)
        if stage.scene is None:
            self._scene = None
        else:
            painter.setOpacity(stage.shown)
            painter.drawPixmap(0, 0, self._picture(stage, stage.scene))
            painter.setOpacity(1.0)

    def _picture(self, stage: Stage, scene: Scene) -> QPixmap:
        """Give the picture of a scene, kept while it gives way."""
        if self._scene is None or self._scene[0] is not scene:
            made = scene_picture(self.brush, stage, self.layout.size)
            self._scene = (scene, made)
        return self._scene[1]

    def _paint_stage(
        self, painter: QPainter, stage: Stage, marked: frozenset[str]
    ) -> None:
        live = self._live(stage)
        self._paint_ground(painter, stage, live)
        named = frozenset(link.id for link in stage.links) if live else live
        moving = Part(live, named, travelling=True)
        paint_part(
            painter,
            self.brush,
            self.layout,
            stage,
            moving,
            self._bodies,
            self._contents,
        )
        paint_marks(painter, self.brush, self.layout, stage, marked)

    def changed(
        self, before: Stage, after: Stage, marks: Iterable[str] = ()
    ) -> QRegion:
        """What must be painted anew between two stages.

        Args:
            marks: ids of actors whose mark has come or gone.
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
        for actor_id in marks:
            if actor_id in self.layout.places:
                region += self._area(self.actor_bounds(actor_id))
        if before.chips or after.chips or before.flows != after.flows:
            for stage in (before, after):
                for sheet in sheets(stage, self.layout):
                    region += self._area(sheet_bounds(sheet, self.brush.em))
                region += self._arrows(stage) + self._handed(stage)
        return _plain(region)

    def _relinked(self, before: Stage, after: Stage) -> QRegion:
        """Where links have changed, and what lies beside them."""
        region = QRegion()
        for was, now in zip(before.links, after.links, strict=True):
            if was is not now and was != now:
                reach = LINK_REACH * self.brush.em
                way = self.layout.way(now)
                for one in (self.layout.way(was), way):
                    region += self._area(one.bounds(reach))
                if was.lost != now.lost:
                    region += self._area(heap_bounds(self.layout, way))
        return region

    def actor_bounds(self, actor_id: str) -> Rect:
        """The pixels that an actor with its glow may touch."""
        place = self.layout.places[actor_id]
        reach = 1.0 if place.figure.form == "frame" else GLOW_REACH
        return place.box.united(place.body).inset(-reach * self.brush.em)

    def _joined(self, actor_id: str) -> QRegion:
        """Where the links are that come and go with an actor."""
        region = QRegion()
        for way in self.layout.ways.values():
            if actor_id in _joins(way):
                region += self._area(way.bounds(LINK_REACH * self.brush.em))
        return region

    def _handed(self, stage: Stage) -> QRegion:
        """Where what columns hand over is drawn: from the one to the other."""
        region = QRegion()
        pairs = {(flow.source, flow.target) for flow in stage.flows}
        pairs |= {(chip.source, chip.target) for chip in stage.chips}
        for source, target in pairs:
            one, other = self.layout.places[source], self.layout.places[target]
            if one.sheet is not None and other.sheet is not None:
                reach = LINK_REACH * self.brush.em
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
                reach = 1.8 * self.brush.em
                region += self._area(Rect(x - reach, y - reach, 2 * reach, 2 * reach))
        return region

    def _area(self, rect: Rect) -> QRegion:
        return QRegion(qrect(rect).toAlignedRect())

    def _live(self, stage: Stage) -> frozenset[str]:
        """What is drawn anew: what moves, and what stands before a moving frame."""
        if not stage.moving:
            return stage.moving
        live = set(stage.moving)
        for actor_id in self.layout.order:
            parent = self.layout.places[actor_id].figure.actor.parent
            if parent in live and parent in self._frames:
                live.add(actor_id)
        standing = frozenset(live)
        for link in stage.links:
            way = self.layout.way(link)
            if standing.intersection(_joins(way)):
                live.add(link.id)
            if link.id in live and way.link.through:
                live.add(way.link.through)
        return frozenset(live)

    def _paint_ground(
        self, painter: QPainter, stage: Stage, live: frozenset[str]
    ) -> None:
        """Paint the background and all that rests; kept from the second time on.

        Many a size is painted just once: the window's first, and those on the way
        to another.
        """
        if self._fresh:
            self._fresh = False
            paint_background(painter, self.brush, self._whole())
            self._paint_resting(painter, stage, live)
        else:
            painter.drawPixmap(0, 0, self._resting_layer(stage, live))

    def _resting_layer(self, stage: Stage, live: frozenset[str]) -> QPixmap:
        key = (
            live,
            rows_in_sight(stage, self.layout) if self.layout.ledger else None,
            tuple(state for state in stage.actors if state.id not in live),
            tuple(link for link in stage.links if link.id not in live),
        )
        if self._layer is None or key != self._layer_key:
            self._layer = self._painted_layer(stage, live)
            self._layer_key = key
        return self._layer

    def _painted_layer(self, stage: Stage, live: frozenset[str]) -> QPixmap:
        layer = QPixmap(self._empty())
        with QPainter(layer) as painter:
            self._paint_resting(painter, stage, live)
        return layer

    def _paint_resting(
        self, painter: QPainter, stage: Stage, live: frozenset[str]
    ) -> None:
        """Paint all that is not drawn anew, over the background."""
        every = whole(stage)
        resting = Part(every.drawn - live, every.named - live, travelling=False)
        paint_part(
            painter,
            self.brush,
            self.layout,
            stage,
            resting,
            self._bodies,
            self._contents,
        )

    def _whole(self) -> QRectF:
        return QRectF(0.0, 0.0, *self.layout.size)

    def _empty(self) -> QPixmap:
        """The background, painted once."""
        if self._background is None:
            wide, high = self.layout.size
            made = QPixmap(round(wide * self.ratio), round(high * self.ratio))
            made.setDevicePixelRatio(self.ratio)
            made.fill(Qt.GlobalColor.black)
            with QPainter(made) as painter:
                paint_background(painter, self.brush, self._whole())
            self._background = made
        return self._background


def _joins(way: Way) -> tuple[str | None, ...]:
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
