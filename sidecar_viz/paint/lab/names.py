"""Names that are longer than their room: cut where they say least."""

from __future__ import annotations

from functools import lru_cache

from sidecar_viz.paint.brush.fonts import REGULAR
from sidecar_viz.paint.brush.text import width


@lru_cache(maxsize=1024)
def cut_in_the_middle(
    text: str, room: float, weight: int = REGULAR, *, mono: bool = False
) -> str:
    """Return a *text*, cut in its middle if it is wider than *room* (in font sizes).

    Names of containers differ at their ends more often than in their middle.
    """
    if width(text, weight, mono=mono) <= room:
        return text
    for kept in range(len(text) - 1, 1, -1):
        front = (kept + 1) // 2
        said = f"{text[:front]}…{text[len(text) - kept + front :]}"
        if width(said, weight, mono=mono) <= room:
            return said
    return "…"


@lru_cache(maxsize=1024)
def cut_image(image: str, room: float, *, mono: bool = True) -> str:
    """Return an image's name and tag; the registry and the path go first.

    A digest is cut to its first letters.
    """
    name, _, digest = image.partition("@")
    if digest:
        kind, _, hexes = digest.partition(":")
        image = f"{name}@{kind}:{hexes[:8]}" if hexes else image
    if width(image, mono=mono) <= room:
        return image
    return cut_in_the_middle(image.rpartition("/")[2], room, mono=mono)
