"""The stage on screen: shows a value, tells what is pointed at, keeps no time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.paint.brush.brush import pen, qrect
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Actor, Lesson
    from sidecar_viz.core.stage import ActorState, Stage
    from sidecar_viz.paint.brush.theme import Theme
    from sidecar_viz.paint.sizes.places import Layout


class StageView(QWidget):
    """Paints the stage it is given.

    Signals:
        hovered: the id of the actor under the pointer (or chosen by Tab), "" when
            there is none any more.
        chosen: the id of an actor that was clicked, or on which Enter was pressed.
    """

    hovered = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty stage."""
        super().__init__(parent)
        self._lesson: Lesson | None = None
        self._stage: Stage | None = None
        self._theme: Theme = LIGHT
        self._text_scale = 1.0
        self._radius = 0.0
        self._marked: frozenset[str] = frozenset()
        self._painter: StagePainter | None = None
        self._pointed = ""
        self._pressed = ""
        self._hot = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)
        self.setAccessibleName(self.tr("Stage"))

    def show_lesson(self, lesson: Lesson) -> None:
        """Take the actors of another lesson; show_stage must follow."""
        self._lesson = lesson
        self._stage = None
        self._hot = self._pointed = self._pressed = ""
        self._marked = frozenset()
        self._forget()

    def show_stage(self, stage: Stage) -> None:
        """Show another moment; only what differs is painted."""
        before, self._stage = self._stage, stage
        if before is None or self._painter is None:
            self.update()
        elif before is not stage:
            self.update(self._prepared().changed(before, stage))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._forget()

    def set_text_scale(self, scale: float) -> None:
        """Lay out for larger text: 1 to 2."""
        self._text_scale = scale
        self._forget()

    def set_marked(self, marked: frozenset[str]) -> None:
        """Ring the actors that another view points at."""
        if marked == self._marked:
            return
        differing = marked ^ self._marked
        self._marked = marked
        if self._stage is not None:
            self.update(self._prepared().changed(self._stage, self._stage, differing))

    @property
    def lesson(self) -> Lesson | None:
        """Whose stage is shown."""
        return self._lesson

    @property
    def hot(self) -> str:
        """The actor that the keyboard has chosen, or ""."""
        return self._hot

    def set_description(self, text: str) -> None:
        """Say in words what is to be seen."""
        self.setAccessibleDescription(text)

    def actor_at(self, place: QPointF) -> str:
        """The id of the actor at a place in the widget, "" for none."""
        if self._lesson is None:
            return ""
        return self._prepared().layout.actor_at(place.x(), place.y())

    def present(self) -> list[ActorState]:
        """The actors that are there, in the lesson's order."""
        states = self._stage.actors if self._stage is not None else ()
        return [state for state in states if state.presence > 0.0]

    def actor(self, actor_id: str) -> Actor | None:
        """What the lesson says of an actor; None for an unknown one."""
        actors = self._lesson.actors if self._lesson is not None else ()
        return next((actor for actor in actors if actor.id == actor_id), None)

    def box_of(self, actor_id: str) -> QRect:
        """Where an actor stands in the widget."""
        place = self._prepared().layout.places.get(actor_id)
        return qrect(place.box).toAlignedRect() if place else QRect()

    def set_radius(self, radius: float) -> None:
        """Round the corners off, as those of the cards around are (pixels)."""
        self._radius = radius
        self.update()

    def _paint_rim(self, painter: QPainter, scale: float) -> None:
        """Paint the corners in the window's colour, and the ring of the focus."""
        area, theme, radius = QRectF(self.rect()), self._theme, self._radius
        if radius:
            corners = QPainterPath()
            corners.addRect(area)
            corners.addRoundedRect(area, radius, radius)
            painter.fillPath(corners, QColor(theme.bg))
        if not radius and not self.hasFocus():
            return
        width = 2.0 * scale if self.hasFocus() else 1.0
        painter.setPen(pen(theme.accent if self.hasFocus() else theme.line, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, radius, radius)

    def _forget(self) -> None:
        self._painter = None
        self.update()

    def _prepared(self) -> StagePainter:
        if self._painter is None:
            layout = self._laid_out(cast("Lesson", self._lesson))
            self._painter = StagePainter(layout, self._theme, self.devicePixelRatioF())
        return self._painter

    def _laid_out(self, lesson: Lesson) -> Layout:
        size = (float(max(1, self.width())), float(max(1, self.height())))
        return laid_out(lesson, size, self._text_scale)

    def _paint_over(self, painter: QPainter, frame: StagePainter) -> None:
        """The rounded corners, and the ring that shows where the keyboard is."""
        rim = int(self._radius) + 3
        inside = self.rect().adjusted(rim, rim, -rim, -rim)
        if not inside.contains(painter.clipBoundingRect().toAlignedRect()):
            self._paint_rim(painter, max(1.0, frame.look.em / 20.0))

    def _point_at(self, actor_id: str) -> None:
        if actor_id != self._pointed:
            self._pointed = actor_id
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if actor_id
                else Qt.CursorShape.ArrowCursor
            )
            self.hovered.emit(actor_id)

    def _go_to_spot(self, by: int) -> bool:
        """Move the keyboard's hot spot; False at the ends, so that Tab leaves."""
        if self._lesson is None or self._stage is None:
            return False
        ids = [state.id for state in self.present()]
        place = (
            ids.index(self._hot) + by
            if self._hot in ids
            else (0 if by > 0 else len(ids) - 1)
        )
        if not 0 <= place < len(ids):
            self._set_hot("")
            return False
        self._set_hot(ids[place])
        return True

    def _set_hot(self, actor_id: str) -> None:
        if actor_id != self._hot:
            self._hot = actor_id
            self.update()
            self.hovered.emit(actor_id)

    def sizeHint(self) -> QSize:
        """The size of the mock-up's stage."""
        return QSize(936, 700)

    def minimumSizeHint(self) -> QSize:
        """The least that is still readable."""
        return QSize(280, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that changed."""
        painter = QPainter(self)
        if self._lesson is None or self._stage is None:
            painter.fillRect(event.rect(), self._theme.stage)
            return
        frame = self._prepared()
        if frame.ratio != self.devicePixelRatioF():
            self._painter = None
            frame = self._prepared()
        painter.setClipRegion(event.region())
        spot = frozenset({self._hot}) if self._hot and self.hasFocus() else frozenset()
        frame.paint(painter, self._stage, self._marked | spot)
        self._paint_over(painter, frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._painter = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at."""
        self._point_at(self.actor_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; it counts when released over the same."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.actor_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was pressed and released on."""
        actor_id = self.actor_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and actor_id == self._pressed:
            self.chosen.emit(actor_id)
        self._pressed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a hot spot chooses it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._hot:
            self.chosen.emit(self._hot)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the hot spot."""
        self._set_hot("")
        self.update()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Tab goes from actor to actor, then on to the next widget."""
        return self._go_to_spot(1 if next else -1) or super().focusNextPrevChild(next)
