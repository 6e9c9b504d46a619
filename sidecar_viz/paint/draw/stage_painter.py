"""Many frames of one stage, painted fast: a scene, or else what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from sidecar_viz.core.scene import Scene
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.draw.ground import paint_scene, scene_picture
from sidecar_viz.paint.draw.marked import UNMARKED, Marked
from sidecar_viz.paint.sizes.places import Layout

if TYPE_CHECKING:
    from sidecar_viz.paint.draw.layers import Layers


class StagePainter:
    """Paints stages of one layout in one theme at one device pixel ratio.

    Attributes:
        base: how it is laid out.
        layout: the same with everybody where they are now.
    """

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
        self.base = self.layout = layout
        self.brush = Brush(theme, layout.em, Effects(ratio=ratio))
        self.ratio = ratio
        self._background = background
        self._scene: tuple[Scene, QPixmap] | None = None
        self._seen = False

    def follow(self, stage: Stage) -> None:
        """Know everybody where they are on this *stage*."""
        layout = self.base.at(stage)
        if layout is not self.layout:
            self.layout, self._seen = layout, False
            self.__dict__.pop("_layers", None)  # they are of the layout before

    def paint(self, painter: QPainter, stage: Stage, marked: Marked = UNMARKED) -> None:
        """Paint the stage; only what the painter's clip lets through costs time."""
        self.follow(stage)
        # Many a size is seen just once: the window's first, those on the way to
        # another. So what rests may be kept from the second time on.
        keep, self._seen = self._seen, True
        if stage.covered and not keep:
            paint_scene(painter, self.brush, stage, self.layout.size)
            return
        if stage.covered and stage.scene is not None:
            painter.drawPixmap(0, 0, self._picture(stage, stage.scene))
            return
        self._layers.paint(painter, stage, marked, keep=keep)
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

    def changed(
        self, before: Stage, after: Stage, marks: Iterable[str] = ()
    ) -> QRegion:
        """What must be painted anew between two stages.

        Args:
            marks: ids of actors and links whose mark has come or gone.
        """
        moves = self.base.moves
        apart = moves is not None and moves.at(before) is not moves.at(after)
        if before.shot != after.shot or apart:
            return QRegion(QRectF(0.0, 0.0, *self.layout.size).toAlignedRect())
        return self._layers.regions.changed(before, after, marks)

    def empty(self) -> QPixmap:
        """Give the background; it is painted once."""
        return self._layers.empty()

    def get_ready(self, stage: Stage) -> None:
        """Make what the next frame needs: the way from a scene begins at once."""
        _ = self._layers
        if stage.scene is not None:
            self._picture(stage, stage.scene)

    @cached_property
    def _layers(self) -> Layers:
        """What paints the actors: a scene that covers them needs none of it."""
        from sidecar_viz.paint.draw.layers import Layers  # noqa: PLC0415 - 4 ms

        return Layers(self.brush, self.layout, self._background)
