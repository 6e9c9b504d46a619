"""Soft and dashed edges, painted once and cached at the screen's resolution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.dashes import DashedOutlines, Dashing, draw_dashed
from sidecar_viz.paint.brush.strips import Strips

LAYERS = 18
LEAST_SEEN = 0.5 / 255
"""The opacity below which a layer leaves every pixel as it is."""
MOST_KEPT = 24
HOLE = 0.72
"""The depth (radii) inside the shape from which an edge is left out, being hidden."""


class SoftEdge(Struct, frozen=True, gc=False):
    """The soft edge of a rounded rectangle.

    *spread* is how many pixels it reaches outward, *strength* (0..1) its opacity next
    to the rectangle, *drop* how many pixels it is moved down.
    """

    radius: float
    spread: float
    colour: str
    strength: float
    drop: float = 0.0

    @property
    def seen(self) -> float:
        """How many pixels it is seen outward: the last ones are too faint."""
        return self.spread * _seen_layers(self.strength)[0][0]


class Groups(Protocol):
    """A target that lays several things over the rest as if they were one."""

    def begin(self, painter: QPainter) -> None:
        """Draw all that follows together, until the end is said."""

    def end(
        self,
        painter: QPainter,
        opacity: float,
        again: Iterable[Rect] = (),
        over: float = 0.0,
    ) -> None:
        """Lay what was drawn together over the rest, at this *opacity* (0..1).

        Args:
            again: what of it is laid over once more, at the opacity *over*.
        """


class Target(Groups, Protocol):
    """A target of vectors that draws groups, and soft edges by itself."""

    def soft_edges(
        self,
        painter: QPainter,
        rect: Rect,
        edges: tuple[SoftEdge, ...],
        opacity: float,
    ) -> None:
        """Draw *edges* around a shape that will cover their middle."""


class Effects:
    """Paints soft and dashed edges, from cached pixmaps unless vectors are wanted."""

    def __init__(
        self,
        *,
        ratio: float = 1.0,
        vectors: bool = False,
        target: Target | None = None,
    ) -> None:
        """Paint for a device pixel *ratio*; *vectors* for SVG and PDF.

        Args:
            target: of vectors, if it draws groups and soft edges by itself.
        """
        self.ratio = ratio
        self.vectors = vectors
        self.target = target
        self._kept: dict[tuple[int, int, tuple[SoftEdge, ...]], Strips] = {}
        self._patches: dict[tuple[SoftEdge, ...], QPixmap] = {}
        self._outlines = DashedOutlines(ratio)

    def dashed_outline(self, painter: QPainter, rect: Rect, dashing: Dashing) -> None:
        """Paint the outline of a rounded rectangle in dashes."""
        if self.vectors or self.target is not None:
            draw_dashed(painter, rect, dashing)
        else:
            self._outlines.paint(painter, rect, dashing)

    def soft_edges(
        self,
        painter: QPainter,
        rect: Rect,
        edges: tuple[SoftEdge, ...],
        opacity: float,
    ) -> None:
        """Paint *edges* around a shape that will cover their middle.

        Args:
            opacity: 0..1, for fading them in and out; cheap to change.
        """
        edges = tuple(edge for edge in edges if edge.strength > 0.0)
        if not edges or opacity <= 0.0:
            return
        before = painter.opacity()
        if self.target is not None:
            self.target.soft_edges(painter, rect, edges, before * opacity)
            return
        painter.setOpacity(before * opacity)
        if self.vectors:
            painter.translate(rect.x, rect.y)
            for edge in edges:
                _paint_edge(painter, rect.width, rect.height, edge)
            painter.translate(-rect.x, -rect.y)
        else:
            self._paint_cached(painter, rect, edges)
        painter.setOpacity(before)

    def _paint_cached(
        self, painter: QPainter, rect: Rect, edges: tuple[SoftEdge, ...]
    ) -> None:
        """Copy what is cached around the middle, which will be covered."""
        key = (round(rect.width), round(rect.height), edges)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            deep = _reach(edges) + int(HOLE * edges[0].radius)
            deep = ceil(deep * self.ratio)
            self._kept[key] = Strips(self._made(*key), deep, self.ratio)
        left, top = rect.x - _reach(edges), rect.y - _reach(edges)
        self._kept[key].paint(
            painter, round(left * self.ratio), round(top * self.ratio)
        )

    def _made(self, width: int, height: int, edges: tuple[SoftEdge, ...]) -> QPixmap:
        """Paint a small patch and stretch it; in full size it takes far longer."""
        ratio, reach = self.ratio, _reach(edges)
        pixmap = QPixmap(
            int((width + 2 * reach) * ratio) + 1, int((height + 2 * reach) * ratio) + 1
        )
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        radius = max(edge.radius for edge in edges)
        corner = int((2 * reach + radius) * ratio) + 2
        side = 2 * corner + 1
        if side >= min(pixmap.width(), pixmap.height()):
            _paint_edges(pixmap, 1.0, width, height, edges)
            return pixmap
        _draw_out(self._patch(side, edges), corner, pixmap)
        return pixmap

    def _patch(self, side: int, edges: tuple[SoftEdge, ...]) -> QPixmap:
        """Paint the small patch, which is the same for shapes of all sizes."""
        if edges not in self._patches:
            if len(self._patches) >= MOST_KEPT:
                self._patches.pop(next(iter(self._patches)))
            patch = QPixmap(side, side)
            patch.fill(Qt.GlobalColor.transparent)
            inner = side / self.ratio - 2 * _reach(edges)
            _paint_edges(patch, self.ratio, inner, inner, edges)
            self._patches[edges] = patch
        return self._patches[edges]


def _reach(edges: tuple[SoftEdge, ...]) -> int:
    """Return how many whole pixels the edges are seen outward, with their drop."""
    return ceil(max(edge.seen + edge.drop for edge in edges))


def _layers(strength: float) -> Iterator[tuple[float, float]]:
    """Yield how far (0..1 of the spread) each layer reaches, and its opacity."""
    reached = 0.0
    for layer in range(LAYERS):
        part = (layer + 1) / LAYERS
        wanted = strength * part * part * part
        yield 1.0 - part, (wanted - reached) / (1.0 - reached)
        reached = wanted


@lru_cache(maxsize=64)
def _seen_layers(strength: float) -> tuple[tuple[float, float], ...]:
    """Return the layers of an edge that change a pixel, the widest first."""
    every = tuple(_layers(strength))
    return tuple(one for one in every if one[1] >= LEAST_SEEN) or every[-1:]


def _paint_edges(
    target: QPixmap,
    scale: float,
    width: float,
    height: float,
    edges: tuple[SoftEdge, ...],
) -> None:
    with QPainter(target) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(_reach(edges), _reach(edges))
        for edge in edges:
            _paint_edge(painter, width, height, edge)


def _paint_edge(painter: QPainter, width: float, height: float, edge: SoftEdge) -> None:
    """Paint rounded rectangles over each other so that they add up to a soft edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    for part, alpha in _seen_layers(edge.strength):
        out = edge.spread * part
        made = QColor(edge.colour)
        made.setAlphaF(max(0.0, min(1.0, alpha)))
        painter.setBrush(made)
        painter.drawRoundedRect(
            QRectF(-out, edge.drop - out, width + 2 * out, height + 2 * out),
            edge.radius + out,
            edge.radius + out,
        )


def _draw_out(patch: QPixmap, corner: int, target: QPixmap) -> None:
    """Fill *target* from a small *patch*: corners as they are, the rest stretched."""
    ratio = target.devicePixelRatio()
    target.setDevicePixelRatio(1.0)
    with QPainter(target) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for x, width, from_x, wide in _tracks(corner, target.width()):
            for y, height, from_y, high in _tracks(corner, target.height()):
                painter.drawPixmap(
                    QRect(x, y, width, height), patch, QRect(from_x, from_y, wide, high)
                )
    target.setDevicePixelRatio(ratio)


def _tracks(corner: int, whole: int) -> tuple[tuple[int, int, int, int], ...]:
    """Return three tracks, each by start and size in the target and in the patch."""
    return (
        (0, corner, 0, corner),
        (corner, whole - 2 * corner, corner, 1),
        (whole - corner, corner, corner + 1, corner),
    )
