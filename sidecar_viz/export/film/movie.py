"""Makes the film of a lesson, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.markup import plain
from sidecar_viz.export.film.colours import (
    Converted,
    to_palette,
    to_yuv420p,
    unchanged,
)
from sidecar_viz.export.film.encoder import Encoder
from sidecar_viz.export.film.frames import Frames
from sidecar_viz.export.film.kinds import KINDS, Kind
from sidecar_viz.export.film.schedule import Moment, Schedule, scheduled
from sidecar_viz.export.film.subtitles import subtitles
from sidecar_viz.export.film.words import dwell_of, words_of
from sidecar_viz.export.pictures.named import named_run
from sidecar_viz.paint.brush.theme import THEMES

SAMPLED = 10
"""Each of so many frames, and every picture at rest, is looked at for a palette."""

Made = tuple[bytes, float, str]
"""Bytes, how much of the work is done (0 to 1), and the file beside the film, or ""."""


def film(
    lesson: Lesson,
    ending: str,
    *,
    size: tuple[int, int],
    rate: int,
    theme: str,
    what_if: WhatIf | None,
    only: int | None,
    beside: str,
) -> Generator[Made]:
    """Make the film of a lesson, or of a step alone; needs Qt's application and fonts.

    Whoever closes it before its end stops the work.

    Args:
        ending: of the file's name, which says what it is encoded as.
        size: pixels, both even.
        rate: frames a second.
        theme: a name of THEMES.
        only: a step, 0 to the last; None is the whole lesson.
        beside: the name of a file for the captions; "" writes them below the stage.
    """
    timeline = Timeline(lesson, what_if)
    schedule = scheduled(timeline, rate, lambda n: dwell_of(timeline, n), only)
    if beside:
        yield subtitles(timeline, schedule).encode(), 0.0, beside
    kind = KINDS[ending]

    def frames(image: QImage) -> Frames:
        return Frames(timeline, image, THEMES[theme], captions=not beside)

    beat = max(1, rate // kind.beats) if kind.beats else None
    moments = list(schedule.moments(beat))
    converted = _conversion(kind, size, moments, frames)
    titles = _titles(timeline, schedule)
    with Encoder(kind, size, schedule, titles, converted) as encoder:
        painted = frames(encoder.image)
        for number, moment in enumerate(moments):
            if moment.fresh:
                painted.paint(moment)
                begins = moment.frame == moment.chapter.first
                encoder.add(moment.frame, begins=begins)
            else:
                encoder.repeat(moment.frame)
            yield b"", number / len(moments), ""
        yield encoder.finished(), 1.0, ""


def _conversion(
    kind: Kind,
    size: tuple[int, int],
    moments: list[Moment],
    frames: Callable[[QImage], Frames],
) -> Converted:
    """Return what turns painted frames into those of a kind of film."""
    if kind.pixels == "yuv420p":
        return to_yuv420p
    if kind.pixels == "bgra":
        return unchanged
    return to_palette(_samples(size, moments, frames), size)


def _samples(
    size: tuple[int, int], moments: list[Moment], frames: Callable[[QImage], Frames]
) -> Iterator[QImage]:
    """Paint some of the frames."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painted = frames(image)
    following = [*moments[1:], None]
    for number, (now, after) in enumerate(zip(moments, following, strict=True)):
        rests = after is None or after.chapter is not now.chapter
        if rests or number % SAMPLED == 0:
            painted.paint(now)
            yield image


def _titles(timeline: Timeline, schedule: Schedule) -> tuple[str, ...]:
    """Return the film's title and those of its chapters."""
    chapters = [words_of(timeline, one.number).heading for one in schedule.chapters]
    return (named_run(timeline), *(plain(one) for one in chapters))
