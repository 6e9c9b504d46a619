"""Draws what remains: the columns as they ended, and who holds what got out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from sidecar_viz.core.lesson import Actor
from sidecar_viz.core.scene import ColumnShown, Fallen, FrameShown, WithShown
from sidecar_viz.paint.brush.brush import between, dashed, pen
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.kinds.kinds import hue_of, kind_of
from sidecar_viz.paint.scenes.fallen import is_meant
from sidecar_viz.paint.scenes.numbers import draw_numbers, spread
from sidecar_viz.paint.scenes.pane import Pane, length_of

FRAME_TOP, HOLDER_TOP = 52.0, 34.0
FRAME_LEFT, INSET, COLUMN_TOP = 22.0, 20.0, 33.0
HEADER, ROWS_TOP = 52.0, 80.0
HOLDER_WIDE, HOLDER_HEADER = 322.0, 66.0
MOST_PITCH, ROW_TEXT = 66.0, 22.0
STROKES = (104.0, 120.0)


def draw_gained(pane: Pane, side: WithShown, middle: float) -> None:
    """Draw columns, threads, holder and numbers, those at a height."""
    low = middle - 73.0
    centres: dict[str, float] = {}
    if side.holder is not None:
        holder = QRectF(0.0, HOLDER_TOP, HOLDER_WIDE, low - HOLDER_TOP)
        holder.moveRight(pane.wide - 22.0)
        frame = QRectF(FRAME_LEFT, FRAME_TOP, 0.0, low - FRAME_TOP)
        frame.setRight(holder.x() - 60.0)
        ends = _columns(pane, side, frame, centres)
        places = _holder(pane, side.holder, side.held, holder)
        centres[side.holder.id] = holder.center().x()
        _threads(pane, side.holder, ends, places, holder.x())
    many = len(side.numbers)
    wanted = [
        centres.get(number.actor.id) if number.actor else None
        for number in side.numbers
    ]
    known = [place for place in wanted if place is not None]
    ordered = len(known) == many and known == sorted(set(known))
    draw_numbers(pane, side.numbers, known if ordered else spread(pane, many), middle)


def _columns(
    pane: Pane, side: WithShown, frame: QRectF, centres: dict[str, float]
) -> dict[int, QPointF]:
    """Draw the columns in their frame; return where each safe item's thread begins."""
    many = max(1, len(side.columns))
    if side.frame is not None:
        _frame(pane, side.frame, frame)
    gap = 27.0
    wide = min(170.0, (frame.width() - 2 * INSET - (many - 1) * gap) / many)
    gap = (frame.width() - 2 * INSET - many * wide) / max(1, many - 1)
    ends: dict[int, QPointF] = {}
    most = max((max(c.items, default=0) for c in side.columns), default=0)
    for number, column in enumerate(side.columns):
        x = frame.x() + INSET + number * (wide + gap)
        box = QRectF(x, frame.y() + COLUMN_TOP, wide, frame.height() - COLUMN_TOP - 22)
        centres[column.actor.id] = box.center().x()
        _column(pane, column, box)
        pitch = (box.height() - ROWS_TOP) / max(1, most)
        ends = _rows(pane, side, column, box, pitch)
    return ends


def _frame(pane: Pane, frame: FrameShown, box: QRectF) -> None:
    painter, theme = pane.painter, pane.theme
    painter.setPen(dashed(theme.edge, pane.line * 0.8, (3.0, 2.6)))
    painter.setBrush(QColor(theme.inside))
    painter.drawRoundedRect(box, 18.0, 18.0)
    size = max(24.0, pane.least)
    name = frame.actor.short or frame.actor.name
    state = pane.pill_width(frame.state) if frame.state else 0.0
    high = max(46.0, 2.0 * size)
    wide = width(name, BOLD) * size + state + 40.0
    tab = QRectF(box.x() + 24.0, box.y() - high / 2, wide, high)
    painter.setPen(pen(theme.edge, pane.line * 0.7))
    painter.setBrush(QColor(theme.idle.soft))
    painter.drawRoundedRect(tab, high / 2, high / 2)
    ink = theme.idle.text
    pane.write(tab.x() + 20.0, tab.center().y(), name, size, ink, weight=BOLD)
    if frame.state:
        pane.pill(tab.right() - 5.0, tab.center().y(), frame.state, "done")


