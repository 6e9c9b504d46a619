"""The frames of a film: the stage, and below it a band with the step's words."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Stage
from sidecar_viz.export.film.band import Band
from sidecar_viz.export.film.schedule import Moment
from sidecar_viz.export.film.words import words_of
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.draw.camera import LEAST_HIGH, Camera
from sidecar_viz.paint.layout.layout import laid_out


class Frames:
    """Paints the frames of one film, one after the other, on one image.

    Attributes:
        stage: width and height of the stage, in pixels; what is below it is the band.
    """

    def __init__(
        self, timeline: Timeline, image: QImage, theme: Theme, *, captions: bool
    ) -> None:
        """Lay out stage and band.

        Args:
            image: of the film's size; nobody else may paint on it.
            captions: whether the words are written below the stage.
        """
        self._timeline, self._image = timeline, image
        size = (image.width(), image.height())
        self._band: Band | None = None
        if captions:
            numbers = range(timeline.final + 1)
            every = [words_of(timeline, number) for number in numbers]
            self._band = Band(size, theme, every, timeline.end)
        self.stage = (size[0], size[1] - (self._band.height if self._band else 0))
        layout = laid_out(timeline.lesson, (float(self.stage[0]), self.stage[1]))
        self._camera = Camera(layout, theme, 1.0, held=self.stage[1] < LEAST_HIGH)
        self._camera.never_cut()
        self._last: tuple[Stage, int] | None = None

    def paint(self, moment: Moment) -> None:
        """Paint a frame over the last one: only what differs costs time."""
        number = moment.chapter.number
        if number > self._timeline.end:
            stage = self._timeline.rest(number)
        else:
            stage = self._timeline.stage_at(moment.position)
        with QPainter(self._image) as painter:
            self._paint_stage(painter, stage)
            words_differ = self._last is None or self._last[1] != number
            if self._band is not None and words_differ:
                painter.setClipping(False)
                words = words_of(self._timeline, number)
                self._band.paint(painter, self.stage[1], words)
        self._last = (stage, number)

    def _paint_stage(self, painter: QPainter, stage: Stage) -> None:
        area = QRect(0, 0, *self.stage)
        if self._last is not None:
            if self._last[0] is stage:
                return
            changed = self._camera.changed(self._last[0], stage).intersected(area)
            painter.setClipRegion(changed)
        else:
            painter.setClipRect(area)
        self._camera.paint(painter, stage)
