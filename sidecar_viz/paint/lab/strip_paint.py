"""The clock at the bottom of the pod: grace, back-off, probe or deadline."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.kinds.icons import draw_tone
from sidecar_viz.paint.lab.bar_paint import HUES, filled, hatch, on_fill
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.clocks import (
    BackOffClock,
    Clock,
    DeadlineClock,
    Eaten,
    GraceClock,
    ProbeClock,
)


def paint_clock(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    clock: Clock,
    box: QRectF,
    t: float,
) -> None:
    """Paint a clock into the strip at the second *t*.

    *looks* has the kinds whose colours the containers have.
    """
    if isinstance(clock, GraceClock):
        _grace(painter, brush, looks, clock, box, t)
    elif isinstance(clock, BackOffClock):
        _back_off(painter, brush, clock, box, t)
    elif isinstance(clock, ProbeClock):
        _probe(painter, brush, looks, clock, box, t)
    else:
        _deadline(painter, brush, clock, box, t)


def _title(
    painter: QPainter, brush: Brush, box: QRectF, said: str, beside: str, ink: str
) -> None:
    em = brush.em * 0.92
    y = box.top() + 0.7 * brush.em
    write(painter, box.left(), y, said, em, brush.theme.ink, weight=SEMIBOLD)
    write(painter, box.right(), y, beside, em, ink, weight=SEMIBOLD, align="right")


def _grace(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    clock: GraceClock,
    box: QRectF,
    t: float,
) -> None:
    theme, em = brush.theme, brush.em
    used = min(clock.grace, max(0.0, t - clock.begin))
    left = f"{seconds(used)} used, {seconds(clock.grace - used)} left"
    said = "Grace period: one clock for the whole pod"
    room = box.width() / (0.92 * em) - width(said, SEMIBOLD) - 1.0
    both = f"{left}; {clock.left}" if clock.left and clock.grace else ""
    forms = (both, clock.left)
    now = next((f for f in forms if f and width(f, SEMIBOLD) <= room), left)
    _title(painter, brush, box, said, now, theme.ink)
    whole = max(1.0, clock.grace + clock.floor)
    rows = any(eaten.below for eaten in clock.parts)
    high = 2.1 if rows else 1.5
    bar = QRectF(box.left(), box.top() + 1.55 * em, box.width(), high * em)

    def x(second: float) -> float:
        part = (second - clock.begin) / whole
        return bar.left() + bar.width() * max(0.0, min(1.0, part))

    painter.setPen(pen(theme.edge, brush.stroke * 0.5))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(
        QRectF(bar.left(), bar.top(), x(clock.end) - bar.left(), bar.height()),
        *(0.3 * em, 0.3 * em),
    )
    floor = QRectF(x(clock.end), bar.top(), bar.right() - x(clock.end), bar.height())
    painter.fillRect(floor, QColor(theme.surface))
    hatch(painter, floor, theme.failed.line, em)
    places: list[QRectF] = []
    for eaten in clock.parts:
        shade = theme.hue(HUES[looks[eaten.who]])
        part = QRectF(x(eaten.begin), bar.top(), 0, bar.height() / (2 if rows else 1))
        part.setRight(x(eaten.end))
        if eaten.below:
            part.moveBottom(bar.bottom())
        places.append(part)
        past = eaten.begin <= t
        painter.setPen(pen(shade.line, brush.stroke * 0.5))
        hook = eaten.word == "preStop"
        painter.setBrush(
            QColor(shade.soft if hook or not past else filled(theme, shade))
        )
        painter.drawRect(part)
        if hook:
            hatch(painter, part, shade.line, em)
    painter.setPen(pen(theme.failed.line, brush.stroke * 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(floor)
    _needle(painter, brush, x(t), bar)
    for eaten, part in zip(clock.parts, places, strict=True):
        _eaten_words(painter, brush, looks, part, eaten, past=eaten.begin <= t)
    _below(painter, brush, clock, bar, floor.left())


WIDER = 1.06  # times as measured in large letters: small ones are set more loosely


def _below(
    painter: QPainter, brush: Brush, clock: GraceClock, bar: QRectF, end: float
) -> None:
    """Write below the bar when the grace begins, what is at its end, and after it."""
    theme, small = brush.theme, brush.em * 0.86
    y = bar.bottom() + 0.8 * brush.em
    begun = f"from {seconds(clock.begin)}"
    write(painter, bar.left(), y, begun, small, theme.muted)
    write(
        *(painter, bar.right(), y, clock.more, small, theme.failed.text),
        weight=SEMIBOLD,
        align="right",
    )
    more = WIDER * width(clock.more, SEMIBOLD)
    at = min(end, bar.right() - (more + 1.2) * small)
    room = (at - bar.left()) / small - WIDER * width(begun) - 1.2
    forms = clock.kill, clock.kill.partition(" for ")[0]
    kill = next((form for form in forms if WIDER * width(form) <= room), "")
    write(painter, at, y, kill, small, theme.muted, align="right")


def _eaten_words(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    part: QRectF,
    eaten: Eaten,
    *,
    past: bool,
) -> None:
    """Write whose part it is, on a ground: the needle does not strike it through."""
    theme, em = brush.theme, brush.em * 0.86
    shade = theme.hue(HUES[looks[eaten.who]])
    who, word = eaten.who, eaten.word
    if eaten.others:
        who = f"{who} and {eaten.others} more"
    room = part.width() / em - 0.6
    said = next(
        (s for s in (f"{who} {word}", who, word) if width(s, MEDIUM) <= room), ""
    )
    if not said:
        return
    middle = part.center()
    full = past and word != "preStop"
    plate = QRectF(0, 0, (width(said, MEDIUM) + 0.5) * em, 0)
    plate.setHeight(min(1.2 * em, part.height() - 2 * brush.stroke))
    plate.moveCenter(middle)
    ground = filled(theme, shade) if full else shade.soft
    painter.fillRect(plate, QColor(theme.surface if word == "preStop" else ground))
    ink = on_fill(theme, shade) if full else theme.ink
    write(
        *(painter, middle.x(), middle.y(), said, em, ink),
        weight=MEDIUM,
        align="centre",
    )


def _needle(painter: QPainter, brush: Brush, x: float, bar: QRectF) -> None:
    theme, em = brush.theme, brush.em
    painter.setPen(pen(theme.accent, brush.stroke))
    top = bar.top() - 0.05 * em
    painter.drawLine(QPointF(x, top), QPointF(x, bar.bottom() + 0.2 * em))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(QPointF(x, top), 0.22 * em, 0.22 * em)


def _back_off(
    painter: QPainter, brush: Brush, clock: BackOffClock, box: QRectF, t: float
) -> None:
    """Stairs that rise: the waits so far, the one under way, and those to come."""
    theme, em = brush.theme, brush.em
    pulls = clock.word == "ImagePullBackOff"
    said = f"Waits before each {'pull for' if pulls else 'restart of'} {clock.who}"
    ahead = f"next {'pull' if pulls else 'start'} at {seconds(clock.end)}"
    _title(painter, brush, box, said, ahead, theme.failed.text)
    base = box.bottom() - 1.3 * em
    tallest = base - box.top() - 1.3 * em
    step = min(7.5 * em, box.width() * 0.72 / len(clock.waits))
    for number, wait in enumerate(clock.waits):
        high = max(0.18 * em, tallest * (wait / clock.waits[-1]) ** 0.45)
        stair = QRectF(box.left() + number * step, base - high, step * 0.88, high)
        words = "at once" if not wait else seconds(wait)
        ink = theme.muted
        if number < clock.at:
            painter.setPen(pen(theme.idle.line, brush.stroke * 0.5))
            painter.setBrush(QColor(theme.idle.soft))
        elif number == clock.at:
            painter.setPen(pen(theme.failed.line, brush.stroke * 0.7))
            painter.setBrush(QColor(theme.failed.soft))
            ink = theme.failed.text
        else:
            painter.setPen(dashed(theme.edge, brush.stroke * 0.5, (2.5, 2.0)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(stair, 0.2 * em, 0.2 * em)
        if number == clock.at:
            whole = max(1e-9, clock.end - clock.begin)
            part = QRectF(stair)
            part.setWidth(stair.width() * min(1.0, max(0.0, (t - clock.begin) / whole)))
            painter.fillRect(part, QColor(theme.failed.line))
        elif number < clock.at:
            x, y = stair.center().x(), stair.top() - 0.45 * em
            draw_tone(painter, "good", x, y, 0.25 * em, QColor(theme.muted))
        weight = SEMIBOLD if number == clock.at else MEDIUM
        write(
            *(painter, stair.center().x(), base + 0.75 * em, words, em * 0.86, ink),
            weight=weight,
            align="centre",
        )
    x = box.left() + len(clock.waits) * step + 0.4 * em
    lines = ("then 300 s each;", "anew after 10 min", "without a crash")
    if pulls:
        lines = ("", "then 300 s each", "")
    if box.right() - x > 8 * em:
        for number, line in enumerate(lines):
            y = base - (1.9 - 1.15 * number) * em
            write(painter, x, y, line, em * 0.86, theme.muted)


def _probe(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    clock: ProbeClock,
    box: QRectF,
    t: float,
) -> None:
    """Questions as beads on a string, and since when somebody answers."""
    theme, em = brush.theme, brush.em
    period = f"every {seconds(clock.period)}"
    said = f"{clock.probe}Probe of {clock.who}: asks {period}"
    ahead = f"asked again at {seconds(clock.next)}"
    _title(painter, brush, box, said, ahead, theme.ink)
    first = clock.answers[0].t if clock.answers else clock.next
    last = max(clock.next, first + clock.period * max(2, clock.most - 1))
    begin = clock.begin
    string = QRectF(box.left() + em, box.top() + 2.6 * em, box.width() - 2 * em, 0)

    def x(second: float) -> float:
        part = (second - begin) / max(1e-9, last - begin)
        return string.left() + string.width() * max(0.0, min(1.0, part))

    y = string.top()
    shade = theme.hue(HUES[looks[clock.who]])
    painter.setPen(pen(theme.line, 0.5 * em))
    painter.drawLine(QPointF(string.left(), y), QPointF(string.right(), y))
    if clock.listens <= t:
        painter.setPen(pen(shade.line, 0.5 * em))
        painter.drawLine(QPointF(x(clock.listens), y), QPointF(x(t), y))
    small = em * 0.86
    low = y + 1.35 * em
    for answer in clock.answers[-clock.most :]:
        sign = theme.good if answer.passed else theme.failed
        painter.setPen(pen(sign.line, brush.stroke * 0.7))
        painter.setBrush(QColor(theme.surface))
        at = QPointF(x(answer.t), y)
        painter.drawEllipse(at, 0.6 * em, 0.6 * em)
        tone: Tone = "good" if answer.passed else "failed"
        draw_tone(painter, tone, at.x(), y, 0.3 * em, QColor(sign.line))
        word = f"{seconds(answer.t)}: " + ("yes" if answer.passed else "no answer")
        half = width(word) * small / 2
        middle = max(box.left() + half, min(box.right() - half, at.x()))
        write(painter, middle, low, word, small, sign.text, align="centre")
    painter.setPen(dashed(theme.edge, brush.stroke * 0.7, (2.0, 2.0)))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(QPointF(x(clock.next), y), 0.6 * em, 0.6 * em)
    write(
        *(painter, x(clock.next), y, "?", em * 0.9, theme.muted),
        weight=SEMIBOLD,
        align="centre",
    )
    _needle(painter, brush, x(t), QRectF(x(t), y - 0.3 * em, 0, 0.6 * em))
    if clock.listens <= t:
        words = f"listens since {seconds(clock.listens)}, nobody has asked yet"
        left = x(t) + 0.9 * em
        if x(clock.next) - left > width(words) * small + em:
            write(painter, left, y - 0.8 * em, words, small, shade.text)


def _deadline(
    painter: QPainter, brush: Brush, clock: DeadlineClock, box: QRectF, t: float
) -> None:
    theme, em = brush.theme, brush.em
    left = f"{seconds(max(0.0, clock.end - t))} left"
    said = f"activeDeadlineSeconds: the pod may run until {seconds(clock.end)}"
    _title(painter, brush, box, said, left, theme.ink)
    bar = QRectF(box.left(), box.top() + 1.6 * em, box.width(), 1.1 * em)
    painter.setPen(pen(theme.edge, brush.stroke * 0.5))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(bar, 0.3 * em, 0.3 * em)
    part = QRectF(bar)
    part.setWidth(bar.width() * min(1.0, t / clock.end))
    painter.setBrush(QColor(theme.warning.line))
    painter.drawRoundedRect(part, 0.3 * em, 0.3 * em)
