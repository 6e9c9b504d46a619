"""The lines that were drawn over the stage with the pen, each on its step."""

from __future__ import annotations

from msgspec import Struct

Spot = tuple[float, float]
"""A point on the stage, in shares (0..1) of its width and its height."""

NEAR = 0.002


class Stroke(Struct, frozen=True):
    """A line from pen down to pen up, on the stage at *step*."""

    step: int
    points: tuple[Spot, ...]

    def drawn_to(self, spot: Spot) -> Stroke:
        """Extend the line to *spot*, unless that is hardly away from its end."""
        x, y = self.points[-1]
        if abs(spot[0] - x) < NEAR and abs(spot[1] - y) < NEAR:
            return self
        return Stroke(self.step, (*self.points, spot))


class Ink(Struct, frozen=True):
    """All lines of a lesson, in the order in which they were drawn."""

    strokes: tuple[Stroke, ...] = ()

    def on(self, step: int) -> tuple[Stroke, ...]:
        """Return the lines on a step."""
        return tuple(stroke for stroke in self.strokes if stroke.step == step)

    def with_stroke(self, stroke: Stroke) -> Ink:
        """Return the ink with one more line."""
        return Ink((*self.strokes, stroke))

    def undone(self, step: int) -> Ink:
        """Return the ink without the line that was drawn last on this step."""
        for place in range(len(self.strokes) - 1, -1, -1):
            if self.strokes[place].step == step:
                return Ink(self.strokes[:place] + self.strokes[place + 1 :])
        return self

    def erased(self, step: int) -> Ink:
        """Return the ink without any line on this step."""
        kept = tuple(stroke for stroke in self.strokes if stroke.step != step)
        return self if kept == self.strokes else Ink(kept)
