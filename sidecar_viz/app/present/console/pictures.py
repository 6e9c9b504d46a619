"""Pictures of steps at rest, kept: the next step is there before it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPainter, QPixmap

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.zoom import scaled
from sidecar_viz.paint.sizes.places import Layout

MOST_KEPT = 24
PAUSE = 80  # milliseconds between two pictures that are made beforehand


class StepPictures(QObject):
    """Makes pictures of one layout in one theme.

    Signals:
        made: the number of a step whose picture is there now.
    """

    made: SignalOf[int] = signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._layout: Layout | None = None
        self._theme: Theme | None = None
        self._size, self._ratio = QSize(), 1.0
        self._kept: dict[int, QPixmap] = {}
        self._wanted: list[int] = []
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._make_one)

    def work_for(
        self,
        timeline: Timeline,
        layout: Layout,
        theme: Theme,
        size: QSize,
        ratio: float,
    ) -> None:
        """Make other pictures from now on, *size* pixels large at this *ratio*."""
        before = (self._timeline, self._layout, self._theme, self._size, self._ratio)
        if before == (timeline, layout, theme, size, ratio):
            return
        self._timeline, self._layout, self._theme = timeline, layout, theme
        self._size, self._ratio = size, ratio
        self._kept.clear()
        self._wanted.clear()

    def are_of(self, timeline: Timeline) -> bool:
        """Whether the pictures made now are of this timeline."""
        return self._timeline is timeline

    def want(self, *steps: int) -> None:
        """Make the pictures of these steps, one after the other."""
        end = self._timeline.final if self._timeline else -1
        self._wanted = [
            step for step in steps if 0 <= step <= end and step not in self._kept
        ]
        if self._wanted:
            self._timer.start()

    def rest(self) -> None:
        """Make nothing more for now."""
        self._timer.stop()

    def picture(self, step: int) -> QPixmap | None:
        """Return the picture of a step, if it is there."""
        return self._kept.get(step)

    def make(self, step: int) -> QPixmap | None:
        """Return the picture of a step, made now if need be."""
        if step not in self._kept and self._timeline is not None:
            self._kept[step] = self._painted(self._timeline.rest(step))
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return self._kept.get(step)

    def _make_one(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        step = self._wanted.pop(0)
        self.make(step)
        self.made.emit(step)

    def _painted(self, stage: Stage) -> QPixmap:
        pixels = self._size * self._ratio
        made = QPixmap(max(1, pixels.width()), max(1, pixels.height()))
        made.setDevicePixelRatio(self._ratio)
        if self._layout is None or self._theme is None:
            return made
        size = (float(self._size.width()), float(self._size.height()))
        with QPainter(made) as painter:
            effects = Effects(ratio=self._ratio)
            layout = scaled(self._layout, size)
            paint_stage(painter, stage, layout, self._theme, effects=effects)
        return made
