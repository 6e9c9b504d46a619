"""Reads pens and brushes as plain values."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QLinearGradient,
    QPen,
    QTransform,
)

from sidecar_viz.export.page.ops import UNITS, Colour, Gradient, Ink

CAPS = {
    Qt.PenCapStyle.FlatCap: "butt",
    Qt.PenCapStyle.SquareCap: "square",
    Qt.PenCapStyle.RoundCap: "round",
}
JOINTS = {
    Qt.PenJoinStyle.MiterJoin: "miter",
    Qt.PenJoinStyle.SvgMiterJoin: "miter",
    Qt.PenJoinStyle.BevelJoin: "bevel",
    Qt.PenJoinStyle.RoundJoin: "round",
}


class Pens:
    """Reads pens; *width* is that of the last one, in pixels."""

    def __init__(self) -> None:
        """Begin with Qt's own pen."""
        self.width = 1.0

    def form_of(self, pen: QPen, scale: float) -> tuple[object, ...]:
        """Return a line's width, cap, joint and dashes, *scale* times as large.

        Width and dashes are in UNITS; a pen without a width is a pixel wide.
        """
        wide = pen.widthF()
        self.width = (wide or 1.0) * (1.0 if pen.isCosmetic() else scale)
        cap, joint = CAPS[pen.capStyle()], JOINTS[pen.joinStyle()]
        form = (round(self.width * UNITS), cap, joint)
        if pen.style() == Qt.PenStyle.SolidLine:
            return form
        dashes = [round(part * self.width * UNITS, 1) for part in pen.dashPattern()]
        return (*form, round(pen.dashOffset() * self.width * UNITS, 1), *dashes)


def colour_of(colour: QColor, opacity: float) -> Colour | None:
    """Return a colour as CSS writes it; None where nothing is seen of it."""
    alpha = round(colour.alphaF() * opacity * 255)
    if alpha <= 0:
        return None
    return colour.name() if alpha == 255 else f"{colour.name()}{alpha:02x}"


def shade_of(brush: QBrush, opacity: float, moved: QTransform) -> Ink:
    """Return what a brush fills with, at this *opacity*; None for nothing."""
    style = brush.style()
    if style == Qt.BrushStyle.NoBrush:
        return None
    if style == Qt.BrushStyle.SolidPattern:
        return colour_of(brush.color(), opacity)
    return gradient_of(brush.gradient(), opacity, moved)


def gradient_of(fall: QGradient, opacity: float, moved: QTransform) -> Gradient:
    """Return a linear gradient with its points *moved* to where they are seen.

    Raises:
        TypeError: it is not linear; the program paints no other.
    """
    if not isinstance(fall, QLinearGradient):
        raise TypeError(f"a page has linear gradients only, not {fall!r}")
    begin, end = moved.map(fall.start()), moved.map(fall.finalStop())
    return Gradient(
        (round(begin.x() * UNITS), round(begin.y() * UNITS)),
        (round(end.x() * UNITS), round(end.y() * UNITS)),
        tuple(
            (round(at, 3), colour_of(colour, opacity) or f"{colour.name()}00")
            for at, colour in fall.stops()
        ),
    )
