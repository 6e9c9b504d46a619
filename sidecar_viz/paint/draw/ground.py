"""What lies behind all of a stage, and the scene that lies over all of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPixmap

from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, pen, soften
from sidecar_viz.paint.scenes.scene import draw_scene
from sidecar_viz.paint.sizes.places import Size

DOT_EVERY = 1.5


def paint_scene(painter: QPainter, brush: Brush, stage: Stage, size: Size) -> None:
    """Paint the stage's scene, if it has one, in place of all else."""
    soften(painter)
    paint_background(painter, brush, QRectF(0, 0, *size))
    if stage.scene is not None:
        draw_scene(painter, brush.theme, stage.scene, size, brush.em)


def scene_picture(brush: Brush, stage: Stage, size: Size) -> QPixmap:
    """Make a picture of the stage's scene, to be kept while it gives way."""
    ratio = brush.effects.ratio
    made = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.black)
    with QPainter(made) as painter:
        paint_scene(painter, brush, stage, size)
    return made


def paint_background(painter: QPainter, brush: Brush, area: QRectF) -> None:
    """Paint the empty stage: a soft fall of light and a grid of dots."""
    theme = brush.theme
    fall = QLinearGradient(area.topLeft(), area.bottomLeft())
    fall.setColorAt(0.0, theme.stage)
    fall.setColorAt(1.0, theme.stage_edge)
    painter.fillRect(area, fall)
    _paint_dots(painter, brush, area)


def _paint_dots(painter: QPainter, brush: Brush, area: QRectF) -> None:
    """Paint a grid of dots: one dot kept as a tile, unless vectors are wanted."""
    step = max(8, round(DOT_EVERY * brush.em))
    dot = pen(brush.theme.grid, max(1.0, brush.em * 0.12))
    if brush.effects.vectors:
        painter.setPen(dot)
        across, down = int(area.width() / step) + 1, int(area.height() / step) + 1
        spots = [(x + 0.5, y + 0.5) for x in range(across) for y in range(down)]
        painter.drawPoints(
            [QPointF(area.x() + x * step, area.y() + y * step) for x, y in spots]
        )
        return
    ratio = brush.effects.ratio
    tile = QPixmap(round(step * ratio), round(step * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as inside:
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside.setPen(dot)
        inside.drawPoint(QPointF(step / 2, step / 2))
    painter.drawTiledPixmap(area, tile)
