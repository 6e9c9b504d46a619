"""Where on the timeline we are, and where we are heading."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Playhead(Struct, frozen=True, gc=False):
    """A place counted in steps: 3.25 is a quarter of the way from step 3 to 4."""

    position: float = 0.0
    target: int = 0

    @property
    def resting(self) -> bool:
        """Whether the playhead is where it is heading."""
        return self.position == self.target

    def stepped(self, by: int, end: int) -> Playhead:
        """Finish the move under way; at rest, head for the step *by* (±1) away.

        Pressed the other way in mid-move it turns round where it is.
        """
        if not self.resting:
            ahead = self.target - self.position
            if ahead * by > 0:
                return self.settled()
            back = max(0, min(end, self.target + (1 if by > 0 else -1)))
            return Playhead(self.position, back)
        return Playhead(self.position, max(0, min(end, self.target + by)))

    def jumped(self, step: int, end: int) -> Playhead:
        """At rest at *step*, kept between 0 and *end*."""
        step = max(0, min(end, step))
        return Playhead(float(step), step)

    def scrubbed(self, position: float, end: int) -> Playhead:
        """Held at *position*; the words follow the step that was entered."""
        position = max(0.0, min(float(end), position))
        whole = int(position)
        return Playhead(position, whole if whole == position else whole + 1)

    def settled(self) -> Playhead:
        """At rest where it was heading."""
        return Playhead(float(self.target), self.target)

    def nearest(self, end: int) -> Playhead:
        """Heading for the step that is nearest."""
        return Playhead(self.position, max(0, min(end, int(self.position + 0.5))))

    def advanced(self, elapsed: float, seconds: Callable[[int], float]) -> Playhead:
        """The playhead *elapsed* seconds later.

        Args:
            elapsed: seconds, 0 or more.
            seconds: how long the step with this number takes to be entered.
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
