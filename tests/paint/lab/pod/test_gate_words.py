"""Words at a gate stand clear of the pod's name, however low the picture is."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.lab.pod.gate_paint import paint_gate
from sidecar_viz.paint.lab.pod.plan import Plan, plan_of
from sidecar_viz.pods.showing.gates import Gate
from tests.pods.stories import SHOP

WIDE, EM = 1000, 26.0
NAME = 0.6  # ems of the pod's frame that its name reaches into, at least
GATE = Gate("migrate", "proxy", "exit 0", 7.0)


def painted(plan: Plan, gate: Gate, high: int) -> QImage:
    """Paint a gate alone."""
    image = QImage(WIDE, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_gate(painter, Brush(LIGHT, EM, Effects(vectors=True)), plan, gate, 1.0)
    return image


def rows_of_words(high: int) -> tuple[Plan, list[int]]:
    """Return the rows in which a gate's word makes a difference."""
    plan = plan_of(SHOP, (WIDE, high), EM)
    said = painted(plan, GATE, high)
    mute = painted(plan, replace(GATE, opener=""), high)
    return plan, [
        y for y in range(high) if said.copy(0, y, WIDE, 1) != mute.copy(0, y, WIDE, 1)
    ]


def test_no_word_of_a_gate_reaches_the_pods_name() -> None:
    """In low pictures it is left away; in high ones it is there."""
    written = set()
    for high in range(150, 420, 10):
        plan, rows = rows_of_words(high)
        written.add(bool(rows))
        assert not rows or rows[0] >= plan.pod.top() + NAME * EM, high
    assert written == {False, True}
