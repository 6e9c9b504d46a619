"""The stage on screen: shows a value, tells what is pointed at, keeps no time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.hot_spot import HotSpot
from sidecar_viz.app.stage.picture import Lens, StagePicture
from sidecar_viz.app.stage.rim import Rim, RimLook, RimPicture
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.layout.layout import laid_out


class Layer(Protocol):
    """What lies over a stage; it is painted with it, in the stage's own pixels."""

    def cover(self, painter: QPainter, area: QRectF) -> bool:
        """Fill all of the *area* in place of the stage, or answer False."""

    def draw(self, painter: QPainter) -> None:
        """Draw over the stage, or over what covers it."""


class StageView(QWidget):
    """Paints the stage it is given.

    Signals:
        hovered: the id of the actor under the pointer (or chosen by Tab), "" when
            there is none any more.
        chosen: the id of an actor that was clicked, or on which Enter was pressed.
        item_chosen: the number of an item of the ledger that was clicked.
        what_if_wanted: the id of a what-if that assistive technology began here.
        painted: something of it was painted.
        changed: it shows another moment or lesson, has other words, is shown, or
            all stands elsewhere on it.

    Attributes:
        picture: what is shown.
        described: in words what is to be seen.
        spot: where the keyboard is.
        rim: what is drawn at its edge.
    """

    hovered: SignalOf[str] = signal(str)
    chosen: SignalOf[str] = signal(str)
    item_chosen: SignalOf[int] = signal(int)
    what_if_wanted: SignalOf[str] = signal(str)
    painted = Signal()
    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        lens: Lens = laid_out,
        layer: Layer | None = None,
    ) -> None:
        """Make an empty stage.

        Args:
            lens: how it is laid out.
            layer: what lies over it.
        """
        super().__init__(parent)
        self.picture = StagePicture(self, lens)
        self.spot = HotSpot(self)
        self.spot.moved.connect(self._show_spot)
        self.described = ""
        self.rim, self._rim_picture = Rim(), RimPicture()
        self._layer = layer
        self._pointed = ""
        self._pressed = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)
        self.setAccessibleName(self.tr("Stage"))

    def show_lesson(self, lesson: Lesson) -> None:
        """Show the actors of another lesson; show_stage must follow."""
        self._pointed = self._pressed = ""
        self.spot.reset()
        self.update(self.picture.show_lesson(lesson))
        self.changed.emit()

    def show_stage(self, stage: Stage) -> None:
        """Show another moment; only what differs is painted."""
        self.update(self.picture.show_stage(stage))
        self.changed.emit()

    def begin_move(self, stage: Stage) -> None:
        """Paint the first moment of a move at once; show_stage must follow."""
        self.repaint(self.picture.show_stage(stage))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.update(self.picture.set_theme(theme))

    def set_text_scale(self, scale: float) -> None:
        """Lay out for larger text: 1 to 2."""
        self.update(self.picture.set_text_scale(scale))
        self.changed.emit()

    def set_marked(self, marked: frozenset[str]) -> None:
        """Ring the actors that another view points at."""
        self.update(self.picture.mark(marked))

    def set_differing(self, ids: frozenset[str]) -> None:
        """Ring what another run has otherwise: actors and links."""
        self.update(self.picture.differ(ids))

    def follow(self, item: int) -> None:
        """Light the trail of an item of the ledger, 0 for none."""
        self.update(self.picture.follow(item))

    def hold_camera(self, *, held: bool) -> None:
        """Let the camera stay with the whole stage, or come near again."""
        self.update(self.picture.hold(held=held))
        self.changed.emit()

    def set_rim(self, rim: Rim) -> None:
        """Draw another rim: rounded corners, a ring, dashes."""
        if rim != self.rim:
            self.rim = rim
            self.update()

    def set_description(self, text: str) -> None:
        """Say in words what is to be seen; screen readers read it when asked to."""
        self.described = text
        self.changed.emit()

    def tell(self, text: str) -> None:
        """Say what happens; screen readers speak it while the keyboard is here."""
        self.setAccessibleDescription(text)

    def choose(self, actor_id: str) -> None:
        """Do what a click on an actor does."""
        self.chosen.emit(actor_id)

    def take_keyboard(self, actor_id: str) -> None:
        """Take the keyboard, and lead it to an actor."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.spot.go_to(actor_id)

    def refresh(self) -> None:
        """Lay out and paint all of it again: the lens shows something else."""
        self.update(self.picture.forget())
        self.changed.emit()

    @property
    def lesson(self) -> Lesson | None:
        """Whose stage is shown."""
        return self.picture.lesson

    @property
    def hot(self) -> str:
        """The id of the actor that the keyboard is on, or ""."""
        return self.spot.actor_id

    def actor_at(self, place: QPointF) -> str:
        """Find the id of the actor at a place in the widget, "" for none."""
        return self.picture.actor_at(place)

    def box_of(self, actor_id: str) -> QRect:
        """Find where an actor stands in the widget; empty for an unknown one."""
        return self.picture.box_of(actor_id)

    def _show_spot(self, actor_id: str) -> None:
        self.update()
        self.hovered.emit(actor_id)

    def _point_at(self, actor_id: str) -> None:
        if actor_id != self._pointed:
            self._pointed = actor_id
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if actor_id
                else Qt.CursorShape.ArrowCursor
            )
            self.hovered.emit(actor_id)

    def _paint_edge(self, painter: QPainter) -> None:
        """Paint the rim, where the clip reaches it."""
        rim = self.rim
        if not (rim.ring or rim.apart):
            return
        scale = max(1.0, self.picture.painter().brush.em / 20.0)
        edge = rim.width(scale)
        inside = self.rect().adjusted(edge, edge, -edge, -edge)
        if not inside.contains(painter.clipBoundingRect().toAlignedRect()):
            theme, ratio = self.picture.theme, self.devicePixelRatioF()
            focused = self.hasFocus()
            look = RimLook(rim, self.size(), ratio, theme, scale, focused=focused)
            self._rim_picture.paint(painter, look)

    def sizeHint(self) -> QSize:
        """The size of the mock-up's stage."""
        return QSize(936, 700)

    def minimumSizeHint(self) -> QSize:
        """The least that is still readable."""
        return QSize(280, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that changed, what lies over it, and the edge."""
        nothing = self.picture.lesson is None or self.picture.stage is None
        with QPainter(self) as painter:
            if nothing:
                painter.fillRect(event.rect(), self.picture.theme.stage)
            else:
                painter.setClipRegion(event.region())
                self._paint(painter)
        if not nothing:
            self.painted.emit()

    def _paint(self, painter: QPainter) -> None:
        layer = self._layer
        if layer is None or not layer.cover(painter, QRectF(self.rect())):
            seen = self.hot and self.hasFocus()
            self.picture.paint(painter, frozenset({self.hot} if seen else ()))
        if layer is not None:
            layer.draw(painter)
        self._paint_edge(painter)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it can be seen."""
        super().showEvent(event)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self.picture.forget()
        self.changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at."""
        self._point_at(self.actor_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
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
            item = self.picture.item_at(event.position())
            if item:
                self.item_chosen.emit(item)
            else:
                self.chosen.emit(actor_id)
        self._pressed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the actor that the keyboard is on with Enter."""
        if is_enter(event) and self.hot:
            self.chosen.emit(self.hot)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the actor that the keyboard was on; Qt paints without the ring."""
        self.spot.leave()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Tab goes from actor to actor, then on to the next widget."""
        ids = [state.id for state in self.picture.present()]
        return self.spot.step(ids, 1 if next else -1) or super().focusNextPrevChild(
            next
        )
