"""Icons as paths: the bundled fonts have no signs for play, pause or close."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sidecar_viz.paint.brush.theme import Theme

# Drawn in a square of 24; filled parts first, then strokes.
Strokes = tuple[tuple[tuple[float, float], ...], ...]


def _play(path: QPainterPath) -> Strokes:
    path.moveTo(8.5, 5.5)
    path.lineTo(18.5, 12.0)
    path.lineTo(8.5, 18.5)
    path.closeSubpath()
    return ()


def _pause(path: QPainterPath) -> Strokes:
    path.addRoundedRect(QRectF(7.0, 5.5, 3.6, 13.0), 1.0, 1.0)
    path.addRoundedRect(QRectF(13.4, 5.5, 3.6, 13.0), 1.0, 1.0)
    return ()


def _next(_path: QPainterPath) -> Strokes:
    return (((9.5, 6.0), (15.5, 12.0), (9.5, 18.0)),)


def _back(_path: QPainterPath) -> Strokes:
    return (((14.5, 6.0), (8.5, 12.0), (14.5, 18.0)),)


def _last(_path: QPainterPath) -> Strokes:
    return (((7.0, 6.0), (13.0, 12.0), (7.0, 18.0)), ((17.0, 6.0), (17.0, 18.0)))


def _first(_path: QPainterPath) -> Strokes:
    return (((17.0, 6.0), (11.0, 12.0), (17.0, 18.0)), ((7.0, 6.0), (7.0, 18.0)))


def _cross(_path: QPainterPath) -> Strokes:
    return (((6.5, 6.5), (17.5, 17.5)), ((17.5, 6.5), (6.5, 17.5)))


def _check(_path: QPainterPath) -> Strokes:
    return (((5.5, 12.5), (10.0, 17.0), (18.5, 7.5)),)


def _down(_path: QPainterPath) -> Strokes:
    return (((7.0, 9.5), (12.0, 14.5), (17.0, 9.5)),)


ICONS: dict[str, Callable[[QPainterPath], Strokes]] = {
    "play": _play,
    "pause": _pause,
    "next": _next,
    "back": _back,
    "last": _last,
    "first": _first,
    "cross": _cross,
    "check": _check,
    "down": _down,
}


def draw_icon(
    painter: QPainter, name: str, box: QRectF, colour: QColor | str, weight: float = 2.2
) -> None:
    """Draw an icon into the *box* (as large as its shorter side allows)."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = box.center()
    painter.translate(centre.x() - side / 2, centre.y() - side / 2)
    painter.scale(side / 24, side / 24)
    fills = QPainterPath()
    strokes = ICONS[name](fills)
    pen = QPen(QColor(colour), weight)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        painter.drawPolyline([QPointF(x, y) for x, y in stroke])
    if not fills.isEmpty():
        pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.setBrush(QColor(colour))
        painter.drawPath(fills)
    painter.restore()


def draw_mark(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw the program's mark: a frame with a main part and a smaller side part."""
    blue, amber = theme.hue("blue"), theme.hue("amber")
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(side / 32, side / 32)
    painter.setPen(QPen(QColor(blue.line), 2.6))
    painter.setBrush(QColor(blue.soft))
    painter.drawRoundedRect(QRectF(1.5, 1.5, 29, 29), 8, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(blue.line))
    painter.drawRoundedRect(QRectF(7.5, 8.5, 8, 15), 2.4, 2.4)
    painter.setBrush(QColor(amber.line))
    painter.drawRoundedRect(QRectF(18, 12, 6.5, 11.5), 2.2, 2.2)
    painter.restore()
