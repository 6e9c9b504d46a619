"""Draws how things are handed over in a ledger: written, read, or sent."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Hue, Ledger
from sidecar_viz.core.markup import spans
from sidecar_viz.core.stage import Chip, FlowState, Stage
from sidecar_viz.paint.brush.brush import Brush, dashed, faded, pen, qrect
from sidecar_viz.paint.brush.dashes import Dashing
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.columns.column import Column
from sidecar_viz.paint.columns.losses import draw_fallen, falling, heap_of
from sidecar_viz.paint.columns.rows import HALF_TYPED, Rows, rows_in_sight, typed
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.sizes.columns import AFTER_BADGE, BADGE, ROW_PAD
from sidecar_viz.paint.sizes.places import Layout, Sheet

BAND_OUT, BAND_HIGH = 0.45, 0.9
"""How far (em) a reader's band reaches beyond the sheets; its share of a row."""
LIGHTS, GROWN = 0.25, 0.72
"""The parts of reading one line: the row lights, then the band grows, then the copy."""
SOLID = 0.999


class _Hands(Struct, frozen=True):
    """What drawing a handing-over needs."""

    painter: QPainter
    brush: Brush
    layout: Layout
    ledger: Ledger
    rows: Rows
    states: Mapping[str, ActorState]

    def sheet(self, actor: str) -> Sheet | None:
        return self.layout.places[actor].sheet

    def column(self, actor: str) -> Column | None:
        place = self.layout.places[actor]
        if place.sheet is None:
            return None
        return Column(
            *(self.painter, self.brush, place, place.sheet),
            *(self.states[actor], self.ledger),
        )

    def hue(self, actor: str) -> Hue:
        return self.layout.places[actor].figure.hue


def draw_handing(painter: QPainter, brush: Brush, stage: Stage, layout: Layout) -> None:
    """Draw who writes, who reads, and what flies, over the columns."""
    if layout.ledger is None:
        return
    states = {state.id: state for state in stage.actors}
    rows = rows_in_sight(stage, layout)
    hands = _Hands(painter, brush, layout, layout.ledger, rows, states)
    chips: dict[tuple[str, str], list[Chip]] = {}
    for chip in stage.chips:
        if chip.item:
            chips.setdefault((chip.source, chip.target), []).append(chip)
    streams = {(flow.source, flow.target): flow for flow in stage.flows}
    for pair in dict.fromkeys((*streams, *chips)):
        _handing(hands, pair, streams.get(pair), chips.get(pair, []))
    fallen = {link.id: len(link.lost) for link in stage.links}
    for chip in stage.chips:
        if chip.item and chip.verb in ("send", "take"):
            _flying(hands, chip)
        elif chip.item and chip.verb == "lose":
            link = chip.route[0].link
            _falling(hands, chip, fallen[link])
            fallen[link] += 1


def _handing(
    hands: _Hands,
    pair: tuple[str, str],
    flow: FlowState | None,
    chips: list[Chip],
) -> None:
    """Draw what is written or read between two columns; nothing between others."""
    source, target = (hands.column(one) for one in pair)
    if source is None or target is None:
        return
    verb = flow.verb if flow else chips[0].verb
    if verb == "write":
        _writing(hands, source, target, flow, chips)
    elif verb == "read":
        _reading(hands, source, target, flow, chips)


def _writing(
    hands: _Hands,
    source: Column,
    target: Column,
    flow: FlowState | None,
    chips: list[Chip],
) -> None:
    """Draw the line being written: in the writer's window, then in the file."""
    goes_on = flow is not None and flow.head >= SOLID and flow.tail <= 0.0
    for chip in chips:
        _written(hands, source, target, chip.item, typed(chip, half=goes_on))
    if chips or not goes_on:
        return
    item = max(source.state.holds, default=0) + 1
    if item <= len(hands.ledger.items) and source.state.solidity >= 1.0:
        _written(hands, source, target, item, (HALF_TYPED, 0.0))


