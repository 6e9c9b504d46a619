"""The playhead of a time line, and how what is ahead of it looks."""

from __future__ import annotations

from msgspec import Struct, structs
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter

from sidecar_viz.paint.brush.brush import Brush, faded, pen, soften
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.brush.theme import Shade, Theme, contrast, mixed
from sidecar_viz.paint.lab.line.cause_paint import paint_cause
from sidecar_viz.paint.lab.line.container_lane_paint import paint_icon
from sidecar_viz.paint.lab.line.deed_paint import deeds_said, line_top, words_end
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from sidecar_viz.paint.lab.strokes.looks import filled, on_fill
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.lanes import Arrow

AHEAD = "ahead"
VEIL, MORE = 0.38, 0.04  # how much of the ground shows through; each try more
LEAST, PURE = (4.5, 7.0), 20.0  # contrast of words; the higher one in black and white


def paint_playhead(
    painter: QPainter,
    brush: Brush,
    line: TimeLine,
    t: float,
    cause: Arrow | None = None,
    *,
    hidden: bool = False,
) -> None:
    """Paint the playhead at a second, and what is ahead of it fainter.

    *cause* is what the why line speaks of. *hidden*: what is ahead is not shown at all.
    """
    soften(painter)
    ahead = ahead_of(line, t)
    if hidden or painter.paintEngine().type() == QPaintEngine.Type.SVG:
        paint_veil(painter, brush, ahead, hidden=hidden)  # an SVG knows no clipping
    elif not ahead.isEmpty():
        painter.save()
        painter.setClipRect(ahead)
        paint_ahead(painter, brush, line)
        painter.restore()
    paint_needle(painter, brush, line, t, cause, hidden=hidden)


def ahead_of(line: TimeLine, t: float) -> QRectF:
    """Return where lies what comes after a second, as far as it is in the picture."""
    rows, x = line.rows, max(line.axis.left, line.axis.x(t))
    edge = rows.right + 0.2 * line.axis.em  # bars have an outline
    top, wide = rows.head.bottom(), max(0.0, edge - x)
    return QRectF(x, top, wide, max(0.0, rows.bottom - top))


def touched(line: TimeLine, was: float, now: float) -> QRectF:
    """Return where a time line looks otherwise when the playhead goes on to *now*.

    Only for a line that hides nothing and shows no cause: one that does may look
    otherwise anywhere.
    """
    rows, em = line.rows, line.axis.em
    first, last = ahead_of(line, max(was, now)), ahead_of(line, min(was, now))
    between = QRectF(last.topLeft(), QPointF(first.left(), rows.bottom))
    rim = 0.3 * em  # a needle's width, and its round end
    box = between.adjusted(-rim, 0, rim, 1 + rim)  # and the seam
    for t in (was, now):
        plate = _plate(line, t)
        for covered in (plate.covered, *plate.numbers):
            box = box.united(covered.adjusted(-1, -1, 1, 1))
    return box


class _Plate(Struct, frozen=True):
    """Where the playhead's second is written, and the word that stands beside it.

    Attributes:
        box: of the second.
        said: the second.
        long: of the word, in pixels.
        roomy: whether there is room for the word.
        covered: all that has to be free for both.
        numbers: boxes of the axis's numbers, and of lengths of folds, that are in the
            way.
    """

    box: QRectF
    said: str
    long: float
    roomy: bool
    covered: QRectF
    numbers: tuple[QRectF, ...]


def _plate(line: TimeLine, t: float) -> _Plate:
    em, rows, x = line.axis.em, line.rows, line.axis.x(t)
    said = seconds(t)
    wide = (width(said, BOLD) + 1.4) * em
    left = max(line.axis.left - 2 * em, min(rows.right - wide, x - wide / 2))
    box = QRectF(left, rows.head.bottom() - 1.65 * em, wide, 1.4 * em)
    long = width(AHEAD, MEDIUM) * em * 0.88
    covered = box.adjusted(-0.2 * em, 0, 0.2 * em, 0)
    roomy = rows.right - box.right() > (width(AHEAD, MEDIUM) + 2.5) * em
    right = box.right() + long + 2.0 * em
    roomy &= not any(a < right and box.right() < b for a, b in line.lengths)
    if roomy:
        covered.setRight(right)
    lengths = (_length_box(line, ends) for ends in line.lengths)
    written = (*(number.box for number in line.numbers), *lengths)
    in_the_way = tuple(each for each in written if each.intersects(covered))
    return _Plate(box, said, long, roomy, covered, in_the_way)


def _length_box(line: TimeLine, ends: tuple[float, float]) -> QRectF:
    """Return where a fold's length is written at the axis."""
    em, (left, right) = line.axis.em, ends
    return QRectF(left, line.rows.head.bottom() - 1.6 * em, right - left, 1.4 * em)


def paint_veil(
    painter: QPainter, brush: Brush, ahead: QRectF, *, hidden: bool = False
) -> None:
    """Paint what is ahead fainter and hatched; *hidden*: not at all."""
    theme = brush.theme
    if hidden:
        _hide(painter, brush, ahead)
    elif not ahead.isEmpty():
        painter.fillRect(ahead, faded(theme.surface, VEIL))
    if not ahead.isEmpty():
        _hatch(painter, brush, ahead)


def _hide(painter: QPainter, brush: Brush, ahead: QRectF) -> None:
    """Take away what is ahead in the lanes, with the round ends of lines below them."""
    box = ahead.adjusted(0, 0, 0, brush.stroke)
    painter.fillRect(box, QColor(brush.theme.surface))


