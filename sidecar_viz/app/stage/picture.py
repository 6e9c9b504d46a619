"""The picture of a stage: what is shown, how it is laid out, what must be painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPaintDevice, QPainter, QPixmap, QRegion

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Actor, Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import qrect
from sidecar_viz.paint.brush.theme import LIGHT, Theme
from sidecar_viz.paint.columns.trail import item_at
from sidecar_viz.paint.draw.camera import LEAST_HIGH, Camera
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.sizes.places import Layout, Size

NOBODY: frozenset[str] = frozenset()

Lens = Callable[[Lesson, Size, float], Layout]
"""How a stage is laid out: for a lesson, in a size, with text of a scale."""


class StagePicture:
    """One moment of a lesson, ready to be painted on a surface.

    A method that changes it returns the region to paint again. The layout and the
    painter are made when they are first needed, and kept until *forget*.

    Attributes:
        lesson: whose stage it is; None until a lesson is shown.
        stage: the moment; None until one of the lesson is shown.
        theme: the colours.
        marked: the ids of the actors that are ringed.
        differing: the ids of the actors and links that another run has otherwise.
        followed: the number of the item whose trail is lit, 0 for none.
        held: whether the camera stays with the whole stage.
        high: the height (pixels) of the surface that this is a copy of; None for its
            own.
    """

    def __init__(self, surface: QPaintDevice, lens: Lens = laid_out) -> None:
        """Begin with an empty picture.

        Args:
            surface: what it is painted on; its size and pixel ratio count.
            lens: how it is laid out.
        """
        self.lesson: Lesson | None = None
        self.stage: Stage | None = None
        self.theme: Theme = LIGHT
        self.marked = self.differing = NOBODY
        self.followed = 0
        self.held = False
        self.high: float | None = None
        self._surface, self._lens = surface, lens
        self._text_scale = 1.0
        self._camera: Camera | None = None

    def show_lesson(self, lesson: Lesson) -> QRegion:
        """Show the actors of another lesson; show_stage must follow."""
        self.lesson, self.stage, self.marked = lesson, None, NOBODY
        self.followed = 0
        return self.forget()

    def show_stage(self, stage: Stage) -> QRegion:
        """Show another moment of the lesson."""
        before, self.stage = self.stage, stage
        if before == stage and self._camera is not None:
            return QRegion()
        if before is None or self._camera is None or self.followed:
            return self._all()
        return self._camera.changed(before, stage)

    def mark(self, ids: frozenset[str]) -> QRegion:
        """Ring these actors, and no others."""
        others, self.marked = ids ^ self.marked, ids
        return self._remarked(others)

    def differ(self, ids: frozenset[str]) -> QRegion:
        """Show that another run has these actors and links otherwise."""
        others, self.differing = ids ^ self.differing, ids
        return self._remarked(others)

    def _remarked(self, ids: frozenset[str]) -> QRegion:
        if self.stage is None or not ids:
            return QRegion()
        return self.camera().changed(self.stage, self.stage, ids)

    def follow(self, item: int) -> QRegion:
        """Light the trail of an item, 0 for none."""
        if item == self.followed:
            return QRegion()
        self.followed = item
        return self._all()

    def item_at(self, place: QPointF) -> int:
        """Find the number of the item at a place on the surface, 0 for none."""
        if self.lesson is None or self.lesson.ledger is None or self.stage is None:
            return 0
        return item_at(self.stage, self.painter().layout, place.x(), place.y())

    def set_theme(self, theme: Theme) -> QRegion:
        """Paint in other colours."""
        self.theme = theme
        return self.forget()

    def set_text_scale(self, scale: float) -> QRegion:
        """Lay out for larger text: 1 to 2."""
        self._text_scale = scale
        return self.forget()

    def hold(self, *, held: bool) -> QRegion:
        """Let the camera stay with the whole stage, or come near again."""
        if held == self.held:
            return QRegion()
        self.held = held
        return (
            self.forget() if self.stage is not None and self.stage.shot else QRegion()
        )

    def forget(self) -> QRegion:
        """Lay out again at the next need: the surface or the lens is another."""
        self._camera = None
        return self._all()

    @property
    def ready(self) -> bool:
        """Whether it is laid out, and there is a moment to paint."""
        return self._camera is not None and self.stage is not None

    def get_ready(self) -> None:
        """Make what the first frame of a move needs, if there is a moment."""
        if self.stage is not None:
            self.painter().get_ready(self.stage)

    @property
    def covered(self) -> bool:
        """Whether a scene lies over all actors."""
        return self.stage is not None and self.stage.covered

    def camera(self) -> Camera:
        """Give what paints on the surface as it is now.

        Raises:
            LookupError: no lesson is shown.
        """
        ratio = self._surface.devicePixelRatioF()
        if self._camera is None or self._camera.whole.ratio != ratio:
            layout = self.lay_out(self._lens)
            self._camera = Camera(layout, self.theme, ratio)
        high = self._surface.height() if self.high is None else self.high
        self._camera.held = self.held or high < LEAST_HIGH
        return self._camera

    def painter(self) -> StagePainter:
        """Give what paints the moment that is shown.

        Raises:
            LookupError: no lesson is shown.
        """
        return self.camera().painter(self.stage)

    def lay_out(self, lens: Lens) -> Layout:
        """Lay the lesson out for the surface through a *lens*.

        Raises:
            LookupError: no lesson is shown.
        """
        if self.lesson is None:
            raise LookupError("no lesson is shown")
        wide, high = self._surface.width(), self._surface.height()
        size = (float(max(1, wide)), float(max(1, high)))
        return lens(self.lesson, size, self._text_scale)

    def paint(self, painter: QPainter, spot: frozenset[str] = NOBODY) -> None:
        """Paint it, unless there is no moment yet; *spot* is ringed, too."""
        if self.stage is not None:
            marked = Marked(self.marked | spot, self.followed, self.differing)
            self.camera().paint(painter, self.stage, marked)

    def still(self) -> QPixmap:
        """Take a picture of all of it, without rings."""
        ratio = self._surface.devicePixelRatioF()
        size = QSize(self._surface.width(), self._surface.height())
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        with QPainter(picture) as painter:
            if self.stage is not None:
                self.camera().paint(painter, self.stage)
        return picture

    def present(self) -> list[ActorState]:
        """List the actors that are to be seen, in the lesson's order."""
        states = self.stage.actors if self.stage is not None else ()
        if self.covered:
            return []
        return [state for state in states if state.presence > 0.0]

    def in_focus(self) -> tuple[str, ...]:
        """List the ids of the actors that the step is about."""
        states = self.stage.actors if self.stage is not None else ()
        return tuple(state.id for state in states if state.focus > 0.0)

    def actor(self, actor_id: str) -> Actor | None:
        """Find what the lesson says of an actor; None for an unknown one."""
        actors = self.lesson.actors if self.lesson is not None else ()
        return next((actor for actor in actors if actor.id == actor_id), None)

    def actor_at(self, place: QPointF) -> str:
        """Find the id of the actor at a place on the surface, "" for none."""
        if self.lesson is None or self.covered:
            return ""
        return self.painter().layout.actor_at(place.x(), place.y())

    def box_of(self, actor_id: str) -> QRect:
        """Find where an actor stands on the surface; empty for an unknown one."""
        place = self.painter().layout.places.get(actor_id)
        return qrect(place.box).toAlignedRect() if place else QRect()

    def _all(self) -> QRegion:
        return QRegion(0, 0, self._surface.width(), self._surface.height())
