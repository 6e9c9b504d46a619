"""Where all lies on the lab's stage: bands, cards, volumes, clock and service."""

from __future__ import annotations

from math import ceil
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QRectF

from sidecar_viz.pods.given.pod import Kind, Pod

Level = Literal["full", "middle", "small"]
"""How much a card has room to say."""
BandName = Literal["Init", "Sidecars", "Regular"]
SAID: dict[BandName, str] = {
    "Init": "one by one",
    "Sidecars": "stop last, in reverse",
    "Regular": "run together",
}
OF_KIND: dict[Kind, BandName] = {
    "init": "Init",
    "sidecar": "Sidecars",
    "regular": "Regular",
    "ephemeral": "Regular",
}
PARTS: dict[BandName, float] = {"Init": 0.85, "Sidecars": 1.15, "Regular": 1.1}
FULL, MIDDLE, HIGHEST = 7.4, 3.3, 12.5  # ems: how high cards of each level are
GATE, SERVICE, STRIP, VOLUMES, TITLE = 4.6, 10.5, 4.9, 2.3, 1.7  # ems
LEAST_WIDE = 62.0  # ems: with less, the service stands over the pod's frame
GATE_PART, LEAST_GATE = 0.11, 2.2  # of the width; ems: gaps of a narrow stage
LOWEST, TITLED = 2.0, 4.6  # ems: of a card with its gap, of a band with its name
WIDEST = 36.0  # ems: no column of cards is wider
FEW = 4  # cards of a band that stand in one column


class Band(Struct, frozen=True):
    """A band of the pod, and the cards in it; *titled* if its name has room."""

    name: BandName
    box: QRectF
    names: tuple[str, ...]
    titled: bool = True


class Plan(Struct, frozen=True):
    """All places of a stage, in pixels.

    A place that is empty has no room in this picture.
    """

    pod: QRectF
    bands: tuple[Band, ...]
    cards: dict[str, QRectF]
    volumes: QRectF
    strip: QRectF
    service: QRectF
    em: float

    def level(self, name: str) -> Level:
        """Return how much a container's card has room to say."""
        high = self.cards[name].height() / self.em
        return "full" if high >= FULL else "middle" if high >= MIDDLE else "small"

    def gap(self, name: str) -> float:
        """Return the room left of the band that a container's card is in, in pixels."""
        at = next(n for n, band in enumerate(self.bands) if name in band.names)
        before = self.bands[at - 1].box.right() if at else self.pod.left()
        return self.bands[at].box.left() - before

    def card_at(self, x: float, y: float) -> str:
        """Return the container whose card is at a place; "" if there is none."""
        found = (name for name, box in self.cards.items() if box.contains(x, y))
        return next(found, "")


def plan_of(
    pod: Pod, size: tuple[float, float], em: float, *, counts: bool = True
) -> Plan:
    """Lay out the stage of a pod; the same at every second, so that nothing jumps.

    *counts*: a clock counts at some second of the run, and needs its room.
    """
    width, height = size
    side = 0.9 * em
    serves = width / em >= LEAST_WIDE
    right = width - side - ((SERVICE + 3.2) * em if serves else 0)
    frame = QRectF(side, 1.9 * em, right - side, height - 2.4 * em)
    roomy = frame.height() / em > 17
    strip_high = STRIP * em if roomy and counts else 0.0
    volumes_high = VOLUMES * em if pod.volumes and frame.height() / em > 13 else 0.0
    inside = frame.adjusted(0.9 * em, 1.3 * em, -0.9 * em, -0.5 * em)
    strip = QRectF(
        inside.left(), inside.bottom() - strip_high, inside.width(), strip_high
    )
    volumes = QRectF(
        inside.left(), strip.top() - volumes_high, inside.width(), volumes_high
    )
    area = QRectF(
        inside.left(), inside.top(), inside.width(), volumes.top() - inside.top()
    )
    bands = tuple(_bands(pod, area, em))
    cards: dict[str, QRectF] = {}
    for band in bands:
        cards.update(_cards(band, em))
    service = QRectF()
    if serves:
        service = QRectF(
            right + 3.2 * em, frame.top() + 3.4 * em, SERVICE * em - side, 6.4 * em
        )
    return Plan(frame, bands, cards, volumes, strip, service, em)


def _bands(pod: Pod, area: QRectF, em: float) -> list[Band]:
    names: dict[BandName, list[str]] = {"Init": [], "Sidecars": [], "Regular": []}
    for container in pod.containers:
        names[OF_KIND[container.kind]].append(container.name)
    shown = [name for name in names if names[name]]
    gap = max(LEAST_GATE * em, min(GATE * em, area.width() * GATE_PART))
    gaps = gap * (len(shown) - 1)
    titled = area.height() >= TITLED * em
    weights = {name: PARTS[name] * _columns(len(names[name])) for name in shown}
    whole = sum(weights.values()) or 1.0
    widest = WIDEST * em
    left = area.left()
    found: list[Band] = []
    for name in shown:
        wide = (area.width() - gaps) * weights[name] / whole
        wide = min(wide, widest * _columns(len(names[name])))
        box = QRectF(left, area.top(), wide, area.height())
        found.append(Band(name, box, tuple(names[name]), titled))
        left += wide + gap
    return found


def _columns(number: int) -> int:
    return 1 if number <= FEW else 2 if number <= 2 * FEW + 2 else 3


def _cards(band: Band, em: float) -> dict[str, QRectF]:
    title = TITLE if band.titled else 0.4
    inside = band.box.adjusted(0.5 * em, title * em, -0.5 * em, -0.4 * em)
    columns = _columns(len(band.names))
    while (
        columns < len(band.names)
        and inside.height() / ceil(len(band.names) / columns) < LOWEST * em
    ):
        columns += 1
    rows = ceil(len(band.names) / columns)
    between = 2.3 * em if columns == 1 and band.name != "Regular" else 0.6 * em
    if (inside.height() - between * (rows - 1)) / rows < MIDDLE * em:
        between = 0.35 * em
    high = min(HIGHEST * em, (inside.height() - between * (rows - 1)) / rows)
    wide = (inside.width() - 0.6 * em * (columns - 1)) / columns
    return {
        name: QRectF(
            inside.left() + (n // rows) * (wide + 0.6 * em),
            inside.top() + (n % rows) * (high + between),
            wide,
            high,
        )
        for n, name in enumerate(band.names)
    }
