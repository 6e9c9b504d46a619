"""Takes down what a painter draws: every path and every text, as plain values.

Qt gives an engine all that is painted on its device, one call for each path and text.
What it is drawn with, the state, comes before it whenever it has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRegion,
    QTextItem,
    QTransform,
)

from sidecar_viz.export.page.ops import UNITS, Gradient, Ink, Inks, Op
from sidecar_viz.export.page.paths import placed_path, written_path
from sidecar_viz.export.page.strokes import Pens, shade_of

DPI = 96
MANY = 60  # points from which on they are the ground's dots

Flag = QPaintEngine.DirtyFlag
# As plain numbers: Qt's own flags take longer to compare than to paint with.
TRANSFORM, OPACITY, MIXING = (
    flag.value
    for flag in (Flag.DirtyTransform, Flag.DirtyOpacity, Flag.DirtyCompositionMode)
)
CLIP_ON, CLIP_PATH, CLIP_REGION = (
    flag.value
    for flag in (Flag.DirtyClipEnabled, Flag.DirtyClipPath, Flag.DirtyClipRegion)
)
CLIP = CLIP_ON | CLIP_PATH | CLIP_REGION
INKS = Flag.DirtyPen.value | Flag.DirtyBrush.value | OPACITY | TRANSFORM


class NotRecordedError(Exception):
    """Something was painted that a page cannot draw: a picture, or a mixing of it."""


class Engine(QPaintEngine):
    """Takes down what is painted, in order, into *ops*.

    Attributes:
        colours_only: whether nothing but kinds and colours are taken down.
    """

    def __init__(self) -> None:
        """Take nothing down yet."""
        self.colours_only = False
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.ops: list[Op] = []
        self._pens = Pens()
        self._moved = QTransform()
        self._opacity = 1.0
        self._clip: tuple[str, ...] = ()
        self._fill: Ink = None
        self._stroke: Ink = None
        self._line: tuple[object, ...] = ()
        self._written: Ink = None

    def begin(self, _: QPaintDevice) -> bool:
        """Start with a new painter's state."""
        self._moved, self._opacity, self._clip = QTransform(), 1.0, ()
        return True

    def end(self) -> bool:
        """Let Qt end the painter."""
        return True

    def type(self) -> QPaintEngine.Type:
        """Be none of Qt's own engines."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Take over what has changed of the painter's state."""
        dirty = state.state().value
        if dirty & TRANSFORM:
            self._moved = state.transform()
        if dirty & CLIP:
            self._take_clip(state, dirty)
        if dirty & OPACITY:
            self._opacity = state.opacity()
        if dirty & MIXING:
            self._refuse_mixing(state)
        if dirty & INKS:
            self._take_inks(state)

    def _take_inks(self, state: QPaintEngineState) -> None:
        pen, brush, moved = state.pen(), state.brush(), self._moved
        self._fill = shade_of(brush, self._opacity, moved)
        self._stroke = None
        if pen.style() != Qt.PenStyle.NoPen:
            self._stroke = shade_of(pen.brush(), self._opacity, moved)
            self._line = self._pens.form_of(pen, scale_of(moved))

    def _take_clip(self, state: QPaintEngineState, dirty: int) -> None:
        operation = state.clipOperation()
        if dirty & CLIP_ON and not state.isClipEnabled():
            self._clip = ()
            return
        if operation == Qt.ClipOperation.NoClip:
            self._clip = ()
            return
        if dirty & CLIP_PATH:
            path = state.clipPath()
        elif dirty & CLIP_REGION:
            path = QPainterPath()
            path.addRegion(QRegion(state.clipRegion()))
        else:
            return
        written = written_path(self._moved.map(path))
        whole = operation == Qt.ClipOperation.ReplaceClip
        self._clip = (written,) if whole else (*self._clip, written)

    def _refuse_mixing(self, state: QPaintEngineState) -> None:
        mode = state.compositionMode()
        if mode != QPainter.CompositionMode.CompositionMode_SourceOver:
            raise NotRecordedError(f"a page cannot mix colours by {mode.name}")

    def drawPath(self, path: QPainterPath) -> None:
        """Take a path down."""
        self._add(path, self._fill, self._stroke)

    def drawPolygon(
        self, points: Iterable[QPointF], mode: QPaintEngine.PolygonDrawMode
    ) -> None:
        """Take a polygon down, or a line of many corners."""
        path = QPainterPath()
        path.addPolygon(QPolygonF(list(points)))
        if mode == QPaintEngine.PolygonDrawMode.PolylineMode:
            self._add(path, None, self._stroke)
            return
        path.closeSubpath()
        if mode == QPaintEngine.PolygonDrawMode.WindingMode:
            path.setFillRule(Qt.FillRule.WindingFill)
        self._add(path, self._fill, self._stroke)

    def drawLines(self, lines: Iterable[QLineF]) -> None:
        """Take lines down, as one path each: where they cross, they add up."""
        for line in lines:
            path = QPainterPath(line.p1())
            path.lineTo(line.p2())
            self._add(path, None, self._stroke)

    def drawRects(self, rects: Iterable[QRectF]) -> None:
        """Take rectangles down."""
        for rect in rects:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self._add(path, self._fill, self._stroke)

    def drawEllipse(self, rect: QRectF | QRect) -> None:
        """Take an ellipse down."""
        path = QPainterPath()
        path.addEllipse(QRectF(rect))
        self._add(path, self._fill, self._stroke)

    def drawPoints(self, points: Iterable[QPointF]) -> None:
        """Take points down: each is a round spot; very many are the ground's dots."""
        wide = float(self._pens.width)
        points = list(points)
        if len(points) >= MANY:
            self._add_dots(points, wide)
            return
        for point in points:
            path = QPainterPath()
            path.addEllipse(point, wide / 2, wide / 2)
            self._add(path, self._stroke, None)

    def _add_dots(self, points: Sequence[QPointF], wide: float) -> None:
        """Take a grid of dots down as its first dot, its steps and its sides."""
        across = sorted({point.x() for point in points})
        down = sorted({point.y() for point in points})
        if len(across) * len(down) != len(points):
            raise NotRecordedError("a page can draw dots in a grid only")
        grid = (across[1] - across[0], down[1] - down[0], wide / 2)
        shape = (*map(units, grid), len(across), len(down))
        x, y = units(across[0]), units(down[0])
        self.ops.append(Op("dots", shape, x, y, (), self._clip, Inks(self._stroke)))

    def _add(self, path: QPainterPath, fill: Ink, stroke: Ink) -> None:
        if fill is None and stroke is None:
            return
        if self.colours_only:
            x, y = self._begun(path) if _falls(fill, stroke) else (0, 0)
            inks = Inks(_as_seen_from(fill, x, y), _as_seen_from(stroke, x, y))
            self.ops.append(Op("path", (), inks=inks))
            return
        moved = path if self._moved.isIdentity() else self._moved.map(path)
        shape, x, y = placed_path(moved)
        form = self._line if stroke is not None else ()
        if fill is not None and path.fillRule() == Qt.FillRule.WindingFill:
            form = (*form, "winding") if form else ("winding",)
        inks = Inks(_as_seen_from(fill, x, y), _as_seen_from(stroke, x, y))
        self.ops.append(Op("path", (shape,), x, y, form, self._clip, inks))

    def _begun(self, path: QPainterPath) -> tuple[int, int]:
        """Return where a path begins, in UNITS."""
        first = path.elementAt(0)
        place = self._moved.map(QPointF(first.x, first.y))
        return units(place.x()), units(place.y())

    def drawTextItem(
        self, at: QPointF | QPoint | QPainterPath.Element, item: QTextItem
    ) -> None:
        """Take a text down, by the left end of its base line."""
        text = item.text()
        if not text.strip():
            return
        if self.colours_only:
            self.ops.append(Op("text", (), inks=Inks(self._stroke)))
            return
        font, place = item.font(), self._moved.map(_point(at))
        # Qt draws letters as large as whole pixels; a transform makes them larger.
        high = int(font.pointSizeF() * DPI / 72.0 + 0.5) * scale_of(self._moved)
        turned = round(turn_of(self._moved), 4)
        leftward = bool(item.renderFlags() & QTextItem.RenderFlag.RightToLeft)
        form = (font.family(), int(font.weight()), round(high, 2), turned, leftward)
        where = (units(place.x()), units(place.y()))
        inks = Inks(self._stroke)
        self.ops.append(Op("text", (text,), *where, form, self._clip, inks))

    def drawPixmap(self, *_: object) -> None:
        """Refuse a picture: it would not stay sharp."""
        raise NotRecordedError("a page has no pictures made of pixels")

    def drawImage(self, *_: object) -> None:
        """Refuse an image, too."""
        raise NotRecordedError("a page has no pictures made of pixels")


def _point(at: QPointF | QPoint | QPainterPath.Element) -> QPointF:
    return at if isinstance(at, QPointF) else QPointF(at)  # type: ignore[arg-type]


def units(pixels: float) -> int:
    """Return a length in UNITS."""
    return round(pixels * UNITS)


def scale_of(moved: QTransform) -> float:
    """Return how many times as large a transform makes what it maps."""
    return float(abs(moved.determinant()) ** 0.5)


def turn_of(moved: QTransform) -> float:
    """Return by how much (radians, clockwise) a transform turns what it maps."""
    return atan2(moved.m12(), moved.m11())


def _falls(*inks: Ink) -> bool:
    """Return whether a colour runs into another one."""
    return any(isinstance(ink, Gradient) for ink in inks)


def _as_seen_from(ink: Ink, x: int, y: int) -> Ink:
    """Return an ink with its points counted from where a shape is."""
    if not isinstance(ink, Gradient):
        return ink
    (left, top), (right, bottom) = ink.begin, ink.end
    return Gradient((left - x, top - y), (right - x, bottom - y), ink.stops)
