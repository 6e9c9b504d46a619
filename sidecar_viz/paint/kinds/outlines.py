"""The silhouettes of tiles, which distinguish a queue from a file at a glance."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from sidecar_viz.paint.kinds.kinds import Form

RADIUS = 1.25
SMALL_RADIUS = 0.35
POINT = 1.5
"""The reach (em) of a hexagon's points."""
FOLD = 1.35
STRIP = 1.35
STAND = 1.2
BEHIND = 0.45
"""The offset (em) of each sheet of a stack."""

Draw = Callable[[QRectF, float], QPainterPath]


def silhouette(form: Form, area: QRectF, em: float) -> QPainterPath:
    """Return the closed outline of a tile in *area*; rounded for other forms."""
    return SILHOUETTES.get(form, _tile)(area, em)


def details(form: Form, area: QRectF, em: float) -> QPainterPath:
    """Return the lines inside and next to the outline; empty for most forms."""
    return DETAILS[form](area, em) if form in DETAILS else QPainterPath()


def sheets_behind(area: QRectF, em: float) -> QPainterPath:
    """Return the further sheets of a stack, whole, to be filled."""
    path = QPainterPath()
    for number in (2, 1):
        out, back = BEHIND * em * number, BEHIND * em * (2 - number)
        path.addRoundedRect(area.adjusted(out, back, -back, -out), 0.8 * em, 0.8 * em)
    return path


def _tile(area: QRectF, em: float) -> QPainterPath:
    return _rounded(area, RADIUS * em)


def _box(area: QRectF, em: float) -> QPainterPath:
    return _rounded(area, SMALL_RADIUS * em)


