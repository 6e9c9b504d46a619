"""Drawing operations as plain values: what is drawn, where, and with which ink."""

from __future__ import annotations

from typing import Literal, NamedTuple

UNITS = 20
"""Coordinates are whole numbers of a twentieth of a pixel."""

Colour = str
"""#rrggbb, or #rrggbbaa where it is not opaque."""
Kind = Literal["path", "text", "soft", "dots", "begin", "end"]


class Gradient(NamedTuple):
    """A fall of colours from one point to another, both in UNITS."""

    begin: tuple[int, int]
    end: tuple[int, int]
    stops: tuple[tuple[float, Colour], ...]


Ink = Colour | Gradient | None


class Inks(NamedTuple):
    """What something is filled and stroked with, and the colours of soft edges."""

    fill: Ink = None
    stroke: Ink = None
    edges: tuple[Colour, ...] = ()


NO_INKS = Inks()


class Op(NamedTuple):
    """One thing drawn.

    *shape* is a path as SVG writes it, from its own first point; a text; or what the
    kind needs besides. *x* and *y* are where it is, in UNITS. *form* is how: the
    width, dashes, caps and joints of a line; the font, size and turn of a text. *clip*
    are the paths outside of which nothing is drawn.
    """

    kind: Kind
    shape: tuple[object, ...]
    x: int = 0
    y: int = 0
    form: tuple[object, ...] = ()
    clip: tuple[str, ...] = ()
    inks: Inks = NO_INKS

    @property
    def drawing(self) -> tuple[object, ...]:
        """All but the colours: what two themes have in common."""
        return self[:6]
