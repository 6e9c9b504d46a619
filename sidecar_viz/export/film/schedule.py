"""When a film shows what: which place of the playhead at which of its frames.

The course of time is that of autoplay: words change as a step is entered, and stay for
as long as they take to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil

from msgspec import Struct

from sidecar_viz.core.course.timeline import Timeline

LEAD = 0.8
"""Seconds in which a film of one step shows what was before it."""


class Chapter(Struct, frozen=True):
    """A step of a film: what was before it, how it is entered, and its rest.

    *number* is that of its picture at rest: 0 to the last step's, or one more for the
    ending. *first* is its first frame; *before*, *moving* and *resting* count frames.
    """

    number: int
    first: int
    before: int
    moving: int
    resting: int

    @property
    def end(self) -> int:
        """The number of the first frame after it."""
        return self.first + self.before + self.moving + self.resting

    def position_at(self, frame: int) -> float:
        """Return the playhead's place at one of its frames, in steps.

        From the end of the move on it is the whole number of the picture at rest.
        """
        gone = frame - self.first - self.before + 1
        if not self.before and not self.moving:
            return float(self.number)
        if gone <= 0:
            return self.number - 1.0
        return self.number - 1.0 + min(1.0, gone / max(1, self.moving))


class Moment(Struct, frozen=True):
    """A frame of a film that is encoded. *fresh* says that it differs from the last."""

    frame: int
    chapter: Chapter
    position: float
    fresh: bool


class Schedule(Struct, frozen=True):
    """All frames of a film, so many a second."""

    rate: int
    chapters: tuple[Chapter, ...]

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return self.chapters[-1].end

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.frames / self.rate

    def moments(self, beat: int | None) -> Iterator[Moment]:
        """Give the frames that must be encoded: all that move, and few of a rest.

        Args:
            beat: how many frames apart those of a rest are; None is as far as it is
                long. The last frame of all is always among them.
        """
        last: float | None = None
        for chapter in self.chapters:
            since = 0
            for frame in range(chapter.first, chapter.end):
                position = chapter.position_at(frame)
                fresh = position != last or frame == chapter.first
                since = 0 if fresh else since + 1
                due = fresh or (beat is not None and since % beat == 0)
                if due or frame == self.frames - 1:
                    yield Moment(frame, chapter, position, fresh)
                last = position


def scheduled(
    timeline: Timeline,
    rate: int,
    dwell: Callable[[int], float],
    only: int | None = None,
) -> Schedule:
    """Return the frames of a lesson's film, from its start or opening to its end.

    Args:
        timeline: of the lesson, or of a what-if.
        rate: frames a second.
        dwell: gives the seconds for which the picture at rest with a number stays.
        only: a step that the film is about alone, 0 to the last.
    """
    numbers = range(timeline.final + 1) if only is None else (only,)
    chapters: list[Chapter] = []
    for number in numbers:
        moves = 0 < number <= timeline.end
        chapters.append(
            Chapter(
                number,
                chapters[-1].end if chapters else 0,
                round(LEAD * rate) if moves and only is not None else 0,
                max(1, round(timeline.seconds(number) * rate)) if moves else 0,
                max(1, ceil(dwell(number) * rate)),
            )
        )
    return Schedule(rate, tuple(chapters))
