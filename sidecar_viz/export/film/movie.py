"""Makes the film of a lesson, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.markup import plain
from sidecar_viz.export.film.encoder import MP4, WEBM, Encoder
from sidecar_viz.export.film.frames import Frames
from sidecar_viz.export.film.schedule import Schedule, scheduled
from sidecar_viz.export.film.subtitles import subtitles
from sidecar_viz.export.film.words import dwell_of, words_of
from sidecar_viz.paint.brush.theme import THEMES

KINDS = {".mp4": MP4, ".webm": WEBM}
BEATS = 2  # frames a second at rest

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
) -> Iterator[Made]:
    """Make the film of a lesson, or of a step alone; needs Qt's application and fonts.

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
    encoder = Encoder(KINDS[ending], size, schedule, _titles(timeline, schedule))
    frames = Frames(
        timeline, size, THEMES[theme], captions=not beside, stride=encoder.stride
    )
    moments = list(schedule.moments(max(1, rate // BEATS)))
    for number, moment in enumerate(moments):
        if moment.fresh:
            frames.paint(moment)
            begins = moment.frame == moment.chapter.first
            encoder.add(frames.image, moment.frame, begins=begins)
        else:
            encoder.repeat(moment.frame)
        yield b"", number / len(moments), ""
    yield encoder.finished(), 1.0, ""


def _titles(timeline: Timeline, schedule: Schedule) -> tuple[str, ...]:
    """Return the film's title and those of its chapters."""
    course = timeline.course
    title = course.lesson.title
    if course.what_if is not None:
        title = f"{title}: {course.what_if.title}"
    chapters = [words_of(timeline, one.number).heading for one in schedule.chapters]
    return tuple(plain(one) for one in (title, *chapters))
