"""The time line on screen: what stands still is kept, the playhead painted over it."""

from __future__ import annotations

from math import inf

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.lab.views.heard import Doing, Heard
from sidecar_viz.app.lab.views.line.heard_lanes import heard_lanes
from sidecar_viz.app.lab.views.line.kept_pictures import KeptPictures
from sidecar_viz.app.lab.views.line.line_hand import LineHand
from sidecar_viz.app.lab.views.line.shown_line import PHASE, ShownLine
from sidecar_viz.app.lab.views.line.sight import Sight
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.ring import paint_ring
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.lab.line.laid_out import Mark, TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import ahead_of, paint_needle, touched
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.showing.lanes import Arrow
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.showing.way import Way

DESIGN_EM = 16.0
NOTCH = 120  # of a wheel


class TimeLineView(QWidget):
    """Shows a run from its first second to its last.

    Attributes:
        hidden: whether what is ahead is not shown, as it is to be predicted.

    Signals:
        scrubbed: the second under the pointer, while it is held down.
        released: the pointer was let go.
        bar_chosen: a container, and a second in the bar that was clicked.
        lane_focused: the container whose lane has the focus now, "" for none.
        break_wanted: a container, to be broken here.
        heard: what is to be read of it may be other words now.
    """

    scrubbed: SignalOf[float] = signal(float)
    released = Signal()
    bar_chosen: SignalOf[str, float] = signal(str, float)
    lane_focused: SignalOf[str] = signal(str)
    break_wanted: SignalOf[str] = signal(str)
    heard: SignalOf[()] = signal()

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownLine(run)
        self._look = Look()
        self._moment = Moment()
        self._cause: Arrow | None = None
        self._laid: TimeLine | None = None
        self._effects = Effects()
        self._kept = KeptPictures()
        self._hand = LineHand(self)
        self._hand.scrubbed.connect(self.scrubbed)
        self._hand.released.connect(self.released)
        self._hand.lane_chosen.connect(self.focus_on)
        self._hand.bar_chosen.connect(self.bar_chosen)
        self._hand.break_wanted.connect(self.break_wanted)
        self.hidden = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Time line"))

    @property
    def focused(self) -> str:
        """The container whose lane is looked at; "" for none."""
        return self._shown.focused

    @property
    def folding(self) -> bool:
        """Whether idle time is folded."""
        return self._shown.folding

    def show_run(self, run: Run, way: Way | None = None) -> None:
        """Show another run; with a *way* on the scale of that, to be compared."""
        focused = self.focused if self.focused in run.lane else ""
        self._show(replace(self._shown, run=run, way=way, focused=focused))
        self.heard.emit()

    def show_before(self, before: Run | None) -> None:
        """Show beside each bar how it was before the last edit; None: no longer."""
        self._show(replace(self._shown, before=before))

    def show_brief(self) -> None:
        """Show of the pod's own lanes only its phase, from now on."""
        self._show(replace(self._shown, pod_lanes=PHASE))

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show numbers where this run differs from another one."""
        if marks != self._shown.marks:
            self._show(replace(self._shown, marks=marks))

    def show_moment(self, moment: Moment) -> None:
        """Put the playhead there."""
        was, self._moment = self._moment, moment
        self.heard.emit()
        self._keep_in_sight()
        if not self._kept.there or self.hidden or self._cause is not None:
            self.update()
        else:
            box = touched(self.laid_out, was.t, moment.t)
            self.update(box.toAlignedRect())

    def show_cause(self, cause: Arrow | None) -> None:
        """Show what the why line speaks of."""
        if cause != self._cause:
            self._cause = cause
            self.update()

    def set_hidden(self, *, hidden: bool) -> None:
        """Show nothing of what is ahead, or show it again."""
        self.hidden = hidden
        self._renew()
        self.heard.emit()

    def set_folding(self, *, folding: bool) -> None:
        """Fold idle time, or show every second of it."""
        self._show(replace(self._shown, folding=folding))

    def set_look(self, look: Look) -> None:
        """Paint in the colours and sizes of a look."""
        self._look = look
        self._renew()

    def focus_lane(self, by: int) -> None:
        """Look at the next lane (+1), or the one before (-1)."""
        self.focus_on(self._shown.neighbour(by))

    def focus_on(self, name: str) -> None:
        """Look at the lane of a container; "" for none."""
        if name == self.focused:
            return
        self._show(replace(self._shown, focused=name))
        self._keep_lane_in_sight()
        self.lane_focused.emit(name)
        self.heard.emit()

    def zoom(self, by: float, at: float | None = None) -> None:
        """Show less time more widely, or more of it, around a place (pixels)."""
        axis = self.laid_out.axis
        x = axis.x(self._moment.t) if at is None else at
        part = (x - axis.left) / (axis.right - axis.left)
        self._see(self._shown.sight.zoomed(by, part))

    def _see(self, sight: Sight) -> None:
        if sight != self._shown.sight:
            self._show(replace(self._shown, sight=sight))

    def _show(self, shown: ShownLine) -> None:
        self._shown = shown
        self._renew()

    def heard_parts(self) -> tuple[Heard, ...]:
        """Return every lane: what is so now, and all of it that is shown, in words."""
        t, wide = self._moment.t, float(self.width())
        known = t if self.hidden else inf
        return tuple(heard_lanes(self.laid_out, t, known, wide))

    def heard_focus(self) -> str:
        """Return the container whose lane is looked at."""
        return self.focused

    def do_part(self, key: str, doing: Doing) -> None:
        """Look at a lane, and do with it what keys do."""
        if doing == "focus":
            self.setFocus()
        self.focus_on(key)
        if doing == "press":
            self.bar_chosen.emit(key, self._moment.t)
        elif doing == "break":
            self.break_wanted.emit(key)

    def sizeHint(self) -> QSize:
        """Ask for room for all lanes."""
        line = self.laid_out
        high = line.rows.top + line.rows.high + line.axis.em
        return QSize(self._look.px(800), round(high))

    def minimumSizeHint(self) -> QSize:
        """Ask for the pod's lanes and two of containers, at least."""
        return QSize(self._look.px(320), round(self._em * 15))

    @property
    def _em(self) -> float:
        return self._look.text_px(DESIGN_EM)

    @property
    def _brush(self) -> Brush:
        return Brush(self._look.theme, self._em, self._effects)

    @property
    def laid_out(self) -> TimeLine:
        """Where everything stands."""
        if self._laid is None:
            size = (float(self.width()), float(self.height()))
            self._laid = self._shown.laid_out(size, self._em)
        return self._laid

    def _renew(self) -> None:
        self._laid = None
        self._kept.forget()
        self.updateGeometry()
        self.update()

    def _keep_in_sight(self) -> None:
        """Move along so that the playhead is seen, while less than all is shown."""
        if self._shown.sight.zoom > 1.0:
            axis = self.laid_out.axis
            part = (axis.x(self._moment.t) - axis.left) / (axis.right - axis.left)
            self._see(self._shown.sight.with_in_sight(part))

    def _keep_lane_in_sight(self) -> None:
        """Scroll to the lane that is looked at, if that is not seen."""
        rows = self.laid_out.rows
        if away := rows.away(self.focused):
            self._see(self._shown.sight.scrolled_to(rows.scrolled + away))

    def _scroll(self, pixels: float) -> None:
        """Scroll through the lanes, no further than there are any."""
        self._see(self._shown.sight.scrolled_by(pixels))
        if self._shown.sight.scrolled > (most := self.laid_out.rows.scrolled):
            self._see(self._shown.sight.scrolled_to(most))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is kept, the playhead, and the ring of the keyboard."""
        line, t = self.laid_out, self._moment.t
        with QPainter(self) as painter:
            brush, hidden = self._brush, self.hidden
            x = ahead_of(line, t).left()
            self._kept.paint(painter, self, brush, line, x, hidden=hidden)
            paint_needle(painter, brush, line, t, self._cause, hidden=hidden)
            paint_ring(painter, self, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew for the new size."""
        super().resizeEvent(event)
        self._laid = None
        self._kept.forget()
        if self.focused:
            self._keep_lane_in_sight()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to scrub, or choose a bar."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.press(self.laid_out, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub while the button is held."""
        self._hand.move(self.laid_out, event.position(), self._look.px(6))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or choose the bar under the pointer."""
        self._hand.release(self.laid_out, event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Break who is pointed at, at the second that is pointed at."""
        self._hand.open_menu(self.laid_out, event.pos().toPointF())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll through the lanes; with Ctrl zoom, with Shift go along the time."""
        turned = event.angleDelta()
        notches = (turned.y() or turned.x()) / NOTCH
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.25**notches, event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self._see(self._shown.sight.moved(-notches * 0.1))
        else:
            self._scroll(-notches * 3 * self._em)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from lane to lane; Enter tells why, the menu key breaks what is there."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focus_lane(1 if key == Qt.Key.Key_Down else -1)
        elif is_enter(event) and self.focused:
            self.bar_chosen.emit(self.focused, self._moment.t)
        elif key == Qt.Key.Key_Menu and self.focused:
            self.break_wanted.emit(self.focused)
        else:
            super().keyPressEvent(event)
