"""The playhead: the current place on the timeline, and the one it moves to."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Playhead(Struct, frozen=True, gc=False):
    """A place counted in steps: 3.25 is a quarter of the way from step 3 to 4."""

    position: float = 0.0
    target: int = 0

    @property
    def resting(self) -> bool:
        """Whether the playhead has arrived where it was moving to."""
        return self.position == self.target

    def stepped(self, by: int, end: int) -> Playhead:
        """Finish the move under way; at rest, set off for the step *by* (±1) away.

        A press in the other direction turns a move round where it is.
        """
        if not self.resting:
            ahead = self.target - self.position
            if ahead * by > 0:
                return self.settled()
            back = max(0, min(end, self.target + (1 if by > 0 else -1)))
            return Playhead(self.position, back)
        return Playhead(self.position, max(0, min(end, self.target + by)))

    def jumped(self, step: int, end: int) -> Playhead:
        """Return the playhead at rest at *step*, limited to 0 to *end*."""
        step = max(0, min(end, step))
        return Playhead(float(step), step)

    def scrubbed(self, position: float, end: int) -> Playhead:
        """Return it at *position*, with the step being entered as its target."""
        position = max(0.0, min(float(end), position))
        whole = int(position)
        return Playhead(position, whole if whole == position else whole + 1)

    def settled(self) -> Playhead:
        """Return it at rest where it was moving to."""
        return Playhead(float(self.target), self.target)

    def nearest(self, end: int) -> Playhead:
        """Return it moving to the nearest step."""
        return Playhead(self.position, max(0, min(end, int(self.position + 0.5))))

    def advanced(self, elapsed: float, seconds: Callable[[int], float]) -> Playhead:
        """Return the playhead *elapsed* seconds later.

        Args:
            elapsed: seconds, 0 or more.
            seconds: gives the seconds that it takes to enter the step with a number.
        """
        position, left = self.position, elapsed
        while left > 0 and position != self.target:
            onward = self.target > position
            entered = int(position) + 1 if onward else -int(-position // 1)
            goal = float(entered if onward else entered - 1)
            pace = seconds(entered)
            needed = abs(goal - position) * pace
            if needed > left:
                position += (left / pace) * (1.0 if onward else -1.0)
                left = 0.0
            else:
                position, left = goal, left - needed
        return Playhead(position, self.target)
