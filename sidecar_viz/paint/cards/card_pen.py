"""The pen that draws one card: the painter, the place and the colours together."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.paint.brush.brush import Brush, between
from sidecar_viz.paint.brush.theme import Shade
from sidecar_viz.paint.sizes.levels import Level, Part
from sidecar_viz.paint.sizes.measure import (
    pads,
    rows_of,
)
from sidecar_viz.paint.sizes.places import Place

GROWTH = 0.2


class CardPen:
    """Draws one card; its rows take their place, colours and state from it."""

    def __init__(
        self, painter: QPainter, brush: Brush, place: Place, state: ActorState
    ) -> None:
        self.painter = painter
        self.brush = brush
        self.figure = place.figure
        self.state = state
        self.box = place.box.inset((1.0 - state.solidity) * GROWTH * brush.em)
        left, _, right, _ = pads(place.figure)
        self.left = place.box.x + left * brush.em
        self.right = place.box.right - right * brush.em
        self.shade: Shade = brush.theme.living(place.figure.hue, state.life)

    @property
    def ink(self) -> QColor:
        """The colour of words: grey on a ghost, full on a solid card."""
        theme = self.brush.theme
        return between(theme.muted, theme.ink, self.state.solidity)

    @property
    def line(self) -> QColor:
        """The colour of outlines and icons."""
        return between(self.brush.theme.edge, self.shade.line, self.state.solidity)

    @property
    def centred(self) -> bool:
        """Whether words stand in the middle, as they do on everything but cards."""
        return self.figure.form != "card"

    @property
    def middle(self) -> float:
        """The x of the middle of the words (pixels)."""
        return (self.left + self.right) / 2

    def size(self, em: float) -> float:
        """Convert a length from em to pixels."""
        return em * self.brush.em

    def spare(self, place: Place) -> float:
        """Return the height (pixels) that the rows leave when they are stretched."""
        return spare_height(place, self.brush.em)

    def rows(self, place: Place, level: Level) -> Iterator[tuple[Part, float, int]]:
        """Yield every row: its part, its middle in pixels, its number of that part."""
        numbers = [number for _, _, number in rows_of(self.figure, level)]
        places = row_places(place, level, self.brush.em)
        for number, (part, middle, _) in zip(numbers, places, strict=True):
            yield part, middle, number


def spare_height(place: Place, em: float) -> float:
    """Return the height (pixels) that a card's rows leave when they are stretched."""
    _, top, _, low = pads(place.figure)
    return (top + low) * em * (place.stretch - 1.0)


def row_places(
    place: Place, level: Level, em: float
) -> Iterator[tuple[Part, float, float]]:
    """Yield every row of a card: its part, its middle and its height in pixels.

    Cards that stand together are stretched alike, so that their rows line up.
    """
    y = place.box.y + pads(place.figure)[1] * em
    if place.figure.form not in ("card", "tile"):
        y += spare_height(place, em) * 0.5
    for part, height, _ in rows_of(place.figure, level):
        high = height * place.stretch * em
        yield part, y + high / 2, high
        y += high
