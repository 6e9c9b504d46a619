"""Draws a moment of a lesson as a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import THEMES, Theme
from sidecar_viz.paint.draw.camera import LEAST_HIGH, Camera
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out


class ExportError(Exception):
    """A picture cannot be made; the text says why and what to do."""


def still_png(
    lesson: Lesson,
    *,
    position: float | None,
    size: tuple[int, int],
    theme: str,
    what_if: WhatIf | None,
    fonts: Path,
) -> bytes:
    """Make a PNG of the stage at *position*; needs no display.

    Args:
        position: steps, 0 to the last; 3.4 is a place between two steps. None is the
            ending, or the last step where there is none.
        size: pixels, each 64 to 8192.
        theme: a name of THEMES.
        fonts: the folder of the bundled fonts.

    Raises:
        ExportError: Qt cannot make it; with its reason.
    """
    application = QGuiApplication.instance() or QGuiApplication(["sidecar-viz"])
    load_fonts(fonts)
    timeline = Timeline(lesson, what_if)
    if position is None:
        stage = timeline.rest(timeline.final)
    else:
        stage = timeline.stage_at(position)
    made = png_of(still(lesson, stage, size, THEMES[theme]))
    del application
    return made


def png_of(image: QImage) -> bytes:
    """Write an image as PNG, into memory.

    Raises:
        ExportError: Qt cannot make it; with its reason.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        reason = writer.errorString().lower()
        raise ExportError(f"the picture could not be made: {reason}")
    return bytes(buffer.data().data())


def still(lesson: Lesson, stage: Stage, size: tuple[int, int], theme: Theme) -> QImage:
    """Draw the stage as an image of *size* pixels."""
    return Stills(lesson, size, theme).draw(stage)


class Stills:
    """Draws stages of a lesson as images of one size, laid out once."""

    def __init__(
        self,
        lesson: Lesson,
        size: tuple[int, int],
        theme: Theme,
        *,
        sharp: float = 1.0,
    ) -> None:
        """Draw images of *size*, each unit of it *sharp* pixels."""
        self._size, self._theme, self._sharp = size, theme, sharp
        self._layout = laid_out(lesson, (float(size[0]), float(size[1])))
        self._effects = Effects()
        self._camera: Camera | None = None

    def draw(self, stage: Stage) -> QImage:
        """Draw a *stage* of the lesson."""
        wide, high = (round(side * self._sharp) for side in self._size)
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._sharp)
        layout, theme, effects = self._layout, self._theme, self._effects
        with QPainter(image) as painter:
            if stage.shot is None:
                paint_stage(painter, stage, layout, theme, effects=effects)
            else:
                low = self._size[1] < LEAST_HIGH
                self._camera = self._camera or Camera(
                    layout, theme, self._sharp, held=low
                )
                self._camera.paint(painter, stage)
        return image
