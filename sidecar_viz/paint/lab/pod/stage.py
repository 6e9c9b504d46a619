"""The lab's stage: a pod at a second, painted cause first, then way, then effect."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import Brush, soften
from sidecar_viz.paint.lab.clocks.clock_paint import paint_clock
from sidecar_viz.paint.lab.pod.around_paint import (
    paint_band,
    paint_frame,
    paint_mounts,
    paint_service,
    paint_volumes,
)
from sidecar_viz.paint.lab.pod.card_paint import paint_card
from sidecar_viz.paint.lab.pod.gate_paint import gates_seen, paint_gate, paint_pulse
from sidecar_viz.paint.lab.pod.plan import Plan
from sidecar_viz.pods.showing.around import around_at
from sidecar_viz.pods.showing.cards import Card, cards_at
from sidecar_viz.pods.showing.clocks import clock_at
from sidecar_viz.pods.showing.gates import gates_at
from sidecar_viz.pods.showing.lanes import Arrow
from sidecar_viz.pods.showing.run import Run

CAUSE, EFFECT = 0.25, 0.7  # of a beat: when the cause is seen, and its effect
BEFORE = 1e-6  # seconds before a change


class Moment(Struct, frozen=True):
    """A place of the lab's playhead: a second, and how much of a change has been shown.

    *beat* goes from 0 to 1 after the second *at*, in which something changes: first
    the cause shows, then what goes from it to another container, then the effect.
    """

    t: float = 0.0
    at: float = 0.0
    beat: float = 1.0


TONES: dict[str, Tone] = {
    "Pending": "starting",
    "Running": "active",
    "Succeeded": "good",
    "Failed": "failed",
}


def paint_lab(
    painter: QPainter,
    brush: Brush,
    run: Run,
    plan: Plan,
    moment: Moment,
    *,
    size: tuple[float, float],
    focused: str = "",
) -> None:
    """Paint the whole stage of a run at a moment; *focused* is a container's name."""
    soften(painter)
    painter.fillRect(QRectF(0, 0, *size), QColor(brush.theme.stage))
    t = moment.t
    told = t if moment.beat >= CAUSE else moment.at - BEFORE
    late = t if moment.beat >= EFFECT else moment.at - BEFORE
    around = around_at(run, late)
    tone = TONES[around.phase.partition(",")[0]]
    paint_frame(painter, brush, plan, run.pod.name, around.phase, tone, around.address)
    for band in plan.bands:
        paint_band(painter, brush, band)
    arrows = [arrow for arrow in run.arrows if arrow.t == moment.at]
    lift = _lift(moment.beat)
    for gate in gates_seen(plan, gates_at(run, late)):
        fresh = gate.since == moment.at and moment.beat < 1
        lifted = lift if fresh else float(gate.lets_in)
        paint_gate(painter, brush, plan, gate, lifted)
    if moment.beat < 1:
        part = (moment.beat - CAUSE) / (EFFECT - CAUSE)
        if 0 < part < 1:
            for arrow in arrows:
                paint_pulse(painter, brush, plan, arrow.cause, arrow.effect, part)
    for name, card in _cards(run, arrows, told, late).items():
        paint_card(
            painter,
            brush,
            card,
            plan.cards[name],
            plan.level(name),
            focused=name == focused,
        )
    mounts = frozenset(run.pod.by_name[focused].mounts if focused else ())
    if not plan.volumes.isEmpty():
        places = paint_volumes(
            *(painter, brush, run.pod, plan.volumes),
            failing=around.failing,
            mounted=around.mounted,
            focused=mounts,
        )
        if focused:
            paint_mounts(painter, brush, plan.cards[focused], places)
    clock = clock_at(run, late)
    if clock is not None and not plan.strip.isEmpty():
        paint_clock(painter, brush, run.looks, clock, plan.strip, t)
    service = around.service
    turning = service.flows and service.since == moment.at and moment.beat < 1
    paint_service(
        painter,
        brush,
        plan,
        service,
        lift if turning else float(service.flows),
    )


def _lift(beat: float) -> float:
    """Return how far what opens has opened."""
    return max(0.0, min(1.0, (beat - EFFECT) / (1.0 - EFFECT)))


def _cards(run: Run, arrows: list[Arrow], told: float, late: float) -> dict[str, Card]:
    """Return every card: who is affected shows it later than who did it."""
    early = cards_at(run, told)
    if told == late:
        return early
    effects = {arrow.effect for arrow in arrows}
    later = cards_at(run, late)
    return {n: later[n] if n in effects else early[n] for n in early}
