"""The stage while presenting: it can be zoomed, drawn and pointed on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.present.tools import spots
from sidecar_viz.app.present.tools.glide import Glide
from sidecar_viz.app.present.tools.ink_lines import InkLines
from sidecar_viz.app.present.tools.lens import ZoomLens
from sidecar_viz.app.present.tools.overlay import Overlay
from sidecar_viz.app.present.tools.tool_hand import ToolHand
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.stage.picture import Lens
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.ink import Spot
from sidecar_viz.paint.layout.zoom import View, view_of
from sidecar_viz.paint.sizes.places import Layout, Size


class PresentedStage(QObject):
    """A stage with tools; with a model size it is a small copy of another stage.

    The copy lays everything out as the other does, so that both agree on where
    things stand, down to the pen's last point.

    Attributes:
        view: the widget, to which this belongs.
    """

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Make an empty stage on which these tools are seen, and work."""
        super().__init__()
        self._tools = tools
        self._lens = ZoomLens()
        self._lens.view = tools.view
        self.view = StageView(parent, lens=self._lens.laid_out, layer=self)
        self.setParent(self.view)
        self._hand = ToolHand(tools, self.view, self._spot_at)
        self._lines = InkLines()
        self._drawn = QRect()
        self._glide: Glide | None = None
        self._beside: StageView | None = None
        self.view.spot.moved.connect(self._point_at_actor)
        for changed in (tools.taken, tools.inked, tools.viewed):
            changed.connect(self._hold)
        tools.pointed.connect(self._point)
        tools.inked.connect(self._ink)
        tools.viewed.connect(self._look)
        tools.glided.connect(self._go_on)

    def copy(self, size: Size | None) -> None:
        """Be a copy of a stage of this size, or with None be itself."""
        if size != self._lens.model:
            self._lens.model = size
            self.view.picture.high = size[1] if size is not None else None
            self.view.refresh()

    @property
    def lens(self) -> Lens:
        """How the stage is laid out now, for one that shows the same part of it."""
        return self._lens.laid_out

    def lead(self, beside: StageView) -> None:
        """Let another stage, made with the lens, be seen from as near as this one."""
        self._beside = beside
        self._hold()

    def whole(self) -> Layout:
        """Lay all of the stage out, in the size that it is laid out for.

        Raises:
            LookupError: no lesson is shown.
        """
        return self.view.picture.lay_out(self._lens.whole)

    def view_of(self, actor_id: str) -> View:
        """Find the view that shows one actor as large as it can be."""
        return view_of(self.whole(), actor_id)

    def spot_of(self, actor_id: str) -> Spot:
        """Find the middle of an actor."""
        return spots.spot_of(self.whole(), actor_id)

    def actor_near(self, spot: Spot) -> str:
        """Find the id of the innermost actor at a place, "" for none."""
        return spots.actor_near(self.whole(), spot)

    def ring_round(self, actor_id: str) -> tuple[Spot, ...]:
        """Make the line round an actor that a hand would draw."""
        return spots.ring_round(self.whole(), actor_id)

    def overlay(self) -> Overlay:
        """Give what draws tools over the stage as it is seen now."""
        return Overlay((self.view.width(), self.view.height()), self._tools.seen)

    def cover(self, painter: QPainter, area: QRectF) -> bool:
        """Paint the way to another view in place of the stage, while there is one."""
        if self._glide is None:
            return False
        self._glide.draw(painter, area, self._tools.seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return True

    def draw(self, painter: QPainter) -> None:
        """Draw the ink, and the tool in hand where it points."""
        tools, overlay = self._tools, self.overlay()
        if tools.tool == "spotlight":
            overlay.draw_spotlight(painter, tools.spot)
        if strokes := tools.strokes:
            overlay.draw_ink(painter, strokes, self.view.picture.theme, self._lines)
        if tools.tool == "laser":
            overlay.draw_laser(painter, tools.spot)

    def _hold(self) -> None:
        """Hold the camera while a place on the stage means something by hand."""
        tools = self._tools
        by_hand = tools.tool or tools.strokes or not tools.view.whole
        self.view.hold_camera(held=bool(by_hand))
        if self._beside is not None:
            self._beside.hold_camera(held=bool(by_hand))

    def _spot_at(self, place: QPointF) -> Spot:
        return self.overlay().spot(place.x(), place.y())

    def _point_at_actor(self, actor_id: str) -> None:
        """Point where the keyboard is."""
        if actor_id:
            self._tools.point_at(self.spot_of(actor_id))

    def _point(self) -> None:
        """Paint only where the laser or the light was and is."""
        overlay, tool, spot = self.overlay(), self._tools.tool, self._tools.spot
        area = QRect()
        if tool == "laser":
            area = overlay.laser_area(spot)
        elif tool == "spotlight":
            area = overlay.light_area(spot)
        self.view.update(area.united(self._drawn))
        self._drawn = area

    def _ink(self) -> None:
        """Paint only where the line grows, or all when another line is seen."""
        stroke = self._tools.stroke
        if stroke is not None:
            self.view.update(self.overlay().ink_area(stroke, 3))
        else:
            self.view.update()

    def _look(self) -> None:
        """See another view: at once, or by gliding there."""
        picture, glide = self.view.picture, self._glide
        left, goal = glide.view if glide else self._lens.view, self._tools.view
        self._glide = None
        if not (self._tools.gliding and picture.ready and self.view.isVisible()):
            self._show(goal)
            return
        farther = goal.factor < left.factor
        if glide is None and not farther:
            glide = Glide(left, picture.still())
        self._show(goal)
        self._glide = Glide(goal, picture.still()) if farther else glide

    def _show(self, view: View) -> None:
        self._lens.view = view
        self.view.refresh()
        if self._beside is not None:
            self._beside.refresh()

    def _go_on(self) -> None:
        if not self._tools.gliding:
            self._glide = None
        self.view.update()
