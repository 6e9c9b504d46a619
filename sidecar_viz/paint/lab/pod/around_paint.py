"""What is around the cards: the pod's frame, its bands, volumes, and the service."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import elided, width, wrapped, write
from sidecar_viz.paint.kinds.icons import draw_icon, draw_tone
from sidecar_viz.paint.lab.pod.plan import SAID, Band, Plan
from sidecar_viz.paint.lab.strokes.names import cut_in_the_middle
from sidecar_viz.pods.given.pod import Pod, Volume
from sidecar_viz.pods.showing.around import Service
from sidecar_viz.pods.showing.assumed import seconds

GUTTER = 0.3  # ems: left of a card, where its mounts go down
SINGLY = 3  # volumes that are named; with more of them they are counted by kind


def paint_frame(
    painter: QPainter,
    brush: Brush,
    plan: Plan,
    name: str,
    phase: str,
    tone: Tone,
    address: str,
) -> None:
    """Paint the pod's frame with its name, its phase and its address."""
    theme, em = brush.theme, brush.em
    slate = theme.hue("slate")
    painter.setPen(pen(slate.line, brush.stroke))
    painter.setBrush(QColor(theme.inside))
    painter.drawRoundedRect(plan.pod, 0.9 * em, 0.9 * em)
    y = plan.pod.top()
    pill = f"Phase: {phase}"
    pill_wide = (width(pill, SEMIBOLD) + 2.3) * em * 0.94
    most = plan.pod.width() - pill_wide - 8 * em
    said = cut_in_the_middle(name, most / em, mono=True)
    name_wide = width(said, mono=True) * em
    head = QRectF(plan.pod.left() + em, y - em, 0, 2.1 * em)
    head.setWidth(4.2 * em + name_wide + pill_wide)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(slate.text if not theme.dark else slate.soft))
    painter.drawRoundedRect(head, 0.8 * em, 0.8 * em)
    light = theme.surface if not theme.dark else theme.ink
    middle = head.center().y()
    x = head.left() + 0.8 * em
    write(painter, x, middle, "Pod", em, light, weight=BOLD)
    x += 2.3 * em
    write(painter, x, middle, said, em, light, mono=True)
    plate = QRectF(x + name_wide + 0.6 * em, middle - 0.72 * em, pill_wide, 1.44 * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(plate, 0.72 * em, 0.72 * em)
    shade = theme.tone(tone, "slate")
    at = plate.left() + 0.75 * em
    draw_tone(painter, tone, at, middle, 0.27 * em, QColor(shade.line))
    write(
        *(painter, plate.left() + 1.35 * em, middle, pill, em * 0.94, theme.ink),
        weight=SEMIBOLD,
    )
    if address:
        _address(painter, brush, plan, address, head.right())


def _address(
    painter: QPainter, brush: Brush, plan: Plan, address: str, left: float
) -> None:
    """Paint the pod's address at its frame, if there is room right of its name."""
    theme, em, y = brush.theme, brush.em, plan.pod.top()
    violet = theme.hue("violet")
    wide = (width(address, MEDIUM) + 3.0) * em * 0.9
    box = QRectF(plan.pod.right() - wide - 1.2 * em, y - 0.75 * em, wide, 1.5 * em)
    if box.left() < left + em:
        return
    painter.setPen(pen(violet.line, brush.stroke * 0.7))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(box, 0.75 * em, 0.75 * em)
    draw_icon(
        *(painter, "globe", box.left() + 1.0 * em, y, 0.42 * em, QColor(violet.line))
    )
    x = box.left() + 1.75 * em
    write(painter, x, y, address, em * 0.9, violet.text, weight=MEDIUM)


def paint_band(painter: QPainter, brush: Brush, band: Band) -> None:
    """Paint a band: a dotted ground and what it is."""
    theme, em = brush.theme, brush.em
    painter.setPen(dashed(theme.edge, max(1.0, brush.stroke * 0.4), (1.0, 4.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(band.box, 0.5 * em, 0.5 * em)
    if not band.titled:
        return
    x, y = band.box.left() + 0.6 * em, band.box.top() + 0.85 * em
    write(painter, x, y, band.name, em * 0.92, theme.ink, weight=SEMIBOLD)
    x += (width(band.name, SEMIBOLD) + 0.5) * em * 0.92
    room = (band.box.right() - x) / (em * 0.92) - 0.4
    said = SAID[band.name]
    if width(said) <= room:
        write(painter, x, y, said, em * 0.92, theme.muted)


def paint_volumes(
    painter: QPainter,
    brush: Brush,
    pod: Pod,
    box: QRectF,
    *,
    failing: str,
    mounted: bool,
    focused: frozenset[str],
) -> list[QRectF]:
    """Paint the pod's volumes in a row: each one, or with many how many of a kind.

    *focused* are the volumes that the container looked at mounts: they are named, and
    their places are returned.
    """
    places: list[QRectF] = []
    theme, em = brush.theme, brush.em
    x, y = box.left(), box.center().y()
    drums = [
        (drum, f"{said}, cannot be mounted" if drum.name == failing else said)
        for drum, said in volumes_said(pod.volumes, focused)
    ]
    wides = [(width(words, MEDIUM) + 3.0) * em * 0.9 for _, words in drums]
    shown = seen_of(wides, box.width(), 0.6 * em, 5.4 * em)
    if shown < len(drums):
        more = f"and {len(drums) - shown} more"
        at = box.left() + sum(wides[:shown]) + 0.6 * em * shown
        write(painter, at, y, more, em * 0.9, theme.muted, weight=MEDIUM)
    for (drum, words), wide in zip(drums[:shown], wides, strict=False):
        bad = bool(failing) and drum.name == failing
        shade = theme.failed if bad else theme.good if mounted else theme.idle
        lit = drum.name in focused
        plate = QRectF(x, y - 0.85 * em, wide, 1.7 * em)
        if lit:
            places.append(plate)
        painter.setPen(pen(shade.line, brush.stroke * (1.2 if lit else 0.6)))
        painter.setBrush(QColor(shade.soft if mounted or bad else theme.surface))
        painter.drawRoundedRect(plate, 0.4 * em, 0.4 * em)
        at = plate.left() + 0.95 * em
        draw_icon(painter, "disk", at, y, 0.48 * em, QColor(shade.line))
        if bad:
            draw_tone(painter, "failed", at, y, 0.5 * em, QColor(shade.line))
        write(
            *(painter, plate.left() + 1.75 * em, y, words, em * 0.9, theme.ink),
            weight=MEDIUM,
        )
        x = plate.right() + 0.6 * em
    return places


def seen_of(wides: list[float], room: float, gap: float, more: float) -> int:
    """Return how many of a row fit, with room for the word that there are *more*."""
    left = room + gap
    for number, wide in enumerate(wides):
        left -= wide + gap
        rest = len(wides) - number - 1
        if left < (more if rest else 0):
            return number
    return len(wides)


def paint_mounts(
    painter: QPainter, brush: Brush, card: QRectF, places: list[QRectF]
) -> None:
    """Paint what a container mounts: a dotted line beside its card to each volume."""
    painter.setPen(dashed(brush.theme.good.line, brush.stroke * 0.8, (1.0, 2.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in ways_to(card, places, brush.em):
        painter.drawPolyline(line)


def ways_to(card: QRectF, places: list[QRectF], em: float) -> list[list[QPointF]]:
    """Return a line from a card down the gap at its left, and from there to volumes.

    It runs over no other card: those below have the same gap at their left.
    """
    if not places:
        return []
    x, y = card.left() - GUTTER * em, card.bottom() - 0.9 * em
    bend = places[0].top() - 0.2 * em
    trunk = [QPointF(card.left(), y), QPointF(x, y), QPointF(x, bend)]
    ends = [
        max(place.left() + 0.5 * em, min(place.right() - 0.5 * em, x))
        for place in places
    ]
    return [trunk] + [
        [QPointF(x, bend), QPointF(end, bend), QPointF(end, place.top())]
        for end, place in zip(ends, places, strict=True)
    ]


def volumes_said(
    volumes: tuple[Volume, ...], focused: frozenset[str]
) -> list[tuple[Volume, str]]:
    """Return what is shown of the volumes, and in which words."""
    if len(volumes) <= SINGLY:
        return [(volume, f"{volume.name} {volume.kind}") for volume in volumes]
    found = [(v, v.name) for v in volumes if v.name in focused]
    rest = [v for v in volumes if v.name not in focused]
    kinds = Counter(v.kind for v in rest)
    for kind, number in kinds.items():
        first = next(v for v in rest if v.kind == kind)
        found.append(
            (first, f"{number} {kind}" if number > 1 else f"{first.name} {kind}")
        )
    return found


def paint_service(
    painter: QPainter, brush: Brush, plan: Plan, service: Service, opened: float
) -> None:
    """Paint the service and its tap; *opened* (0..1) is how far the tap is open."""
    if plan.service.isEmpty():
        return
    theme, em = brush.theme, brush.em
    violet = theme.hue("violet")
    box = plan.service
    y = box.center().y() - 0.6 * em
    flows = opened > 0.5
    pipe = QRectF(
        plan.pod.right(), y - 0.32 * em, box.left() - plan.pod.right(), 0.64 * em
    )
    painter.fillRect(pipe, QColor(violet.soft))
    painter.setPen(
        pen(violet.line, brush.stroke * 0.7)
        if flows
        else dashed(violet.line, brush.stroke * 0.5, (1.0, 3.0))
    )
    painter.drawLine(pipe.topLeft(), pipe.topRight())
    painter.drawLine(pipe.bottomLeft(), pipe.bottomRight())
    _tap(painter, brush, QPointF(pipe.center().x(), y), opened)
    painter.setPen(pen(violet.line, brush.stroke * 0.8))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(box, 0.6 * em, 0.6 * em)
    x = box.left() + 0.8 * em
    write(painter, x, box.top() + 1.1 * em, "Service", em, theme.ink, weight=BOLD)
    word = "Tap open" if flows else "Tap closed"
    wide = (width(word, MEDIUM) + 1.8) * em * 0.9
    plate = QRectF(x - 0.2 * em, box.top() + 2.1 * em, wide, 1.5 * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(violet.soft))
    painter.drawRoundedRect(plate, 0.3 * em, 0.3 * em)
    tone: Tone = "good" if flows else "failed"
    middle = plate.center().y()
    draw_tone(
        painter, tone, plate.left() + 0.7 * em, middle, 0.27 * em, QColor(violet.line)
    )
    write(
        *(painter, plate.left() + 1.3 * em, middle, word, em * 0.9, violet.text),
        weight=MEDIUM,
    )
    room = (box.width() - 1.2 * em) / (em * 0.88)
    since = f"since {seconds(service.since)}"
    for top, said in ((4.4, since), (5.5, service.short)):
        words = elided(said, room)
        write(painter, x, box.top() + top * em, words, em * 0.88, theme.muted)
    for number, line in enumerate(
        wrapped(service.said, box.width() / (em * 0.9), lines=5)
    ):
        top = box.bottom() + (1.3 + 1.25 * number) * em
        write(painter, box.left(), top, line, em * 0.9, theme.muted)


def _tap(painter: QPainter, brush: Brush, at: QPointF, opened: float) -> None:
    """A valve: its bar lies along the pipe when open, across it when closed."""
    theme, em = brush.theme, brush.em
    violet = theme.hue("violet")
    painter.setPen(pen(violet.line, brush.stroke))
    painter.setBrush(QColor(theme.surface))
    painter.drawLine(at - QPointF(0, 0.9 * em), at - QPointF(0, 1.6 * em))
    painter.drawLine(
        at - QPointF(0.6 * em, 1.6 * em), at + QPointF(0.6 * em, -1.6 * em)
    )
    painter.drawEllipse(at, 0.95 * em, 0.95 * em)
    painter.save()
    painter.translate(at)
    painter.rotate(90.0 * (1.0 - opened))
    painter.setPen(pen(violet.line, brush.stroke * 1.6))
    painter.drawLine(QPointF(-0.55 * em, 0), QPointF(0.55 * em, 0))
    painter.restore()
