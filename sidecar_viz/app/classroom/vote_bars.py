"""A bar of a vote: its length, its pattern and its number all say the same."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from sidecar_viz.app.look.look import Look

WIDEST = "999 · 100 %"


class VoteBar(NamedTuple):
    """Votes and their share; one that is not *solid* is hatched: the first of two."""

    votes: int
    percent: int
    solid: bool = True
    name: str = ""


def draw_bar(
    painter: QPainter,
    bar: VoteBar,
    box: QRectF,
    words: str,
    font: QFont,
    look: Look,
    *,
    names: tuple[str, ...],
    right: bool,
) -> None:
    """Draw the bar into *box*, with its name before it and its *words* after it.

    Args:
        names: those of all bars, so that they begin at the same place.
    """
    theme = look.theme
    metrics = QFontMetricsF(font)
    gap = look.px(14)
    name = max(map(metrics.horizontalAdvance, names), default=-gap) + gap
    number = metrics.horizontalAdvance(WIDEST) + gap
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, middle, bar.name)
    track = box.adjusted(name, box.height() * 0.12, -number, -box.height() * 0.12)
    colour = QColor(theme.good.line if right else theme.accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.edge), 1.0))
    painter.drawLine(track.topLeft(), track.bottomLeft())
    end = track.left()
    if bar.votes and track.width() > 0:
        length = max(look.px(6), track.width() * bar.percent / 100)
        shape = QRectF(track.left(), track.top(), length, track.height())
        _fill(painter, shape, colour, look, solid=bar.solid)
        end = shape.right()
    painter.setPen(QColor(theme.ink))
    after = QRectF(end + gap, box.top(), box.right() - end - gap + 1, box.height())
    painter.drawText(after, middle, words)


def _fill(
    painter: QPainter, shape: QRectF, colour: QColor, look: Look, *, solid: bool
) -> None:
    stroke = max(3.0, 3.0 * look.ui)
    painter.setPen(QPen(colour, stroke))
    painter.setBrush(colour if solid else QBrush(Qt.BrushStyle.NoBrush))
    half = stroke / 2
    inner = shape.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, look.px(4), look.px(4))
    if not solid:
        _hatch(painter, inner, colour, look)


def _hatch(painter: QPainter, shape: QRectF, colour: QColor, look: Look) -> None:
    """Wide slanting lines: Qt's own hatching is too fine for a projector."""
    painter.save()
    painter.setClipRect(shape)
    painter.setPen(QPen(colour, max(3.0, 4.0 * look.ui)))
    step, high = look.px(16), shape.height()
    x = shape.left() - high
    while x < shape.right():
        start, end = QRectF(x, shape.top(), high, high).bottomLeft(), shape.topLeft()
        end.setX(x + high)
        painter.drawLine(start, end)
        x += step
    painter.restore()
