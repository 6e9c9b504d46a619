"""Draws moments of a lesson as a PDF: a page for each, as large as its picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from sidecar_viz.core.beside.told import transcript
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.markup import plain
from sidecar_viz.core.stage import Stage
from sidecar_viz.export.paper.pdf import PICTURE_DPI, new_pages
from sidecar_viz.export.pictures.named import named_run, named_step
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out


def picture_pages(
    lesson: Lesson,
    position: float | None,
    size: tuple[int, int],
    theme: str,
    what_if: WhatIf | None = None,
) -> Iterator[tuple[bytes, float]]:
    """Draw the stage at a *position* on a page: shapes as shapes, text as text.

    The document's title is the step's, its description what the step shows in words.

    Args:
        position: in steps; None is the ending, or the last step where there is none.
        size: of the picture; 96 of it are an inch.
        theme: a name of THEMES.

    Yields:
        Bytes, and how much is done (0 to 1).
    """
    timeline = Timeline(lesson, what_if)
    if position is None:
        stage, step = timeline.rest(timeline.final), timeline.end
    else:
        stage, step = timeline.stage_at(position), round(position)
    title, description = named_step(timeline, step)
    yield from _pages(lesson, (stage,), (title, description), size, theme)


def all_picture_pages(
    lesson: Lesson,
    size: tuple[int, int],
    theme: str,
    what_if: WhatIf | None = None,
) -> Iterator[tuple[bytes, float]]:
    """Draw every step, and the ending, as `picture_pages` does one of them.

    The document's title is the run's, its description the run's transcript.
    """
    timeline = Timeline(lesson, what_if)
    stages = tuple(timeline.rest(step) for step in range(timeline.final + 1))
    told = plain(" ".join(transcript(timeline.course)))
    yield from _pages(lesson, stages, (named_run(timeline), told), size, theme)


def _pages(
    lesson: Lesson,
    stages: tuple[Stage, ...],
    about: tuple[str, str],
    size: tuple[int, int],
    theme: str,
) -> Iterator[tuple[bytes, float]]:
    layout = laid_out(lesson, (float(size[0]), float(size[1])))
    effects = Effects(vectors=True)
    title, description = about
    with new_pages(title, size, lesson.language, description) as pdf:
        page = pdf.writer.pageLayout().fullRectPoints()  # Qt's are whole points
        exact = QSizeF(*size) * (72 / PICTURE_DPI)
        with QPainter(pdf.writer) as painter:
            for number, stage in enumerate(stages):
                if number:
                    pdf.writer.newPage()
                painter.resetTransform()
                painter.scale(
                    page.width() / exact.width(), page.height() / exact.height()
                )
                paint_stage(painter, stage, layout, THEMES[theme], effects=effects)
                yield pdf.taken(), number / len(stages)
        yield pdf.taken(), 1.0