def _written(
    hands: _Hands,
    source: Column,
    target: Column,
    item: int,
    parts: tuple[float, float],
) -> None:
    brush, painter = hands.brush, hands.painter
    both = hands.rows.both(source.sheet, target.sheet, item)
    if both is None:
        return
    here, there = both
    shade = brush.theme.hue(hands.hue(source.state.id))
    frame = Rect(here.x, here.y, here.width, here.height).inset(0.12 * brush.em)
    painter.setPen(pen(shade.line, brush.stroke * 0.7))
    painter.setBrush(faded(shade.soft, 0.8))
    painter.drawRoundedRect(qrect(frame), 0.4 * brush.em, 0.4 * brush.em)
    lit = (shade.line, brush.theme.surface)
    source.draw_row(here, item, part=parts[0], badge=lit)
    if parts[0] < 1.0:
        source.draw_caret(here, item, parts[0])
    y = here.centre[1]
    start, end = QPointF(here.right, y), QPointF(there.x, y)
    painter.setPen(dashed(shade.line, brush.stroke, (0.01, 2.2)))
    painter.drawLine(start, end)
    if parts[1] > 0.0:
        target.draw_row(there, item, part=parts[1], badge=lit)
    if parts[1] < 1.0:
        target.draw_caret(there, item, parts[1])
    _sign(hands, QPointF((here.right + there.x) / 2, y), "pen", shade.line)


def _reading(
    hands: _Hands,
    source: Column,
    target: Column,
    flow: FlowState | None,
    chips: list[Chip],
) -> None:
    """Draw one band over a row of the file, the bridge and the reader's sheet."""
    goes_on = flow is not None and flow.tail <= 0.0
    read = max(target.state.holds, default=0)
    if chips:
        chip = chips[-1]
        _band(hands, source, target, chip.item, chip.along)
    elif goes_on and read and target.state.solidity > 0.0:
        _band(hands, source, target, read, 1.0)


def _band(
    hands: _Hands, source: Column, target: Column, item: int, along: float
) -> None:
    brush, painter = hands.brush, hands.painter
    both = hands.rows.both(source.sheet, target.sheet, item)
    if both is None:
        return
    here, there = both
    em = brush.em
    shade = brush.theme.hue(hands.hue(target.state.id))
    grown = smooth(windowed(along, LIGHTS, GROWN))
    onward = there.x > here.x
    out = BAND_OUT * em
    if onward:
        left = here.x - out
        right = here.right + out + (there.right - here.right) * grown
    else:
        right = here.right + out
        left = here.x - out - (here.x - there.x) * grown
    high = here.height * BAND_HIGH
    area = QRectF(left, here.centre[1] - high / 2, right - left, high)
    lit = windowed(along, 0.0, LIGHTS)
    painter.setPen(pen(faded(shade.line, lit), brush.stroke * 0.8))
    painter.setBrush(faded(shade.soft, lit))
    painter.drawRoundedRect(area, 0.4 * em, 0.4 * em)
    badge = (shade.text, brush.theme.surface)
    source.draw_row(here, item, badge=badge)
    copied = windowed(along, GROWN, 1.0)
    if copied > 0.0:
        target.draw_row(there, item, strength=copied, badge=badge)
    middle = ((here.right + there.x) if onward else (there.right + here.x)) / 2
    if area.left() < middle < area.right():
        _sign(hands, QPointF(middle, here.centre[1]), "eye", shade.line)


def _sign(hands: _Hands, at: QPointF, icon: str, colour: str) -> None:
    """Draw a round sign: a pen for who writes, an eye for who reads."""
    em = hands.brush.em
    hands.painter.setPen(Qt.PenStyle.NoPen)
    hands.painter.setBrush(QColor(colour))
    hands.painter.drawEllipse(at, 0.95 * em, 0.95 * em)
    ink = QColor(hands.brush.theme.surface)
    draw_icon(hands.painter, icon, at.x(), at.y(), 0.58 * em, ink)


