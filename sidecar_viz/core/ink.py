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

    def with_strokes(self, strokes: tuple[Stroke, ...]) -> Ink:
        """Return the ink with more lines."""
        return Ink((*self.strokes, *strokes))

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


class Change(Struct, frozen=True):
    """What was done to the ink of a step: a line was drawn, or all were erased."""

    step: int
    strokes: tuple[Stroke, ...]
    erasing: bool

    def done(self, ink: Ink) -> Ink:
        """Return the ink after this."""
        if self.erasing:
            return ink.erased(self.step)
        return ink.with_strokes(self.strokes)

    def taken_back(self, ink: Ink) -> Ink:
        """Return the ink as it was before this."""
        if self.erasing:
            return ink.with_strokes(self.strokes)
        return ink.undone(self.step)


Changes = tuple[Change, ...]


class InkHistory(Struct, frozen=True):
    """The ink, and what can be taken back and done again, on each step by itself.

    Lines that are there without a past, as from an earlier session, can be taken
    back one by one.
    """

    ink: Ink = Ink()
    past: Changes = ()
    future: Changes = ()

    def with_stroke(self, stroke: Stroke) -> InkHistory:
        """Return this with one more line; what was taken back there is forgotten."""
        return self._with(Change(stroke.step, (stroke,), erasing=False))

    def erased(self, step: int) -> InkHistory:
        """Return this without any line on this step, which can be taken back."""
        strokes = self.ink.on(step)
        return self._with(Change(step, strokes, erasing=True)) if strokes else self

    def undone(self, step: int) -> InkHistory:
        """Return this without what was done last on this step."""
        change, past = _last(self.past, step)
        if change is None and (strokes := self.ink.on(step)):
            change = Change(step, strokes[-1:], erasing=False)
        if change is None:
            return self
        return InkHistory(change.taken_back(self.ink), past, (*self.future, change))

    def redone(self, step: int) -> InkHistory:
        """Return this with what was taken back last on this step."""
        change, future = _last(self.future, step)
        if change is None:
            return self
        return InkHistory(change.done(self.ink), (*self.past, change), future)

    def _with(self, change: Change) -> InkHistory:
        future = tuple(other for other in self.future if other.step != change.step)
        return InkHistory(change.done(self.ink), (*self.past, change), future)


def _last(changes: Changes, step: int) -> tuple[Change | None, Changes]:
    """Return the last change on this step, None for none, and the others."""
    for place in range(len(changes) - 1, -1, -1):
        if changes[place].step == step:
            return changes[place], changes[:place] + changes[place + 1 :]
    return None, changes
