"""The stage while presenting: it can be zoomed, drawn and pointed on."""

from __future__ import annotations

from math import copysign, cos, pi, sin, sqrt
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.present.tools.glide import Glide
from sidecar_viz.app.present.tools.overlay import Overlay
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.zoom import View, scaled, seen, view_of

if TYPE_CHECKING:
    from sidecar_viz.core.ink import Spot
    from sidecar_viz.core.lesson import Lesson
    from sidecar_viz.core.stage import Stage
    from sidecar_viz.paint.draw.stage_painter import StagePainter
    from sidecar_viz.paint.sizes.places import Layout, Size

RING_POINTS = 40


class PresentedStage(StageView):
    """A stage with tools; with a model size it is a small copy of another stage.

    The copy lays everything out as the other does, so that both agree on where
    things stand, down to the pen's last point.

    Signals:
        painted: something of it was painted.
    """

    painted = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._model: Size | None = None
        self._base: tuple[object, Layout] | None = None
        self._drawn: QRect = QRect()
        self._framed: View = tools.view
        self._glide: Glide | None = None
        self.ring = True
        tools.pointed.connect(self._point)
        tools.taken.connect(self._take)
        tools.inked.connect(self._ink)
        tools.viewed.connect(self._look)
        tools.glided.connect(self._go_on)
        self._take(tools.tool)

    def copy(self, size: Size | None) -> None:
        """Be a copy of a stage of this size, or with None be itself."""
        if size != self._model:
            self._model = size
            self._forget()

    def view_of(self, actor_id: str) -> View:
        """The view that shows one actor."""
        return view_of(self.whole(), actor_id)

    def in_focus(self) -> tuple[str, ...]:
        """The actors that the step is about."""
        states = self._stage.actors if self._stage else ()
        return tuple(state.id for state in states if state.focus > 0.0)

    def spot_of(self, actor_id: str) -> Spot:
        """The middle of an actor."""
        layout = self.whole()
        x, y = layout.places[actor_id].box.centre
        return (x / layout.size[0], y / layout.size[1])

    def actor_near(self, spot: Spot) -> str:
        """The innermost actor at a place, that is not the frame round others."""
        layout = self.whole()
        return layout.actor_at(spot[0] * layout.size[0], spot[1] * layout.size[1])

    def ring_round(self, actor_id: str) -> tuple[Spot, ...]:
        """A line round an actor, as a hand would draw it."""
        layout = self.whole()
        place = layout.places[actor_id]
        box = place.box.united(place.body).inset(-layout.em * 0.8)
        x, y = box.centre
        around = [2 * pi * number / RING_POINTS for number in range(RING_POINTS + 1)]
        return tuple(
            (
                (x + _squared(cos(turn)) * box.width / 2) / layout.size[0],
                (y + _squared(sin(turn)) * box.height / 2) / layout.size[1],
            )
            for turn in around
        )

    def whole(self) -> Layout:
        """The stage unzoomed, in the size that it is laid out for."""
        lesson, size = self._lesson, self._model or (self.width(), self.height())
        key = (lesson, size, self._text_scale)
        if self._base is None or self._base[0] != key:
            if lesson is None:
                raise LookupError("no lesson is shown")
            wide, high = max(1.0, float(size[0])), max(1.0, float(size[1]))
            self._base = (key, laid_out(lesson, (wide, high), self._text_scale))
        return self._base[1]

    def _laid_out(self, _lesson: Lesson) -> Layout:
        self._framed = self._tools.view
        layout = seen(self.whole(), self._framed)
        if self._model is None:
            return layout
        return scaled(layout, (float(max(1, self.width())), float(self.height())))

    def _overlay(self) -> Overlay:
        return Overlay((self.width(), self.height()), self._tools.seen)

    def _look(self) -> None:
        """See another view: at once, or by gliding there."""
        glide, self._glide = self._glide, None
        left, goal = glide.view if glide else self._framed, self._tools.view
        ready = self._painter is not None and self._stage is not None
        if not (self._tools.gliding and ready and self.isVisible()):
            self._forget()
            return
        farther = goal.factor < left.factor
        if glide is None and not farther:
            glide = Glide(left, self._pictured())
        self._forget()
        self._glide = Glide(goal, self._pictured()) if farther else glide

    def _go_on(self) -> None:
        if not self._tools.gliding:
            self._glide = None
        self.update()

    def _pictured(self) -> QPixmap:
        """All of the stage as it stands, in the view that it is laid out for."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._prepared().paint(painter, cast("Stage", self._stage))
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that changed, or the way to another view."""
        if self._glide is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        self._glide.draw(painter, QRectF(self.rect()), self._tools.seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter, self._prepared())
        painter.end()

    def _take(self, tool: str) -> None:
        shape = Qt.CursorShape
        cursors = {"laser": shape.BlankCursor, "pen": shape.CrossCursor}
        self.setCursor(cursors.get(tool, shape.ArrowCursor))
        self.update()

    def _point(self) -> None:
        """Paint only where the laser or the light was and is."""
        overlay, tool, spot = self._overlay(), self._tools.tool, self._tools.spot
        area = QRect()
        if tool == "laser":
            area = overlay.laser_area(spot)
        elif tool == "spotlight":
            area = overlay.light_area(spot)
        self.update(area.united(self._drawn))
        self._drawn = area

    def _ink(self) -> None:
        stroke = self._tools.stroke
        if stroke is not None:
            self.update(self._overlay().ink_area(stroke, 3))
        else:
            self.update()

    def _paint_over(self, painter: QPainter, frame: StagePainter) -> None:
        tools, overlay = self._tools, self._overlay()
        if tools.tool == "spotlight":
            overlay.draw_spotlight(painter, tools.spot)
        if strokes := tools.strokes:
            overlay.draw_ink(painter, strokes, self._theme)
        if tools.tool == "laser":
            overlay.draw_laser(painter, tools.spot)
        if self.ring:
            super()._paint_over(painter, frame)
        self.painted.emit()

    def _point_at(self, actor_id: str) -> None:
        if not self._tools.tool:
            super()._point_at(actor_id)

    def _set_hot(self, actor_id: str) -> None:
        super()._set_hot(actor_id)
        if actor_id:
            self._tools.point_at(self.spot_of(actor_id))

    def _spot(self, place: QPointF) -> Spot:
        return self._overlay().spot(place.x(), place.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point, light or draw."""
        super().mouseMoveEvent(event)
        self._tools.point_at(self._spot(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the pen down."""
        if self._tools.tool == "pen" and event.button() == Qt.MouseButton.LeftButton:
            self._tools.pen_down(self._spot(event.position()))
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if self._tools.stroke is not None:
            self._tools.pen_up()
            return
        super().mouseReleaseEvent(event)


def _squared(value: float) -> float:
    """Between a circle and a rectangle: rings that leave the corners free."""
    return copysign(sqrt(abs(value)), value)
