"""The frames of a lesson's runs, each once, and what differs from one to the next."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from msgspec import Struct

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.export.page.recording import Camera, Frame, Recording
from sidecar_viz.export.page.tables import Known

RATE = 25
"""Frames a second of a move."""
NOWHERE = -1

Change = tuple[int, ...]
"""How a frame differs from the one before it; see `changed`."""


class Run(Struct, frozen=True):
    """A course by the numbers of its frames.

    *start* is the stage before the first step, *moves* the way into each step with its
    last frame at rest, *ending* the picture after the last step, or NOWHERE.
    """

    start: int
    moves: tuple[tuple[int, ...], ...]
    ending: int = NOWHERE


class Frames:
    """The frames of all runs, each once; a run is told by their numbers."""

    def __init__(self, recording: Recording) -> None:
        """Record with *recording*, inside its `painting`."""
        self._recording = recording
        self._known: Known[Frame] = Known()

    def listed(self) -> list[Frame]:
        """Return all frames, in the order in which they were first seen."""
        return self._known.listed()

    def run(self, timeline: Timeline) -> Generator[None, None, Run]:
        """Record a course from its start to its end; yields after each step."""
        start = self._number(timeline, 0.0)
        moves: list[tuple[int, ...]] = []
        for step in range(1, timeline.end + 1):
            moves.append(self._move(timeline, step))
            yield
        ending = NOWHERE
        if timeline.ends:
            ending = self._known.number(
                self._recording.frame(timeline.rest(timeline.final))
            )
        return Run(start, tuple(moves), ending)

    def _move(self, timeline: Timeline, step: int) -> tuple[int, ...]:
        count = max(1, round(timeline.seconds(step) * RATE))
        return tuple(
            self._number(timeline, step - 1 + number / count)
            for number in range(1, count + 1)
        )

    def _number(self, timeline: Timeline, position: float) -> int:
        return self._known.number(self._recording.frame(timeline.stage_at(position)))


def changed(before: Sequence[int], after: Sequence[int]) -> Change:
    """Return how the pieces of a frame differ from those of the one before it.

    Where both have as many it is a place and a piece for each that differs; else -1,
    how many stay at the beginning, how many at the end, and what comes between.
    """
    if len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return tuple(one for at, (old, new) in pairs if old != new for one in (at, new))
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n] != after[n]), most)
    most -= head
    tail = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    return (-1, head, tail, *after[head : len(after) - tail])


def applied(before: Sequence[int], change: Change) -> tuple[int, ...]:
    """Return the pieces of a frame from those of the one before it."""
    if change[:1] == (-1,):
        head, tail = change[1], change[2]
        rest = before[len(before) - tail :]
        return (*before[:head], *change[3:], *rest)
    pieces = list(before)
    for at in range(0, len(change), 2):
        pieces[change[at]] = change[at + 1]
    return tuple(pieces)


def differences(frames: Sequence[Frame]) -> list[Change]:
    """Return each frame's pieces as what differs from the frame before."""
    before: tuple[int, ...] = ()
    found = []
    for frame in frames:
        found.append(changed(before, frame.pieces))
        before = frame.pieces
    return found


def rebuilt(changes: Sequence[Change], cameras: Sequence[Camera]) -> list[Frame]:
    """Return the frames that these differences and cameras tell."""
    pieces: tuple[int, ...] = ()
    found = []
    for change, camera in zip(changes, cameras, strict=True):
        pieces = applied(pieces, change)
        found.append(Frame(pieces, camera))
    return found
