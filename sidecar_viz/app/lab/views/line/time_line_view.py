"""The time line on screen: what stands still is kept, the playhead painted over it."""

from __future__ import annotations

from math import inf
from typing import get_args

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.lab.views.heard import Doing, Heard
from sidecar_viz.app.lab.views.line.sight import Sight
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.ring import paint_ring
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import Mark, TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import (
    ahead_of,
    paint_ahead,
    paint_needle,
    touched,
)
from sidecar_viz.paint.lab.line.rows import FOOT, rows_of
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.showing.folds import Folded
from sidecar_viz.pods.showing.heard import lane_said, pod_lane_said
from sidecar_viz.pods.showing.lanes import Arrow, LaneName
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.showing.way import Way

DESIGN_EM = 16.0
LEAST_LANES = 3  # of containers; for them the pod's own lanes give way
NOTCH = 120  # of a wheel
OUTLINE = 2  # pixels: so far a bar reaches out of the axis


class TimeLineView(QWidget):
    """Shows a run from its first second to its last.

    Attributes:
        focused: the container whose lane is looked at; "" for none.
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
        self._run = run
        self._way: Way | None = None
        self._marks: tuple[Mark, ...] = ()
        self._before: Run | None = None
        self._shown: tuple[LaneName, ...] = get_args(LaneName)
        self._look = Look()
        self._moment = Moment()
        self._cause: Arrow | None = None
        self._been: QImage | None = None  # both are painted when they are seen
        self._ahead: QImage | None = None
        self._laid: TimeLine | None = None
        self._effects = Effects()
        self._sight = Sight()
        self._folding = True
        self._pressed: QPointF | None = None
        self._dragging = False
        self.focused = ""
        self.hidden = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Time line"))

    @property
    def folding(self) -> bool:
        """Whether idle time is folded."""
        return self._folding

    def show_run(self, run: Run, way: Way | None = None) -> None:
        """Show another run; with a *way* on the scale of that, to be compared."""
        self._run, self._way = run, way
        if self.focused not in run.lane:
            self.focused = ""
        self._renew()
        self.heard.emit()

    def show_before(self, before: Run | None) -> None:
        """Show beside each bar how it was before the last edit; None: no longer."""
        self._before = before
        self._renew()

    def show_brief(self) -> None:
        """Show of the pod's own lanes only its phase, from now on."""
        self._shown = ("Phase",)
        self._renew()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show numbers where this run differs from another one."""
        if marks != self._marks:
            self._marks = marks
            self._renew()

    def show_moment(self, moment: Moment) -> None:
        """Put the playhead there."""
        was, self._moment = self._moment, moment
        self.heard.emit()
        self._keep_in_sight()
        if self._ahead is None or self.hidden or self._cause is not None:
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
        self._folding = folding
        self._renew()

    def set_look(self, look: Look) -> None:
        """Paint in the colours and sizes of a look."""
        self._look = look
        self._renew()

    def focus_lane(self, by: int) -> None:
        """Look at the next lane (+1), or the one before (-1)."""
        names = ["", *self._run.lane]
        at = names.index(self.focused) + by
        self.focus_on(names[max(0, min(len(names) - 1, at))])

    def focus_on(self, name: str) -> None:
        """Look at the lane of a container; "" for none."""
        if name == self.focused:
            return
        self.focused, self._laid = name, None
        line = self.laid_out
        row = line.rows.lanes.get(name)
        if row is not None:
            over = row.top + row.high - line.rows.bottom
            under = line.rows.top - row.top
            if over > 0 or under > 0:
                self._sight = self._sight.scrolled_by(over if over > 0 else -under)
        self._renew()
        self.lane_focused.emit(name)
        self.heard.emit()

    def zoom(self, by: float, at: float | None = None) -> None:
        """Show less time more widely, or more of it, around a place (pixels)."""
        axis = self.laid_out.axis
        x = axis.x(self._moment.t) if at is None else at
        part = (x - axis.left) / (axis.right - axis.left)
        self._see(self._sight.zoomed(by, part))

    def _see(self, sight: Sight) -> None:
        if sight != self._sight:
            self._sight = sight
            self._renew()

    def heard_parts(self) -> tuple[Heard, ...]:
        """Return every lane: what is so now, and all of it that is shown, in words."""
        t, rows = self._moment.t, self.laid_out.rows
        known = t if self.hidden else inf
        wide = float(self.width())
        found = []
        does: tuple[Doing, ...] = ("press", "focus", "break")
        for lane in self._run.pod_lanes:
            if lane.name not in rows.pod:
                continue
            row = rows.pod[lane.name]
            box = (0.0, row.top, wide, row.high)
            found.append(Heard(f"pod {lane.name}", *pod_lane_said(lane, t, known), box))
        for own in self._run.lanes:
            row = rows.lanes[own.name]
            box = (0.0, row.top, wide, row.high)
            found.append(Heard(own.name, *lane_said(own, t, known), box, does))
        return tuple(found)

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
            self._laid = self._lay_out()
        return self._laid

    def _lay_out(self) -> TimeLine:
        size = (float(self.width()), float(self.height()))
        em = self._em
        shown = self._shown
        most = rows_of(self._run, size, em, shown, focused=self.focused)
        seen = len(self._run.lanes) - sum(most.beyond)
        if seen < min(LEAST_LANES, len(self._run.lanes)):
            shown = shown[:1]
            most = rows_of(self._run, size, em, shown, focused=self.focused)
        beyond = max(0.0, most.top + most.high - size[1] + FOOT * em)
        scrolled = min(self._sight.scrolled, beyond)
        rows = rows_of(
            *(self._run, size, em, shown),
            focused=self.focused,
            scrolled=scrolled,
        )
        way = self._way or self._run.way
        folded = way.folded if self._folding else Folded(way.end)
        axis = Axis(
            folded, rows.left, rows.right, em, self._sight.zoom, self._sight.begin
        )
        return TimeLine(self._run, axis, rows, self.focused, self._marks, self._before)

    def _renew(self) -> None:
        self._been = self._ahead = self._laid = None
        self.updateGeometry()
        self.update()

    def _keep_in_sight(self) -> None:
        """Move along so that the playhead is seen, while less than all is shown."""
        if self._sight.zoom > 1.0:
            axis = self.laid_out.axis
            part = (axis.x(self._moment.t) - axis.left) / (axis.right - axis.left)
            self._see(self._sight.with_in_sight(part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is kept, the playhead, and the ring of the keyboard."""
        line, t = self.laid_out, self._moment.t
        with QPainter(self) as painter:
            self._paint_kept(painter, line, ahead_of(line, t).left())
            paint_needle(painter, self._brush, line, t, self._cause, hidden=self.hidden)
            paint_ring(painter, self, self._look)

    def _paint_kept(self, painter: QPainter, line: TimeLine, x: float) -> None:
        """Paint what has been up to a place, and what is ahead from there on."""
        if self._ahead is None:
            self._ahead = self._picture()
            with QPainter(self._ahead) as inside:
                paint_ahead(inside, self._brush, line, hidden=self.hidden)
        ratio, wide, high = self.devicePixelRatioF(), self._ahead.width(), self.height()
        painter.drawImage(0, 0, self._ahead)
        if x <= line.axis.left:
            return
        if self._been is None:
            self._been = self._picture()
            with QPainter(self._been) as inside:
                paint_time_line(inside, self._brush, line)
        edge, seam = int((line.axis.left - OUTLINE) * ratio), min(wide, int(x * ratio))
        been = QRectF(edge, 0, seam - edge, high * ratio)
        painter.drawImage(QPointF(edge / ratio, 0), self._been, been)

    def _picture(self) -> QImage:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._look.theme.surface)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew for the new size."""
        super().resizeEvent(event)
        self._been = self._ahead = self._laid = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to scrub, or choose a bar."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        line = self.laid_out
        self._pressed = event.position()
        name = line.rows.lane_at(event.position().y())
        if event.position().x() < line.axis.left and name:
            self.focus_on(name if name != self.focused else "")
            self._pressed = None
        elif not name:
            self._dragging = True
            self.scrubbed.emit(line.axis.second(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub while the button is held."""
        if self._pressed is None:
            return
        if (event.position() - self._pressed).manhattanLength() > self._look.px(6):
            self._dragging = True
        if self._dragging:
            self.scrubbed.emit(self.laid_out.axis.second(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or choose the bar under the pointer."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        line = self.laid_out
        if self._dragging:
            self._dragging = False
            self.released.emit()
            return
        name = line.rows.lane_at(event.position().y())
        if name:
            t = line.axis.second(event.position().x())
            self.focus_on(name)
            self.bar_chosen.emit(name, t)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Break who is pointed at, at the second that is pointed at."""
        line = self.laid_out
        name = line.rows.lane_at(float(event.pos().y()))
        if not name:
            return
        self.focus_on(name)
        if event.pos().x() >= line.axis.left:
            self.scrubbed.emit(line.axis.second(float(event.pos().x())))
            self.released.emit()
        self.break_wanted.emit(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll through the lanes; with Ctrl zoom, with Shift go along the time."""
        turned = event.angleDelta()
        notches = (turned.y() or turned.x()) / NOTCH
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.25**notches, event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self._see(self._sight.moved(-notches * 0.1))
        else:
            self._see(self._sight.scrolled_by(-notches * 3 * self._em))
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
