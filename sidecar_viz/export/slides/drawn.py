"""Makes a lesson's slides, picture by picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.export.contents.contents import contents
from sidecar_viz.export.pictures.drawn_extra import drawn
from sidecar_viz.export.pictures.extra import Extra
from sidecar_viz.export.pictures.outlines import outlined
from sidecar_viz.export.pictures.stills import Stills, png_of
from sidecar_viz.export.pictures.vectors import Vectors
from sidecar_viz.export.slides.deck import Slides
from sidecar_viz.export.slides.looks import SHARP, picture_size
from sidecar_viz.export.slides.pages import ENDING, EXTRA, pages
from sidecar_viz.paint.brush.theme import Theme


def slides(
    lesson: Lesson,
    what_if: WhatIf | None,
    theme: Theme,
    *,
    notes: bool,
    extra: Extra | None = None,
) -> Iterator[tuple[bytes, float]]:
    """Make a .pptx of all steps; its bytes come last, before that only how far it is.

    Args:
        notes: the teacher's stand with the speaker's words; otherwise only these.
        extra: a picture that comes with the lesson.
    """
    timeline = Timeline(lesson, what_if)
    found = pages(contents(timeline.course, notes=notes), extra)
    made = _Pictures(timeline, theme, extra)
    deck = Slides(theme, found[0].title, lesson.language)
    for number, page in enumerate(found, start=1):
        if page.picture is None:
            deck.add(page)
        else:
            deck.add(page, *made.both(page.picture))
        yield b"", number / (len(found) + 1)
    yield deck.packed(), 1.0


class _Pictures:
    """Draws a course's pictures, each in pixels and as vectors."""

    def __init__(self, timeline: Timeline, theme: Theme, extra: Extra | None) -> None:
        self._extra = extra
        self._size = size = picture_size()
        self._timeline = timeline
        self._vectors = Vectors(timeline, size, theme)
        self._stills = Stills(timeline.lesson, size, theme, sharp=SHARP)

    def both(self, picture: int) -> tuple[bytes, bytes]:
        """Draw a step, the ending, or the extra, as PNG and as SVG without text."""
        if picture == EXTRA and self._extra is not None:
            wide, high = (round(SHARP * length) for length in self._size)
            return png_of(drawn(self._extra, wide, high)), outlined(self._extra.svg)
        if picture == ENDING:
            svg, at = self._vectors.ending(), self._timeline.final
        else:
            svg, at = self._vectors.at(picture), picture
        still = self._stills.draw(self._timeline.rest(at))
        palette = still.convertToFormat(QImage.Format.Format_RGB888)
        return png_of(palette), outlined(svg)