def _column(pane: Pane, column: ColumnShown, box: QRectF) -> None:
    painter, theme = pane.painter, pane.theme
    shade = theme.idle if column.stopped else theme.hue(hue_of(column.actor))
    outline = pen(shade.line, pane.line * 0.8)
    if column.gone:
        outline = dashed(theme.edge, pane.line * 0.8, (3.0, 2.6))
    path, lid = QPainterPath(), 0.0
    if kind_of(column.actor).form == "cylinder":
        lid = 13.0
        path = _drum(box, lid)
    else:
        path.addRoundedRect(box, 16.0, 16.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.inside if column.gone else theme.surface))
    painter.drawPath(path)
    if not lid:
        head = QPainterPath()
        head.addRect(QRectF(box.x(), box.y(), box.width(), HEADER))
        painter.setBrush(QColor(shade.soft))
        painter.drawPath(path.intersected(head))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(outline)
    painter.drawPath(path)
    if lid:
        painter.drawEllipse(QRectF(box.x(), box.y(), box.width(), 2 * lid))
    name = column.actor.short or column.actor.name
    y = box.y() + HEADER / 2 + 1.5 * lid
    pane.write(
        *(box.center().x(), y, name, 24.0, shade.text),
        weight=BOLD,
        align="centre",
        room=box.width() - 10.0,
    )


def _drum(box: QRectF, lid: float) -> QPainterPath:
    path = QPainterPath(QPointF(box.x(), box.y() + lid))
    path.lineTo(box.x(), box.bottom() - lid)
    path.arcTo(QRectF(box.x(), box.bottom() - 2 * lid, box.width(), 2 * lid), 180, 180)
    path.lineTo(box.right(), box.y() + lid)
    path.arcTo(QRectF(box.x(), box.y(), box.width(), 2 * lid), 0, 180)
    return path


def _rows(
    pane: Pane, side: WithShown, column: ColumnShown, box: QRectF, pitch: float
) -> dict[int, QPointF]:
    """Draw a stroke for each item: safe in the holder's colour, else an outline."""
    painter, theme = pane.painter, pane.theme
    hue = hue_of(side.holder) if side.holder else "slate"
    thick = min(8.0, pitch * 0.5)
    ends: dict[int, QPointF] = {}
    for number in column.items:
        y = box.y() + ROWS_TOP + (number - 1) * pitch
        long = min(STROKES[number % 2 == 0], box.width() - 34.0)
        x = box.x() + 17.0
        if number in column.safe:
            part = 0.35 if column.gone else 0.85
            ink = between(theme.surface, theme.hue(hue).line, part)
            pane.stroke(x, y, long, thick, ink)
            ends[number] = QPointF(x + long + 8.0, y)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(dashed(theme.edge, pane.line * 0.4, (2.4, 2.2)))
            bar = QRectF(x, y - thick / 2, long, thick)
            painter.drawRoundedRect(bar, thick / 2, thick / 2)
    return ends


def _holder(
    pane: Pane, actor: Actor, held: tuple[Fallen, ...], box: QRectF
) -> dict[int, float]:
    """Draw who holds what remains; return the height of each row that is shown."""
    painter, theme = pane.painter, pane.theme
    shade, kind = theme.hue(hue_of(actor)), kind_of(actor)
    path = QPainterPath()
    path.addRoundedRect(box, 20.0, 20.0)
    pane.shadow(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface))
    painter.drawPath(path)
    head = QPainterPath()
    head.addRect(QRectF(box.x(), box.y(), box.width(), HOLDER_HEADER))
    painter.setBrush(QColor(shade.soft))
    painter.drawPath(path.intersected(head))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(shade.line, pane.line * 1.1))
    painter.drawPath(path)
    middle = box.y() + HOLDER_HEADER / 2
    draw_icon(painter, kind.icon, box.x() + 37.0, middle, 15.0, QColor(shade.line))
    name = actor.short or actor.name
    pane.write(
        *(box.x() + 66.0, middle, name, 28.0, theme.ink),
        weight=BOLD,
        room=box.width() - 84.0,
    )
    return _held(pane, actor, held, box)


