"""Draws a moment of a lesson as a picture file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.stage import Stage
from sidecar_viz.core.timeline import STILL_PHASE, Timeline
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import THEMES, Theme
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out


class ExportError(Exception):
    """A picture cannot be written; the text says why and what to do."""


def write_still(
    lesson: Lesson,
    out: Path,
    *,
    position: float,
    size: tuple[int, int],
    theme: str,
    what_if: WhatIf | None,
    fonts: Path,
) -> None:
    """Write the stage at *position* to *out*, as PNG; needs no display.

    Args:
        position: steps, 0 to the last; 3.4 is a place between two steps.
        size: pixels, each 64 to 8192.
        theme: a name of THEMES.
        fonts: the folder of the bundled fonts.

    Raises:
        ExportError: the file could not be written.
    """
    application = QGuiApplication.instance() or QGuiApplication(["sidecar-viz"])
    load_fonts(fonts)
    stage = Timeline(lesson, what_if).stage_at(position, STILL_PHASE)
    image = still(lesson, stage, size, THEMES[theme])
    if not image.save(str(out)):
        message = f"{out}: could not be written; is the folder there and writable?"
        raise ExportError(message)
    del application


def still(lesson: Lesson, stage: Stage, size: tuple[int, int], theme: Theme) -> QImage:
    """Draw the stage as an image of *size* pixels."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layout = laid_out(lesson, (float(size[0]), float(size[1])))
    paint_stage(painter, stage, layout, theme, effects=Effects())
    painter.end()
    return image
