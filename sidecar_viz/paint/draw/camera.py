"""The camera: paints a stage from as near as its shot says."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.draw.marked import UNMARKED, Marked
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.shots import shot_view
from sidecar_viz.paint.layout.zoom import WHOLE, View, seen
from sidecar_viz.paint.sizes.places import Layout

LARGE = 2500.0
"""The width (device pixels) from which on the camera cuts: moving would be too slow."""
LEAST_HIGH = 600
"""The height (pixels) of a stage that is worth a camera."""
HALFWAY = 0.5


class Camera:
    """Paints stages of one layout: whole, in their shot, or on the way between.

    Whole and in the shot everything is sharp; on the way, what is kept of the whole
    stage is drawn larger.

    Attributes:
        whole: what paints the whole stage.
        held: whether it stays with the whole stage.
    """

    def __init__(
        self, layout: Layout, theme: Theme, ratio: float, *, held: bool = False
    ) -> None:
        """Prepare to paint; nothing is painted before it is needed."""
        self.whole = StagePainter(layout, theme, ratio)
        self.held = held
        self._cuts = layout.size[0] * ratio >= LARGE
        self._near: tuple[View, StagePainter] | None = None
        self._known: tuple[Layout, frozenset[str], View] | None = None
        self._frame: QPixmap | None = None

    def never_cut(self) -> None:
        """Go all the way at any size: nobody waits for the frames."""
        self._cuts = False

    def painter(self, stage: Stage | None) -> StagePainter:
        """Give what paints this stage, or what it is nearest to on the way."""
        near = stage is not None and self._nearness(stage) >= HALFWAY
        if stage is None or not near:
            used = self.whole
        else:
            used = self._painter_near(self._view(stage))
        if stage is not None:
            used.follow(stage)
        return used

    def paint(self, painter: QPainter, stage: Stage, marked: Marked = UNMARKED) -> None:
        """Paint the stage; only what the painter's clip lets through costs time."""
        near = self._nearness(stage)
        if stage.shot is None:
            self._near = self._frame = None
        if near <= 0.0 or near >= 1.0:
            used = self.painter(stage)
            used.paint(painter, stage, marked)
            if near:
                _pin_tabs(painter, used, stage, WHOLE)
            return
        view = WHOLE.toward(self._view(stage), near)
        frame = self._frame or _like(self.whole.empty())
        self._frame = frame
        with QPainter(frame) as inside:
            self.whole.paint(inside, stage, marked)
            _pin_tabs(inside, self.whole, stage, view)
        self._draw_as_seen(painter, frame, view)

    def changed(
        self, before: Stage, after: Stage, marks: Iterable[str] = ()
    ) -> QRegion:
        """What must be painted anew between two stages.

        Args:
            marks: ids of actors and links whose mark has come or gone.
        """
        near = self._nearness(after)
        if self._nearness(before) != near or 0.0 < near < 1.0:
            wide, high = self.whole.layout.size
            return QRegion(QRect(0, 0, int(wide) + 1, int(high) + 1))
        return self.painter(after).changed(before, after, marks)

    def _nearness(self, stage: Stage) -> float:
        """Return how near (0..1) the camera is to the stage's shot."""
        if self.held or stage.shot is None or stage.shot.near <= 0.0:
            return 0.0
        if self._view(stage).whole:
            return 0.0
        if self._cuts:
            return 1.0 if stage.shot.near >= HALFWAY else 0.0
        return stage.shot.near

    def _view(self, stage: Stage) -> View:
        """Give the view of the stage's shot, worked out once for each layout."""
        if stage.shot is None:
            return WHOLE
        layout, framed = self.whole.base.at(stage), stage.shot.framed
        known = self._known
        if known is None or known[0] is not layout or known[1] != framed:
            known = (layout, framed, shot_view(layout, stage.shot))
            self._known = known
        return known[2]

    def _painter_near(self, view: View) -> StagePainter:
        if self._near is None or self._near[0] != view:
            whole = self.whole
            layout, ground = seen(whole.base, view), self._ground_near(view)
            made = StagePainter(layout, whole.brush.theme, whole.ratio, ground)
            self._near = (view, made)
        return self._near[1]

    def _ground_near(self, view: View) -> QPixmap:
        """Make the empty stage larger as well: its dots come nearer with the rest."""
        ground = self.whole.empty()
        larger = _like(ground)
        with QPainter(larger) as painter:
            self._draw_as_seen(painter, ground, view)
        return larger

    def _draw_as_seen(self, painter: QPainter, picture: QPixmap, view: View) -> None:
        """Fill the stage with the part of a picture of it that this view shows."""
        part = view.within(WHOLE)
        wide, high = picture.width(), picture.height()
        source = QRectF(
            part.x * wide, part.y * high, part.width * wide, part.height * high
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(0.0, 0.0, *self.whole.layout.size), picture, source)


def _pin_tabs(painter: QPainter, used: StagePainter, stage: Stage, view: View) -> None:
    # No start is in a shot that is near.
    from sidecar_viz.paint.draw.pinned import draw_pinned_tabs  # noqa: PLC0415

    draw_pinned_tabs(painter, used.brush, used.layout, stage, view)


def _like(picture: QPixmap) -> QPixmap:
    """Make a picture of the same size, to be filled."""
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    made.fill(Qt.GlobalColor.black)
    return made