def _rounded(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path


def _screen(area: QRectF, em: float) -> QPainterPath:
    return _rounded(area.adjusted(0, 0, 0, -STAND * em), 0.8 * em)


def _stand(area: QRectF, em: float) -> QPainterPath:
    """Return the foot of a screen: a short neck on a wide base."""
    x, low = area.center().x(), area.bottom()
    path = QPainterPath(QPointF(x, low - STAND * em))
    path.lineTo(x, low)
    path.moveTo(x - 1.9 * em, low)
    path.lineTo(x + 1.9 * em, low)
    return path


def _hexagon(area: QRectF, em: float) -> QPainterPath:
    point, middle = POINT * em, area.center().y()
    path = QPainterPath(QPointF(area.left(), middle))
    path.lineTo(area.left() + point, area.top())
    path.lineTo(area.right() - point, area.top())
    path.lineTo(area.right(), middle)
    path.lineTo(area.right() - point, area.bottom())
    path.lineTo(area.left() + point, area.bottom())
    path.closeSubpath()
    return path


def _pipe(area: QRectF, em: float) -> QPainterPath:
    """Return a cylinder on its side, with its mouth to the right."""
    half = _mouth(em)
    path = QPainterPath(QPointF(area.right() - half, area.top()))
    path.lineTo(area.left() + half, area.top())
    left = QRectF(area.left(), area.top(), 2 * half, area.height())
    path.arcTo(left, 90, 180)
    path.lineTo(area.right() - half, area.bottom())
    right = QRectF(area.right() - 2 * half, area.top(), 2 * half, area.height())
    path.arcTo(right, 270, 180)
    path.closeSubpath()
    return path


def _mouth_line(area: QRectF, em: float) -> QPainterPath:
    half = _mouth(em)
    right = QRectF(area.right() - 2 * half, area.top(), 2 * half, area.height())
    path = QPainterPath()
    path.arcMoveTo(right, 90)
    path.arcTo(right, 90, 180)
    return path


def _mouth(em: float) -> float:
    return 0.75 * em


def _page(area: QRectF, em: float) -> QPainterPath:
    fold, round_end = FOLD * em, SMALL_RADIUS * em
    path = QPainterPath(QPointF(area.left() + round_end, area.top()))
    path.lineTo(area.right() - fold, area.top())
    path.lineTo(area.right(), area.top() + fold)
    path.lineTo(area.right(), area.bottom() - round_end)
    path.quadTo(area.bottomRight(), QPointF(area.right() - round_end, area.bottom()))
    path.lineTo(area.left() + round_end, area.bottom())
    path.quadTo(area.bottomLeft(), QPointF(area.left(), area.bottom() - round_end))
    path.lineTo(area.left(), area.top() + round_end)
    path.quadTo(area.topLeft(), QPointF(area.left() + round_end, area.top()))
    path.closeSubpath()
    return path


def _fold(area: QRectF, em: float) -> QPainterPath:
    fold = FOLD * em
    path = QPainterPath(QPointF(area.right() - fold, area.top()))
    path.lineTo(area.right() - fold, area.top() + fold)
    path.lineTo(area.right(), area.top() + fold)
    return path


def _window(area: QRectF, em: float) -> QPainterPath:
    return _rounded(area, 0.7 * em)


def _strip(area: QRectF, em: float) -> QPainterPath:
    """Return the title bar of a window, with its three buttons."""
    y = area.top() + STRIP * em
    path = QPainterPath(QPointF(area.left(), y))
    path.lineTo(area.right(), y)
    for number in range(3):
        x = area.left() + (0.95 + 0.85 * number) * em
        path.addEllipse(QPointF(x, area.top() + STRIP * em / 2), 0.2 * em, 0.2 * em)
    return path


def _capsule(area: QRectF, em: float) -> QPainterPath:
    return _rounded(area, min(area.height() / 2, 3.0 * em))


def _front(area: QRectF, em: float) -> QPainterPath:
    """Return the first sheet of a stack; the others stand out behind it."""
    by = 2 * BEHIND * em
    return _rounded(area.adjusted(0, by, -by, 0), 0.8 * em)


def _behind(area: QRectF, em: float) -> QPainterPath:
    """Return the visible edges, upper and right, of the two sheets behind the first."""
    path = QPainterPath()
    for number in (1, 2):
        out, back = BEHIND * em * number, BEHIND * em * (2 - number)
        left, top = area.left() + out, area.top() + back
        right, low = area.right() - back, area.bottom() - out
        radius = 0.8 * em
        path.moveTo(left, top + BEHIND * em)
        path.arcTo(QRectF(left, top, radius, radius), 180, -90)
        path.lineTo(right - radius, top)
        path.arcTo(QRectF(right - 2 * radius, top, 2 * radius, 2 * radius), 90, -90)
        path.lineTo(right, low - radius / 2)
        path.arcTo(QRectF(right - radius, low - radius, radius, radius), 0, -90)
    return path


def _rails(area: QRectF, em: float) -> QPainterPath:
    """Return the rails of a rack at both sides, each with a hole above and below."""
    path = QPainterPath()
    for x, side in ((area.left(), 1), (area.right(), -1)):
        rail = x + side * 1.15 * em
        path.moveTo(rail, area.top())
        path.lineTo(rail, area.bottom())
        for y in (area.top() + 0.9 * em, area.bottom() - 0.9 * em):
            path.addEllipse(QPointF(x + side * 0.58 * em, y), 0.2 * em, 0.2 * em)
    return path


def _inner(area: QRectF, em: float) -> QPainterPath:
    """Return a second line just inside: the rim of a display."""
    by = 0.42 * em
    return _rounded(area.adjusted(by, by, -by, -by), 0.45 * em)


def _display(area: QRectF, em: float) -> QPainterPath:
    return _rounded(area, 0.8 * em)


SILHOUETTES: dict[Form, Draw] = {
    "box": _box,
    "screen": _screen,
    "hexagon": _hexagon,
    "pipe": _pipe,
    "page": _page,
    "window": _window,
    "capsule": _capsule,
    "stack": _front,
    "display": _display,
    "rack": _box,
}
DETAILS: dict[Form, Draw] = {
    "screen": _stand,
    "pipe": _mouth_line,
    "page": _fold,
    "window": _strip,
    "stack": _behind,
    "display": _inner,
    "rack": _rails,
}


def rounded_top(area: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle whose upper corners are round."""
    path = QPainterPath(area.bottomLeft())
    path.lineTo(area.x(), area.y() + radius)
    path.arcTo(QRectF(area.x(), area.y(), 2 * radius, 2 * radius), 180, -90)
    path.lineTo(area.right() - radius, area.y())
    right = area.right() - 2 * radius
    path.arcTo(QRectF(right, area.y(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(area.bottomRight())
    path.closeSubpath()
    return path
