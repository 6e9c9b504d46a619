"""The actors of many frames, painted fast: what rests is kept, what moves is drawn."""

from __future__ import annotations

from collections.abc import Hashable
from math import ceil, floor

from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.columns.rows import rows_in_sight
from sidecar_viz.paint.columns.trail import draw_trail
from sidecar_viz.paint.draw.anew import Anew
from sidecar_viz.paint.draw.apart import Fading
from sidecar_viz.paint.draw.enclosure import hidden_by
from sidecar_viz.paint.draw.ground import paint_background
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.draw.marks import paint_marks
from sidecar_viz.paint.draw.painter import paint_part
from sidecar_viz.paint.draw.pieces import Kept, Part, whole
from sidecar_viz.paint.draw.regions import Regions
from sidecar_viz.paint.sizes.places import Layout


class Layers:
    """Paints what stands on a stage, in one layout and with one brush.

    Attributes:
        regions: finds what must be painted anew.
    """

    def __init__(
        self, brush: Brush, layout: Layout, background: QPixmap | None
    ) -> None:
        """Prepare to paint; nothing is painted before it is needed.

        Args:
            brush: the colours and sizes; of its pixel ratio are the kept pictures.
            layout: where everything stands.
            background: the empty stage, if there is a picture of it.
        """
        self.regions = Regions(layout)
        self._brush, self._layout = brush, layout
        everything = Kept(brush, layout)

        def strong(painter: QPainter, stage: Stage, part: Part) -> None:
            paint_part(painter, brush, layout, stage, part, everything)

        # No method of this: what is given up is free at once, not when Python looks
        # for circles; it holds pictures as large as the stage.
        self._paint_part = strong
        self._fading = Fading(self.regions, brush.effects.ratio, strong)
        self._background = background
        self._kept: dict[bool, tuple[Hashable, QPixmap]] = {}
        self._seen: Hashable = None  # what rested when it was painted without a picture
        self._anew = Anew(layout)

    def paint(
        self, painter: QPainter, stage: Stage, marked: Marked, *, keep: bool
    ) -> None:
        """Paint the ground, the actors and what is *marked*.

        Args:
            keep: whether what rests is kept, and taken from what is kept.
        """
        moving = self._anew.part(stage)
        going_on = self._anew.resting_flows(stage, moving)
        still = replace(stage, chips=(), flows=going_on)
        self._paint_ground(painter, still, moving, keep=keep)
        if _is_parted(stage):
            flows = tuple(flow for flow in stage.flows if flow not in going_on)
            self._fading.paint(painter, replace(stage, flows=flows), moving)
        else:
            self._paint_part(painter, stage, moving)
        paint_marks(painter, self._brush, self._layout, stage, marked)
        if marked.followed:
            draw_trail(painter, self._brush, self._layout, stage, marked.followed)

    def empty(self) -> QPixmap:
        """Give the background; it is painted once."""
        if self._background is None:
            wide, high = self._layout.size
            ratio = self._brush.effects.ratio
            made = QPixmap(round(wide * ratio), round(high * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.black)
            with QPainter(made) as painter:
                paint_background(painter, self._brush, self._whole())
            self._background = made
        return self._background

    def _paint_ground(
        self, painter: QPainter, stage: Stage, moving: Part, *, keep: bool
    ) -> None:
        """Paint the background and all that rests."""
        apart = stage.shot.apart if stage.shot is not None else 0.0
        if not keep and not apart:
            paint_background(painter, self._brush, self._whole())
            self._paint_part(painter, stage, _resting(stage, moving))
            return
        hidden = self._hidden(stage, moving)
        if apart < 1.0:
            self._paint_resting(painter, stage, moving, hidden)
        if apart > 0.0:
            painter.setOpacity(apart)
            key = self._key(stage, moving, faded=True)
            layer = self._resting_layer(key, stage, moving, faded=True)
            _copy_around(painter, layer, hidden)
            painter.setOpacity(1.0)

    def _hidden(self, stage: Stage, moving: Part) -> Rect:
        """Find the most of the ground that a frame which is drawn anew will hide."""
        opaque = self._anew.frames(moving)
        if stage.shot is not None and stage.shot.apart > 0.0:
            opaque &= stage.shot.meant
        found = [
            hidden_by(self._layout.places[state.id], self._layout.em)
            for state in stage.actors
            if state.id in opaque and state.presence >= 1.0
        ]
        return max(found, key=_size, default=Rect(0.0, 0.0, 0.0, 0.0))

    def _paint_resting(
        self, painter: QPainter, stage: Stage, moving: Part, hidden: Rect
    ) -> None:
        """Paint all that rests: the first time itself, from then on its picture."""
        key = self._key(stage, moving, faded=False)
        kept = self._kept.get(False)
        if key == self._seen or (kept is not None and key == kept[0]):
            layer = self._resting_layer(key, stage, moving, faded=False)
            _copy_around(painter, layer, hidden)
            return
        self._seen = key
        _copy_around(painter, self.empty(), hidden)
        self._paint_part(painter, stage, _resting(stage, moving))

    def _key(self, stage: Stage, moving: Part, *, faded: bool) -> Hashable:
        """Return what the picture of all that rests depends on."""
        return (
            moving,
            rows_in_sight(stage, self._layout) if self._layout.ledger else None,
            tuple(state for state in stage.actors if state.id not in moving.edged),
            tuple(link for link in stage.links if link.id not in moving.drawn),
            (stage.shot.meant, stage.flows) if faded and stage.shot else None,
        )

    def _resting_layer(
        self, key: Hashable, stage: Stage, moving: Part, *, faded: bool
    ) -> QPixmap:
        """Give the picture of all that rests, *faded* where it is not meant."""
        kept = self._kept.get(faded)
        if kept is None or kept[0] != key:
            layer = QPixmap(self.empty()) if kept is None else kept[1]
            self._paint_layer(layer, stage, moving, faded=faded)
            self._kept[faded] = kept = (key, layer)
        return kept[1]

    def _paint_layer(
        self, layer: QPixmap, stage: Stage, moving: Part, *, faded: bool
    ) -> None:
        """Paint all that rests over what is there: new memory takes its time."""
        with QPainter(layer) as painter:
            painter.drawPixmap(0, 0, self.empty())
            if faded and stage.shot is not None:
                apart = replace(stage, shot=replace(stage.shot, apart=1.0))
                part = replace(_resting(stage, moving), travelling=bool(stage.flows))
                self._fading.paint(painter, apart, part)
            else:
                self._paint_part(painter, stage, _resting(stage, moving))

    def _whole(self) -> QRectF:
        return QRectF(0.0, 0.0, *self._layout.size)


def _copy_around(painter: QPainter, layer: QPixmap, hole: Rect) -> None:
    """Copy a picture of the whole stage, but for a hole."""
    wide, high = layer.deviceIndependentSize().toTuple()
    left, top = ceil(hole.x), ceil(hole.y)
    right, bottom = max(left, floor(hole.right)), max(top, floor(hole.bottom))
    if right <= left or bottom <= top:
        painter.drawPixmap(0, 0, layer)
        return
    strips = (
        QRect(0, 0, ceil(wide), top),
        QRect(0, bottom, ceil(wide), ceil(high) - bottom),
        QRect(0, top, left, bottom - top),
        QRect(right, top, ceil(wide) - right, bottom - top),
    )
    for strip in strips:
        painter.save()
        painter.setClipRect(strip, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(0, 0, layer)
        painter.restore()


def _size(rect: Rect) -> float:
    return rect.width * rect.height


def _resting(stage: Stage, moving: Part) -> Part:
    """Return the part that is not drawn anew, without what travels."""
    every = whole(stage)
    return Part(
        every.drawn - moving.drawn,
        every.edged - moving.edged,
        every.named - moving.named,
    )


def _is_parted(stage: Stage) -> bool:
    """Return whether a part of the stage has faded, or is fading."""
    return stage.shot is not None and stage.shot.apart > 0.0
