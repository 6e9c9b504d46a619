"""Words and their room: names cut where they say least, and forms that fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sidecar_viz.paint.brush.fonts import MEDIUM, REGULAR
from sidecar_viz.paint.brush.text import width

SHORTEST = 3  # letters of a name; with less the tag is cut, too
Piece = tuple[float, float]
"""From where to where, in pixels."""


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
    """Return an image's name and tag, as much of it as there is room for.

    A digest is cut to its first letters; then registry and path go, then the digest if
    there is a tag, and last the name is cut in its middle.
    """
    name, _, digest = image.partition("@")
    kind, _, hexes = digest.partition(":")
    short = f"@{kind}:{hexes[:8]}" if hexes else digest and f"@{digest}"
    last = name.rpartition("/")[2]
    forms = [name + short, last + short]
    if ":" in last:
        forms.append(last)
    for form in forms:
        if width(form, mono=mono) <= room:
            return form
    bare, _, tag = forms[-1].partition("@" if ":" not in last else ":")
    if not tag:
        return cut_in_the_middle(bare, room, mono=mono)
    tail = forms[-1][len(bare) :]
    left = room - width(tail, mono=mono)
    if left < SHORTEST * width("m", mono=mono):
        return cut_in_the_middle(forms[-1], room, mono=mono)
    return cut_in_the_middle(bare, left, mono=mono) + tail


def fitting(
    forms: Sequence[str], pieces: Sequence[Piece], size: float, pad: float
) -> tuple[str, Piece]:
    """Return the longest of the *forms* that fits, and the first piece that it fits in.

    Args:
        forms: what may be said, the longest first.
        pieces: what is seen of the stretch.
        size: of the letters, in pixels.
        pad: room beside the words, in letter sizes.

    Returns:
        "" and the widest piece if none fits.
    """
    for form in forms:
        wanted = (width(form, MEDIUM) + pad) * size
        for piece in pieces:
            if piece[1] - piece[0] >= wanted:
                return form, piece
    return "", max(pieces, key=lambda piece: piece[1] - piece[0], default=(0.0, 0.0))
