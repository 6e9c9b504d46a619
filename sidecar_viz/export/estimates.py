"""How large an export will be, and how long it takes: about, before it is made."""

from __future__ import annotations

from typing import NamedTuple

MEGAPIXEL = 1e6


class Cost(NamedTuple):
    """What an export costs: at first, for each step, and for each million pixels of it.

    Bytes and seconds, measured with the bundled lessons on two cores.
    """

    first: tuple[float, float]
    step: tuple[float, float]
    pixels: tuple[float, float] = (0.0, 0.0)


COSTS: dict[str, Cost] = {
    ".html": Cost((950e3, 0.5), (25e3, 1.1)),
    ".mp4": Cost((30e3, 0.6), (0, 0), (330e3, 0.8)),
    ".webm": Cost((30e3, 0.6), (0, 0), (420e3, 0.9)),
    ".gif": Cost((20e3, 0.5), (280e3, 0.35)),
    ".webp": Cost((20e3, 0.5), (140e3, 0.4)),
    ".png": Cost((20e3, 0.3), (0, 0), (45e3, 0.1)),
    ".svg": Cost((60e3, 0.4), (0, 0)),
    ".pdf": Cost((40e3, 0.3), (110e3, 0.06)),
    "pictures": Cost((25e3, 0.3), (27e3, 0.04)),  # a PDF's
    ".pptx": Cost((100e3, 0.6), (390e3, 0.4)),
    ".md": Cost((20e3, 0.4), (65e3, 0.1)),
}


def estimate(
    kind: str, steps: int, size: tuple[int, int] | None
) -> tuple[float, float]:
    """Return about how many bytes, and seconds, an export takes.

    Args:
        kind: one of COSTS.
        steps: how many it shows, the start counted.
        size: pixels, where they can be chosen.
    """
    cost = COSTS[kind]
    pixels = size[0] * size[1] / MEGAPIXEL if size else 0.0
    parts = zip(cost.first, cost.step, cost.pixels, strict=True)
    length, seconds = (
        first + steps * (step + pixels * pixel) for first, step, pixel in parts
    )
    return length, seconds