def _held(
    pane: Pane, actor: Actor, held: tuple[Fallen, ...], box: QRectF
) -> dict[int, float]:
    room = box.height() - HOLDER_HEADER - 4.0
    size = max(ROW_TEXT, pane.least)
    fit = max(1, int(room / (1.5 * size)))
    rows = held if len(held) <= fit else held[: fit - 1]
    pitch = min(MOST_PITCH, room / max(1, len(rows) + (len(rows) < len(held))))
    shade, theme = pane.theme.hue(hue_of(actor)), pane.theme
    longest = max((length_of(item.text) for item in held), default=0)
    places: dict[int, float] = {}
    y = box.y() + HOLDER_HEADER + pitch / 2
    right = box.right() - 20.0
    for number, item in enumerate(rows):
        if number:
            pane.painter.setPen(pen(theme.grid, 1.2))
            at = y - pitch / 2
            pane.painter.drawLine(QPointF(box.x() + 16.0, at), QPointF(right + 4.0, at))
        high = 1.45 * size
        badge = QRectF(box.x() + 19.0, y - high / 2, 1.6 * size, high)
        pane.badge(badge, item.number, QColor(shade.soft), QColor(shade.text))
        left = badge.right() + 12.0
        tick = right - 0.9 * size
        long = width("0" * longest, mono=True) * size
        if long <= tick - left:
            pane.item(left, y, item.text, size, QColor(theme.ink), tick - left)
        else:
            _untold(pane, item, QRectF(left, y, tick - 12.0 - left, 0.0), shade.line)
        _tick(pane, tick, y, 0.9 * size, shade.line)
        places[item.number] = y
        y += pitch
    if len(rows) < len(held):
        more = f"+ {len(held) - len(rows)}"
        pane.write(box.x() + 19.0, y, more, size, theme.muted, weight=SEMIBOLD)
    return places


def _untold(pane: Pane, item: Fallen, room: QRectF, colour: str) -> None:
    """Draw a stroke where an item's words have no room; red at the end if meant."""
    long, thick = room.width(), 8.0
    if is_meant(item):
        pane.stroke(room.x(), room.y(), 0.65 * long, thick, QColor(colour))
        red = QColor(pane.theme.failed.line)
        pane.stroke(room.x() + 0.75 * long, room.y(), 0.25 * long, thick, red)
    else:
        pane.stroke(room.x(), room.y(), long, thick, QColor(colour))


def _tick(pane: Pane, x: float, y: float, wide: float, colour: str) -> None:
    pane.painter.setPen(pen(colour, pane.line * 1.1))
    low = QPointF(x + 0.36 * wide, y + 0.3 * wide)
    pane.painter.drawLine(QPointF(x, y), low)
    pane.painter.drawLine(low, QPointF(x + wide, y - 0.36 * wide))


def _threads(
    pane: Pane,
    holder: Actor,
    starts: dict[int, QPointF],
    ends: dict[int, float],
    edge: float,
) -> None:
    """Draw a thread from each item's row to the same item at its holder."""
    theme = pane.theme
    ink = between(theme.surface, theme.hue(hue_of(holder)).line, 0.6)
    pane.painter.setBrush(Qt.BrushStyle.NoBrush)
    pane.painter.setPen(pen(ink, pane.line * 0.8))
    for number, y in ends.items():
        if number in starts:
            start, end = starts[number], QPointF(edge - 2.0, y)
            half = (end.x() - start.x()) * 0.55
            way = QPainterPath(start)
            way.cubicTo(start + QPointF(half, 0.0), end - QPointF(half, 0.0), end)
            pane.painter.drawPath(way)
