"""What a painter paints on to be recorded; draws groups and soft edges by itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPaintDevice, QPainter

from sidecar_viz.core.geometry import Rect
from sidecar_viz.export.page.engine import DPI, Engine, units
from sidecar_viz.export.page.ops import UNITS, Inks, Op
from sidecar_viz.paint.brush.brush import qrect
from sidecar_viz.paint.brush.effects import SoftEdge

Metric = QPaintDevice.PaintDeviceMetric


class Recorder(QPaintDevice):
    """What a painter paints on to be recorded; it draws groups and soft edges, too."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Be as large as *size* pixels."""
        super().__init__()
        self._engine = Engine()
        wide, high = size
        self._metrics = {
            Metric.PdmWidth: wide,
            Metric.PdmHeight: high,
            Metric.PdmWidthMM: round(wide * 25.4 / DPI),
            Metric.PdmHeightMM: round(high * 25.4 / DPI),
            Metric.PdmDpiX: DPI,
            Metric.PdmDpiY: DPI,
            Metric.PdmPhysicalDpiX: DPI,
            Metric.PdmPhysicalDpiY: DPI,
            Metric.PdmDepth: 32,
            Metric.PdmNumColors: 2**31 - 1,
            Metric.PdmDevicePixelRatio: 1,
            Metric.PdmDevicePixelRatioScaled: 65536,
        }

    def taken(self) -> tuple[Op, ...]:
        """Take out what was painted since."""
        ops = tuple(self._engine.ops)
        self._engine.ops.clear()
        return ops

    @property
    def colours_only(self) -> bool:
        """Whether nothing but kinds and colours are recorded."""
        return self._engine.colours_only

    @colours_only.setter
    def colours_only(self, only: bool) -> None:
        self._engine.colours_only = only

    def paintEngine(self) -> Engine:
        """Give Qt the engine."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Answer as a screen of 96 dots an inch would."""
        return self._metrics.get(metric, 0)

    def soft_edges(
        self,
        painter: QPainter,
        rect: Rect,
        edges: tuple[SoftEdge, ...],
        opacity: float,
    ) -> None:
        """Record soft edges as one operation."""
        box = painter.transform().mapRect(qrect(rect))
        numbers = [(edge.radius, edge.spread, edge.drop) for edge in edges]
        form = tuple(tuple(map(units, three)) for three in numbers)
        shape = (round(box.width()), round(box.height()), round(opacity, 3))
        colours = tuple(
            f"{edge.colour}{round(edge.strength * 255):02x}" for edge in edges
        )
        where = (round(box.x()) * UNITS, round(box.y()) * UNITS)
        inks = Inks(edges=colours)
        self._engine.ops.append(Op("soft", shape, *where, form, (), inks))

    def begin(self, _: QPainter) -> None:
        """Record that what follows is drawn together."""
        self._engine.ops.append(Op("begin", ()))

    def end(
        self,
        _: QPainter,
        opacity: float,
        again: Iterable[Rect] = (),
        over: float = 0.0,
    ) -> None:
        """Record how what was drawn together is laid over the rest."""
        sides = ((box.x, box.y, box.width, box.height) for box in again)
        boxes = tuple(sorted(tuple(map(units, four)) for four in sides))
        form = (round(opacity, 3), round(over, 3))
        self._engine.ops.append(Op("end", boxes, form=form))
