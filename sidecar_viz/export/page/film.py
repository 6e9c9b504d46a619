"""A lesson's frames as the player reads them: tables, and what differs."""

from __future__ import annotations

from collections.abc import Generator

from msgspec import Struct

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.page.frames import Change, Frames, Run, differences
from sidecar_viz.export.page.ops import UNITS, Gradient, Ink, Inks
from sidecar_viz.export.page.recording import FACTOR, Camera, Recording
from sidecar_viz.export.page.tables import Stored, Tables

KINDS = ("path", "text", "soft", "dots", "begin", "end")


class Film(Struct, frozen=True, rename="camel"):
    """All frames of all runs in one size.

    *ops* has seven lists, one for each part of an operation. *inks* are pairs, for
    light and dark: fill, stroke, edges. *frames* say how the pieces of each differ
    from those before; *cameras* are the numbers of frames and their cameras, where
    there is one. *runs* are the lesson's own, then those of the what-ifs.
    """

    size: tuple[int, int]
    units: int
    factor: int
    shapes: list[tuple[object, ...]]
    forms: list[tuple[object, ...]]
    clips: list[tuple[str, ...]]
    inks: list[list[list[object]]]
    ops: list[list[int]]
    pieces: list[tuple[int, ...]]
    frames: list[Change]
    cameras: list[tuple[int, int, int, int]]
    runs: tuple[Run, ...]


def film_of(lesson: Lesson, size: tuple[int, int]) -> Generator[float, None, Film]:
    """Record the lesson and its what-ifs with a stage of *size* pixels.

    Yields how much of it is done, 0 to 1.
    """
    recording = Recording(lesson, size)
    frames = Frames(recording)
    courses = (None, *lesson.what_ifs)
    runs: list[Run] = []
    done, whole = 0, len(courses) * len(lesson.steps)
    with recording.painting():
        for what_if in courses:
            run = yield from _counted(
                frames.run(Timeline(lesson, what_if)), done, whole
            )
            runs.append(run)
            done += len(lesson.steps)
    tables, listed = recording.tables, frames.listed()
    return Film(
        size,
        UNITS,
        FACTOR,
        tables.shapes.listed(),
        tables.forms.listed(),
        tables.clips.listed(),
        [[_written(one) for one in pair] for pair in tables.inks.listed()],
        _columns(tables),
        tables.pieces.listed(),
        differences(listed),
        [
            (number, *frame.camera)
            for number, frame in enumerate(listed)
            if frame.camera != Camera()
        ],
        tuple(runs),
    )


def _counted(
    steps: Generator[None, None, Run], done: int, whole: int
) -> Generator[float, None, Run]:
    """Let a run be recorded; yield how much of the *whole* is done at each step."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            run: Run = end.value
            return run
        done += 1
        yield done / whole


def _columns(tables: Tables) -> list[list[int]]:
    """Return the parts of operations as lists: alike beside alike is packed small."""
    ops: list[Stored] = tables.ops.listed()
    kinds = [KINDS.index(op[0]) for op in ops]
    numbers = [op[1:] for op in ops]
    return [kinds, *([op[part] for op in numbers] for part in range(6))]


def _written(inks: Inks) -> list[object]:
    """Return fill, stroke and edges; what is not there at the end is left away."""
    every: list[object] = [_ink(inks.fill), _ink(inks.stroke), list(inks.edges)]
    while every and not every[-1]:
        every.pop()
    return every


def _ink(ink: Ink) -> object:
    if isinstance(ink, Gradient):
        return [*ink.begin, *ink.end, *(part for stop in ink.stops for part in stop)]
    return ink or 0