def _hatch(painter: QPainter, brush: Brush, ahead: QRectF) -> None:
    slanted = QBrush(faded(brush.theme.edge, 0.22), Qt.BrushStyle.BDiagPattern)
    painter.fillRect(ahead, slanted)


def paint_ahead(
    painter: QPainter, brush: Brush, line: TimeLine, *, hidden: bool = False
) -> None:
    """Paint a time line as if all were ahead: fainter and hatched, but for its words.

    What stands before the axis is as ever. *hidden*: nothing else is to be seen.
    """
    ahead = ahead_of(line, 0)
    faint = structs.replace(brush, theme=fainter(brush.theme))
    paint_time_line(painter, faint, line)
    for lane in line.run.lanes:
        if line.rows.shows(lane.name):
            paint_icon(painter, brush, lane, line.rows.lanes[lane.name])
    if hidden:
        _hide(painter, brush, ahead)
    _hatch(painter, faint, ahead)


def fainter(theme: Theme) -> Theme:
    """Return a theme whose fills and outlines are fainter; its words can be read."""
    least = LEAST[contrast(theme.ink, theme.surface) > PURE]

    def faint(colour: str) -> str:
        return mixed(colour, theme.surface, VEIL)

    def shade(own: Shade) -> Shade:
        amount = VEIL
        while amount < 1:
            line = mixed(own.line, theme.surface, amount)
            found = Shade(line, own.text, faint(own.soft))
            ink = on_fill(theme, found)
            grounds = (found.line, filled(theme, found))
            if all(contrast(ink, ground) >= least for ground in grounds):
                break
            amount += MORE
        return found

    return structs.replace(
        theme,
        **{name: faint(getattr(theme, name)) for name in ("grid", "line", "edge")},
        **{
            name: faint(getattr(theme, name))
            for name in ("row", "accent", "accent_soft")
        },
        **{name: shade(getattr(theme, name)) for name in ("good", "failed", "idle")},
        hues={hue: shade(own) for hue, own in theme.hues.items()},
    )


def paint_needle(
    painter: QPainter,
    brush: Brush,
    line: TimeLine,
    t: float,
    cause: Arrow | None = None,
    *,
    hidden: bool = False,
) -> None:
    """Paint the playhead itself, and the *cause* that the why line speaks of."""
    soften(painter)
    theme, em, axis, rows = brush.theme, brush.em, line.axis, line.rows
    x = axis.x(t)
    if hidden:
        _hide_head(painter, brush, line, x)
    if (
        cause is not None
        and not (hidden and cause.t > t)
        and cause.cause in rows.lanes
        and cause.effect in rows.lanes
    ):
        painter.save()
        painter.setClipRect(rows.between(em))
        paint_cause(painter, brush, line, cause, strong=True, ahead=cause.t > t)
        painter.restore()
    if not axis.left - 1 <= x <= axis.right + 1:
        return
    painter.setPen(pen(theme.accent, brush.stroke))
    painter.drawLine(QPointF(x, rows.head.bottom() - 0.3 * em), QPointF(x, rows.bottom))
    plate = _plate(line, t)
    for number in plate.numbers:
        painter.fillRect(number.adjusted(-1, 0, 1, 0), QColor(theme.surface))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(plate.box, 0.4 * em, 0.4 * em)
    middle = plate.box.center()
    write(
        painter,
        middle.x(),
        middle.y(),
        plate.said,
        em,
        theme.on_accent,
        weight=BOLD,
        align="centre",
    )
    if plate.roomy:
        _paint_ahead(painter, brush, plate)


def _paint_ahead(painter: QPainter, brush: Brush, plate: _Plate) -> None:
    """Paint the word that tells on which side of the playhead the future is."""
    theme, em = brush.theme, brush.em
    box, middle = plate.box, plate.box.center()
    at = box.right() + 0.6 * em
    under = QRectF(at - 0.2 * em, box.top(), plate.long + 1.5 * em, box.height())
    painter.fillRect(under, QColor(theme.surface))
    write(painter, at, middle.y(), AHEAD, em * 0.88, theme.muted, weight=MEDIUM)
    tip = QPointF(at + plate.long + 0.9 * em, middle.y())
    painter.setPen(pen(theme.muted, brush.stroke * 0.6))
    painter.drawLine(tip - QPointF(0.65 * em, 0), tip)
    painter.drawLine(tip - QPointF(0.3 * em, 0.25 * em), tip)
    painter.drawLine(tip - QPointF(0.3 * em, -0.25 * em), tip)


def _hide_head(painter: QPainter, brush: Brush, line: TimeLine, x: float) -> None:
    """Take away what the axis tells of what is ahead: folds, and what will be done."""
    head, em = line.rows.head, brush.em
    surface = QColor(brush.theme.surface)
    for ends in line.lengths:
        if ends[0] > x:
            painter.fillRect(_length_box(line, ends), surface)
    said = [deed for deed in deeds_said(line) if deed.x > x]
    if said:
        left = min(deed.left for deed in said) - 2
        painter.fillRect(QRectF(left, 0, head.right() - left, words_end(line)), surface)
        for deed in said:
            top = line_top(line, deed.x) - brush.stroke  # its end is round
            strip = QRectF(deed.x - 0.2 * em, top, 0.4 * em, head.bottom() - top)
            painter.fillRect(strip.adjusted(0, 0, 0, 1), surface)  # and the seam
