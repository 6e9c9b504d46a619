"""The brush that everything is painted with: theme, scale, pens and blended colours."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme, mixed

DESIGN_EM = 16.0


class Brush(Struct, frozen=True):
    """The theme and the text size (*em*, pixels) that a picture is painted with."""

    theme: Theme
    em: float
    effects: Effects

    @property
    def stroke(self) -> float:
        """The width of an outline in pixels."""
        return self.theme.stroke * max(0.5, self.em / DESIGN_EM)


@lru_cache(maxsize=2048)
def _between(one: str, other: str, steps: int) -> QColor:
    return QColor(mixed(one, other, steps / 64))


def between(one: str, other: str, amount: float) -> QColor:
    """Blend two colours, *amount* (0..1) of the way, in 64 steps that are cached."""
    return _between(one, other, round(amount * 64))


def faded(colour: str | QColor, alpha: float) -> QColor:
    """Return the colour with an opacity of *alpha* (0..1)."""
    made = QColor(colour)
    made.setAlphaF(max(0.0, min(1.0, alpha)))
    return made


def pen(colour: str | QColor, width: float) -> QPen:
    """Make a solid pen, *width* pixels wide, with round ends and joints."""
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def dashed(colour: str | QColor, width: float, pattern: tuple[float, float]) -> QPen:
    """Make a dashed pen; *pattern* is dash and gap in pen widths."""
    made = pen(colour, width)
    made.setDashPattern(list(pattern))
    return made


def soften(painter: QPainter) -> None:
    """Draw lines and letters with soft edges from now on."""
    hints = QPainter.RenderHint
    painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing)


def qrect(rect: Rect) -> QRectF:
    """Convert the rectangle to Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)