def _flying(hands: _Hands, chip: Chip) -> None:
    """Draw an item on its way from its row to the empty row that waits for it."""
    source = hands.layout.places[chip.source]
    target = hands.layout.places[chip.target]
    both = hands.rows.both(source.sheet, target.sheet, chip.item)
    if both is None:
        return
    _, there = both
    brush, painter, em = hands.brush, hands.painter, hands.brush.em
    shade = brush.theme.hue(hands.hue(chip.target))
    dashing = Dashing(0.4 * em, shade.line, brush.stroke * 0.7, (4.0, 1.4))
    brush.effects.dashed_outline(painter, there.inset(0.15 * em), dashing)
    area = chip_area(hands.layout, hands.rows, chip)
    if area is None:
        return
    painter.setPen(pen(shade.line, brush.stroke))
    painter.setBrush(QColor(brush.theme.surface))
    painter.drawRoundedRect(qrect(area), 0.5 * em, 0.5 * em)
    _chip_words(hands, chip, area, shade.line)


def _falling(hands: _Hands, chip: Chip, number: int) -> None:
    """Draw an item that is refused on its way, and falls onto the heap."""
    way = hands.layout.ways[chip.route[0].link]
    sheet = hands.sheet(chip.source)
    row = hands.rows.box(sheet, chip.item) if sheet else None
    if row is None:
        return
    start = row.x + (ROW_PAD + BADGE / 2) * hands.brush.em, row.centre[1]
    box = falling(heap_of(hands.layout, way, number + 1), start, chip, number)
    draw_fallen(hands.painter, hands.brush, box, chip.item)


def chip_area(layout: Layout, rows: Rows, chip: Chip) -> Rect | None:
    """Return the box of a flying chip; None where its rows are out of sight."""
    source, target = layout.places[chip.source], layout.places[chip.target]
    both = rows.both(source.sheet, target.sheet, chip.item)
    if both is None:
        return None
    here, there = both
    em = layout.em
    wide = (2 * ROW_PAD + BADGE + AFTER_BADGE) * em
    wide += sum(
        width(words, BOLD if bold else MEDIUM, mono=True) * em
        for words, bold in spans(chip.text)
    )
    high = 1.9 * em
    way = layout.ways[chip.route[0].link].curve.at(0.5)[1]
    start, end = here.x + wide / 2, there.x + wide / 2
    x = start + (end - start) * chip.along
    # It is on the link where it leaves its column, and until it comes to the other.
    edges = source.body.right, target.body.x
    if end < start:
        edges = source.body.x, target.body.right
    leaves, lands = ((edge - start) / (end - start) for edge in edges)
    on_way = smooth(windowed(chip.along, 0.0, leaves))
    on_way -= smooth(windowed(chip.along, lands, 1.0))
    row = here.centre[1] + (there.centre[1] - here.centre[1]) * chip.along
    y = row + (way - row) * on_way
    return Rect(x - wide / 2, y - high / 2, wide, high)


def _chip_words(hands: _Hands, chip: Chip, area: Rect, colour: str) -> None:
    brush, painter, em = hands.brush, hands.painter, hands.brush.em
    x, middle = area.x + ROW_PAD * em, area.centre[1]
    badge = QRectF(x, middle - 0.66 * em, BADGE * em, 1.32 * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(badge, 0.35 * em, 0.35 * em)
    write(
        *(painter, badge.center().x(), middle, str(chip.item), 0.85 * em),
        brush.theme.surface,
        weight=SEMIBOLD,
        align="centre",
    )
    x += (BADGE + AFTER_BADGE) * em
    for words, bold in spans(chip.text):
        weight = BOLD if bold else MEDIUM
        ink = brush.theme.failed.text if bold else brush.theme.ink
        write(painter, x, middle, words, em, ink, weight=weight, mono=True)
        x += width(words, weight, mono=True) * em
