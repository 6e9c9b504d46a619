"""Draws the cells on a card: new ones are tinted, marked ones have a bold border."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor

from sidecar_viz.core.actor_state import CellsState
from sidecar_viz.paint.brush.brush import between, dashed, faded, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import elided, write
from sidecar_viz.paint.cards.card_pen import CardPen
from sidecar_viz.paint.sizes.cells import (
    AROUND,
    HIGH,
    LINE,
    NUMBERS,
    PAD,
    CellGrid,
    parts_of,
)

RADIUS = 0.3


class _Box(NamedTuple):
    """Where a cell is, its number from 1, and the parts of it with their widths."""

    area: QRectF
    number: int


def cells(card: CardPen, middle: float, index: int) -> None:
    """Draw all cells of a card in their row: taken ones, and dotted free ones."""
    del index
    grid, state = card.figure.grid, card.state.cells
    if grid is None or state is None:
        return
    for box in _boxes(card, grid, middle):
        _cell(card, grid, state, box)
    if grid.cells.head:
        _head(card, grid, middle)


def _boxes(card: CardPen, grid: CellGrid, middle: float) -> Iterator[_Box]:
    """Yield where the cells are: a row from the left, a stack from its lowest."""
    em, wide = card.size(1.0), card.size(grid.width)
    left = card.middle - wide / 2
    top = middle - card.size(grid.height / 2 - AROUND)
    if grid.cells.form == "row":
        one = wide / grid.slots
        for at in range(grid.slots):
            yield _Box(QRectF(left + at * one, top, one, HIGH * em), at + 1)
        return
    high = (HIGH if grid.cells.form == "stack" else LINE) * em
    top += high if grid.cells.head else 0.0
    for at in range(grid.slots):
        line = grid.slots - 1 - at if grid.cells.form == "stack" else at
        yield _Box(QRectF(left, top + line * high, wide, high), at + 1)


def _cell(card: CardPen, grid: CellGrid, state: CellsState, box: _Box) -> None:
    theme, at = card.brush.theme, box.number - 1
    text = state.texts[at] if at < len(state.texts) else None
    was = text
    if state.were is not None:
        was = state.were[at] if at < len(state.were) else None
    shown = card.state.turned if state.were is not None and was != text else 1.0
    marked, fresh = box.number in state.marks, box.number in state.fresh
    if text is not None or (was is not None and shown < 1.0):
        _ground(card, grid, box.area, marked=marked, fresh=shown if fresh else 0.0)
    elif grid.cells.form != "text":
        painter = card.painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dashed(theme.edge, card.brush.stroke * 0.4, (1.5, 3.0)))
        painter.drawRect(box.area)
    ink = between(theme.muted, theme.ink, card.state.solidity)
    if fresh:
        hue = theme.hue(card.figure.hue).text
        ink = between(ink.name(), hue, shown)
    for one, part in ((was, 1.0 - 2.0 * shown), (text, 2.0 * shown - 1.0)):
        if one is not None and part > 0.0:
            _text(card, grid, box.area, one, faded(ink.name(), part))
    if grid.cells.form == "row":
        _number(card, grid, box, marked=marked)


def _ground(
    card: CardPen, grid: CellGrid, area: QRectF, *, marked: bool, fresh: float
) -> None:
    """Draw a taken cell's paper and border; a line of a text has just the paper."""
    theme, painter = card.brush.theme, card.painter
    soft = theme.hue(card.figure.hue).soft
    if grid.cells.form == "text" and not marked and fresh <= 0.0:
        return
    painter.setBrush(between(theme.surface, soft, max(fresh, 1.0 if marked else 0.0)))
    if grid.cells.form == "text":
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        wide = card.brush.stroke * (1.3 if marked else 0.55)
        painter.setPen(pen(card.line, wide))
    radius = card.size(RADIUS) if grid.cells.form in ("row", "stack") else 0.0
    inner = area.adjusted(1.0, 1.0, -1.0, -1.0) if radius else area
    painter.drawRoundedRect(inner, radius, radius)
    if grid.cells.form == "table":
        _rules(card, grid, area)


def _rules(card: CardPen, grid: CellGrid, area: QRectF) -> None:
    """Draw the lines between the columns of a table."""
    card.painter.setPen(pen(card.line, card.brush.stroke * 0.35))
    x = area.left()
    for wide in grid.columns[:-1]:
        x += card.size(wide)
        card.painter.drawLine(QLineF(x, area.top(), x, area.bottom()))


def _text(card: CardPen, grid: CellGrid, area: QRectF, text: str, ink: QColor) -> None:
    form, em = grid.cells.form, card.size(1.0)
    middle, x = area.center().y(), area.left()
    if form in ("row", "stack"):
        room = area.width() / em - PAD
        word = elided(text, room, SEMIBOLD)
        x = area.center().x()
        write(card.painter, x, middle, word, em, ink, weight=SEMIBOLD, align="centre")
        return
    mono = form == "text"
    weight = MEDIUM if mono else SEMIBOLD
    for part, wide in zip(parts_of(grid.cells, text), grid.columns, strict=False):
        word = elided(part, wide - PAD, weight, mono=mono)
        left = x + PAD * em
        write(card.painter, left, middle, word, em, ink, weight=weight, mono=mono)
        x += wide * em


def _number(card: CardPen, grid: CellGrid, box: _Box, *, marked: bool) -> None:
    """Write the number of a row's cell under it."""
    theme = card.brush.theme
    number = str(box.number - 1 + grid.cells.first)
    ink = QColor(theme.hue(card.figure.hue).text if marked else theme.muted)
    x, y = box.area.center().x(), box.area.bottom() + card.size(NUMBERS / 2)
    weight = SEMIBOLD if marked else MEDIUM
    size = card.size(0.85)
    write(card.painter, x, y, number, size, ink, weight=weight, align="centre")


def _head(card: CardPen, grid: CellGrid, middle: float) -> None:
    """Write what stands over the columns."""
    em = card.size(1.0)
    left = card.middle - card.size(grid.width) / 2
    y = middle - card.size(grid.height / 2 - AROUND) + card.size(LINE / 2)
    ink = QColor(card.brush.theme.muted)
    for part, wide in zip(
        parts_of(grid.cells, grid.cells.head), grid.columns, strict=False
    ):
        word = elided(part, wide - PAD, MEDIUM)
        write(card.painter, left + PAD * em, y, word, em, ink, weight=MEDIUM)
        left += wide * em
