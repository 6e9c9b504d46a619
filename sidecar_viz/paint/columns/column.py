"""Draws what one column holds: title, rows and count."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Ledger
from sidecar_viz.paint.brush.brush import Brush, between, faded, pen
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.columns.lines import Parts, fitted, texts_of
from sidecar_viz.paint.columns.rows import Rows
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.sizes.columns import (
    AFTER_BADGE,
    BADGE,
    FOLD,
    FOOT,
    ICON,
    NUMBER,
    ROW_PAD,
    TICK,
    UNIT,
)
from sidecar_viz.paint.sizes.measure import unit_of
from sidecar_viz.paint.sizes.places import Place, Sheet

BUMPED = 0.12
OLD = (1.0, 0.9, 0.75, 0.6)
"""The opacity of a writer's lines, the newest first: what it wrote is not its own."""
LOST = 0.55


class Column:
    """Draws what one column holds."""

    def __init__(
        self,
        painter: QPainter,
        brush: Brush,
        place: Place,
        sheet: Sheet,
        state: ActorState,
        ledger: Ledger,
    ) -> None:
        """Draw with the *painter* in the *place* of an actor in this *state*."""
        self.painter, self.brush, self.place = painter, brush, place
        self.sheet, self.state = sheet, state
        self.items, self._ledger = texts_of(place, state, ledger), ledger
        self.shade = brush.theme.living(place.figure.hue, state.life)

    def draw_all(self, rows: Rows, writes: int, *, counted: bool = True) -> None:
        """Draw title, rows and count; the item that it *writes* is drawn by others."""
        self.draw_title(rows.above)
        self.draw_rows(rows, writes)
        if counted:
            self.draw_count()

    def draw_title(self, above: int) -> None:
        """Write what the sheet is, such as a file's path, or how much is above it."""
        content = self.place.figure.actor.content
        room = self.sheet.top - self.sheet.box.y
        if content is None:
            return
        more = sum(item <= above for item in self.state.holds)
        if room < self.brush.em * 1.5:
            if more == len(self.state.holds):
                self._say_above(more)
            return
        em, theme = self.brush.em, self.brush.theme
        middle = self.sheet.box.y + room * 0.5
        left = self.sheet.box.x + ROW_PAD * em
        shade = theme.living(self.sheet.hue, self.state.life)
        ink = between(theme.muted, shade.text, self.state.solidity)
        right = self.sheet.box.right - ROW_PAD * em
        if more and content.form in ("window", "inbox"):
            text = f"↑ {more}"
            write(
                *(self.painter, right, middle, text, em * 0.9, theme.muted),
                weight=MEDIUM,
                align="right",
            )
            right -= (width(text, MEDIUM) + 0.6) * em
        if content.form != "window":
            icon = "inbox" if content.form == "inbox" else "page"
            draw_icon(self.painter, icon, left + 0.6 * em, middle, 0.55 * em, ink)
            left += ICON * em
        if content.form in ("file", "view"):
            right -= FOLD * em
        if content.note:
            wide = width(content.note, MEDIUM) * em * 0.9
            write(
                *(self.painter, right, middle, content.note, em * 0.9, theme.muted),
                weight=MEDIUM,
                align="right",
            )
            right -= wide + 0.6 * em
        text = elided(content.title, max(1.0, (right - left) / em), MEDIUM, mono=True)
        write(self.painter, left, middle, text, em, ink, weight=MEDIUM, mono=True)

    def _say_above(self, more: int) -> None:
        """Say in its first row how many lines are above, where none is in sight."""
        if more:
            x, y = self.sheet.row(1).centre
            em, ink = self.brush.em, self.brush.theme.muted
            write(
                *(self.painter, x, y, f"↑ {more}", em, ink),
                weight=MEDIUM,
                align="centre",
            )

    def draw_rows(self, rows: Rows, writes: int) -> None:
        """Draw a row for each item that is held, and outlines for what was lost."""
        state = self.state
        inbox = self._form() == "inbox"
        fades = self._form() == "window" and not self.place.figure.counts
        newest = max(state.holds, default=0)
        for item in state.lost:
            box = rows.box(self.sheet, item)
            if box is not None:
                self._outline(box, self.brush.theme.edge)
        usual = self.brush.theme.hue(self.place.figure.hue).line
        for item in state.missed:
            box = rows.box(self.sheet, item)
            if box is not None:
                self._outline(box, usual)
        for item in state.holds:
            box = rows.box(self.sheet, item)
            if box is None or item == writes:
                continue
            age = newest - item
            strength = OLD[min(age, len(OLD) - 1)] if fades else 1.0
            strength = max(strength, self.brush.theme.faint)
            self.draw_row(
                box, item, strength=strength, ticked=item in state.sent or inbox
            )

    def draw_row(
        self,
        box: Rect,
        item: int,
        *,
        part: float = 1.0,
        strength: float = 1.0,
        ticked: bool = False,
        badge: tuple[str, str] | None = None,
    ) -> None:
        """Draw an item's number and, as far as it is written, its text.

        Args:
            part: 0..1, how much of the text stands there.
            strength: 0..1, its opacity.
            badge: ground and ink of its number where something happens to it.
        """
        em, theme = self.brush.em, self.brush.theme
        seen = self._seen(box, item)
        left = box.x + ROW_PAD * em
        middle = box.centre[1]
        self._badge(left, middle, item, strength, badge)
        left += (BADGE + AFTER_BADGE) * em
        solid = self.state.solidity
        ink = between(theme.muted, theme.ink, solid)
        letters = round(sum(len(words) for words, _ in seen) * part)
        for words, bold in seen:
            shown = words[: max(0, letters)]
            letters -= len(words)
            colour = theme.failed.text if bold else ink
            weight = BOLD if bold else MEDIUM
            if shown:
                write(
                    *(self.painter, left, middle, shown, em, faded(colour, strength)),
                    weight=weight,
                    mono=True,
                )
            left += width(words, weight, mono=True) * em
        if ticked:
            self._tick(box, strength)

    def _seen(self, box: Rect, item: int) -> Parts:
        """Return what of an item's text has room in its row."""
        beside = 2 * ROW_PAD + BADGE + AFTER_BADGE + TICK
        return fitted(
            self.items[item - 1], max(2.0, box.width / self.brush.em - beside)
        )

    def draw_caret(self, box: Rect, item: int, part: float) -> None:
        """Draw the caret after what is written of an item."""
        em = self.brush.em
        seen = self._seen(box, item)
        letters = round(sum(len(words) for words, _ in seen) * part)
        x = box.x + (ROW_PAD + BADGE + AFTER_BADGE) * em
        x += width("0", MEDIUM, mono=True) * letters * em
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(between(self.shade.line, self.shade.line, 0.0))
        high = 1.1 * em
        self.painter.drawRect(QRectF(x, box.centre[1] - high / 2, 0.5 * em, high))

    def draw_count(self) -> None:
        """Write how many there are, larger for a moment when one comes in."""
        figure = self.place.figure
        if not figure.counts:
            return
        em, theme = self.brush.em, self.brush.theme
        count = self.state.count or 0.0
        number, unit = str(round(count)), unit_of(figure.actor, count)
        size = NUMBER * (1.0 + BUMPED * self.state.bump) * em
        wide, small = width(number, BOLD) * size, UNIT * em
        room = self.sheet.box.width - wide - 0.5 * em
        unit = _fitting(unit, room / small)
        total = wide + 0.5 * em + width(unit, MEDIUM) * small
        middle = self.sheet.box.bottom + FOOT * 0.5 * em
        left = self.sheet.box.centre[0] - total / 2
        strong = between(theme.muted, self.shade.text, self.state.solidity)
        write(self.painter, left, middle, number, size, strong, weight=BOLD)
        base = middle + (NUMBER * em - small) * 0.355
        write(
            *(self.painter, left + wide + 0.5 * em, base, unit, small, theme.muted),
            weight=MEDIUM,
        )

    def _form(self) -> str:
        content = self.place.figure.actor.content
        return content.form if content is not None else "window"

    def _badge(
        self,
        left: float,
        middle: float,
        item: int,
        strength: float,
        badge: tuple[str, str] | None,
    ) -> None:
        em, theme = self.brush.em, self.brush.theme
        ground, ink = badge or (theme.idle.soft, theme.idle.text)
        area = QRectF(left, middle - 0.66 * em, BADGE * em, 1.32 * em)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faded(ground, strength))
        self.painter.drawRoundedRect(area, 0.35 * em, 0.35 * em)
        write(
            *(self.painter, area.center().x(), middle, str(item), 0.85 * em),
            faded(ink, strength),
            weight=SEMIBOLD,
            align="centre",
        )

    def _outline(self, box: Rect, colour: str) -> None:
        """Draw where a line was that is lost, or where one would be."""
        em = self.brush.em
        # Dashes along a curve would take twenty times as long.
        self.painter.setPen(pen(colour, self.brush.stroke * 0.35))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        left, middle = box.x + ROW_PAD * em, box.centre[1]
        high = 0.62 * em
        for x, wide in (
            (left, BADGE * em),
            (left + (BADGE + AFTER_BADGE) * em, box.width * LOST),
        ):
            area = QRectF(x, middle - high / 2, wide, high)
            self.painter.drawRoundedRect(area, high / 2, high / 2)

    def _tick(self, box: Rect, strength: float) -> None:
        """Draw a tick: this line has been sent, or has come in."""
        em = self.brush.em
        x, y = box.right - (ROW_PAD + 0.55) * em, box.centre[1]
        colour = self.brush.theme.good.line
        self.painter.setPen(pen(faded(colour, strength), 0.17 * em))
        self.painter.drawPolyline(
            [
                QPointF(x - 0.4 * em, y + 0.02 * em),
                QPointF(x - 0.1 * em, y + 0.32 * em),
                QPointF(x + 0.42 * em, y - 0.34 * em),
            ]
        )


def _fitting(unit: str, room: float) -> str:
    """Return the unit, or its last words that fit: they tell counts apart."""
    words = unit.split()
    while words and width(" ".join(words), MEDIUM) > room:
        words.pop(0)
    return " ".join(words)
