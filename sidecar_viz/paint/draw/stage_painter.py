"""Many frames of one stage, painted fast: what rests is kept, what moves is drawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from sidecar_viz.core.scene import Scene
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.columns.contents import Contents
from sidecar_viz.paint.columns.rows import rows_in_sight
from sidecar_viz.paint.columns.trail import draw_trail
from sidecar_viz.paint.draw.apart import Fading
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
from sidecar_viz.paint.draw.regions import Regions, joins
from sidecar_viz.paint.sizes.places import Layout


class StagePainter:
    """Paints stages of one layout in one theme at one device pixel ratio."""

    def __init__(
        self,
        layout: Layout,
        theme: Theme,
        ratio: float,
        background: QPixmap | None = None,
    ) -> None:
        """Prepare to paint; nothing is painted before it is needed.

        Args:
            background: the empty stage, if there is a picture of it.
        """
        self.layout = layout
        self.brush = Brush(theme, layout.em, Effects(ratio=ratio))
        self.ratio = ratio
        self._regions = Regions(layout)
        self._fading = Fading(self._regions, ratio, self._paint_part)
        self._bodies = Bodies(self.brush, layout)
        self._contents = Contents(self.brush, layout)
        self._background = background
        self._layers: dict[bool, tuple[Hashable, QPixmap]] = {}
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
        if _is_parted(stage):
            self._fading.paint(painter, stage, moving)
        else:
            self._paint_part(painter, stage, moving)
        paint_marks(painter, self.brush, self.layout, stage, marked)

    def _paint_part(self, painter: QPainter, stage: Stage, part: Part) -> None:
        brush, layout, bodies = self.brush, self.layout, self._bodies
        paint_part(painter, brush, layout, stage, part, bodies, self._contents)

    def changed(
        self, before: Stage, after: Stage, marks: Iterable[str] = ()
    ) -> QRegion:
        """What must be painted anew between two stages.

        Args:
            marks: ids of actors whose mark has come or gone.
        """
        if before.shot != after.shot:
            return QRegion(self._whole().toAlignedRect())
        return self._regions.changed(before, after, marks)

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
            if standing.intersection(joins(way)):
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
        apart = stage.shot.apart if stage.shot is not None else 0.0
        if self._fresh and not apart:
            self._fresh = False
            paint_background(painter, self.brush, self._whole())
            self._paint_part(painter, stage, _resting(stage, live))
            return
        if apart < 1.0:
            painter.drawPixmap(0, 0, self._resting_layer(stage, live, faded=False))
        if apart > 0.0:
            painter.setOpacity(apart)
            painter.drawPixmap(0, 0, self._resting_layer(stage, live, faded=True))
            painter.setOpacity(1.0)
        else:
            self._layers.pop(True, None)
            self._fading.forget()

    def _resting_layer(
        self, stage: Stage, live: frozenset[str], *, faded: bool
    ) -> QPixmap:
        """Give the picture of all that rests, *faded* where it is not meant."""
        key = (
            live,
            rows_in_sight(stage, self.layout) if self.layout.ledger else None,
            tuple(state for state in stage.actors if state.id not in live),
            tuple(link for link in stage.links if link.id not in live),
            stage.shot.meant if faded and stage.shot else None,
        )
        kept = self._layers.get(faded)
        if kept is None or kept[0] != key:
            kept = (key, self._painted_layer(stage, live, faded=faded))
            self._layers[faded] = kept
        return kept[1]

    def _painted_layer(
        self, stage: Stage, live: frozenset[str], *, faded: bool
    ) -> QPixmap:
        layer = QPixmap(self.empty())
        with QPainter(layer) as painter:
            if faded and stage.shot is not None:
                apart = replace(stage, shot=replace(stage.shot, apart=1.0))
                self._fading.paint(painter, apart, _resting(stage, live))
            else:
                self._paint_part(painter, stage, _resting(stage, live))
        return layer

    def _whole(self) -> QRectF:
        return QRectF(0.0, 0.0, *self.layout.size)

    def empty(self) -> QPixmap:
        """Give the background; it is painted once."""
        if self._background is None:
            wide, high = self.layout.size
            made = QPixmap(round(wide * self.ratio), round(high * self.ratio))
            made.setDevicePixelRatio(self.ratio)
            made.fill(Qt.GlobalColor.black)
            with QPainter(made) as painter:
                paint_background(painter, self.brush, self._whole())
            self._background = made
        return self._background


def _resting(stage: Stage, live: frozenset[str]) -> Part:
    """Return the part that is not drawn anew, without what travels."""
    every = whole(stage)
    return Part(every.drawn - live, every.named - live, travelling=False)


def _is_parted(stage: Stage) -> bool:
    """Return whether a part of the stage has faded, or is fading."""
    return stage.shot is not None and stage.shot.apart > 0.0
