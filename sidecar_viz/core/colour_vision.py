"""Simulates how colours look to people with other colour vision, and when washed out.

The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
"A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
Transactions on Visualization and Computer Graphics 15(6), 2009, pages 1291-1298,
for severity 1.0; they work on linear RGB.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Vision = Literal["protan", "deutan", "tritan"]
Channels = tuple[float, float, float]

MATRICES: dict[Vision, tuple[Channels, Channels, Channels]] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
ROOM_LIGHT = 0.15  # of the projector's white; it turns 21:1 into less than 8:1


def seen_by(vision: Vision, colour: str) -> str:
    """Return "#rrggbb" as somebody with this kind of colour vision sees it."""
    matrix = MATRICES[vision]
    channels = linear(colour)
    return _each(
        lambda place: sum(
            part * channel
            for part, channel in zip(matrix[place], channels, strict=True)
        )
    )


def washed_out(colour: str, light: float = ROOM_LIGHT) -> str:
    """Return "#rrggbb" as it looks on a screen that other light falls on.

    Args:
        colour: what the projector shows.
        light: the other light, as a share of the projector's white; 0 or more.
    """
    channels = linear(colour)
    return _each(lambda place: (channels[place] + light) / (1.0 + light))


def linear(colour: str) -> Channels:
    """Return the amounts of light (0 to 1) of "#rrggbb" (IEC 61966-2-1, sRGB)."""
    red, green, blue = (_to_light(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def _each(amount: Callable[[int], float]) -> str:
    red, green, blue = (_from_light(amount(place)) for place in range(3))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _to_light(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _from_light(amount: float) -> int:
    amount = max(0.0, min(1.0, amount))
    low = amount * 12.92
    part = low if amount <= 0.0031308 else 1.055 * amount ** (1 / 2.4) - 0.055
    return round(part * 255)
