"""The mouse on a time line: it scrubs, chooses bars and lanes, and breaks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.paint.lab.line.laid_out import TimeLine


class LineHand(QObject):
    """Knows whether a press has become a drag.

    Signals:
        scrubbed: the second under the pointer, while it is held down.
        released: the pointer was let go after that.
        lane_chosen: the container whose lane is looked at now, "" for none.
        bar_chosen: a container, and a second in the bar that was clicked.
        break_wanted: a container, to be broken here.
    """

    scrubbed: SignalOf[float] = signal(float)
    released = Signal()
    lane_chosen: SignalOf[str] = signal(str)
    bar_chosen: SignalOf[str, float] = signal(str, float)
    break_wanted: SignalOf[str] = signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._dragging = False

    def press(self, line: TimeLine, at: QPointF) -> None:
        """Choose a lane by its name, or no longer; scrub from beside the lanes."""
        self._pressed = at
        name = line.rows.lane_at(at.y())
        if at.x() < line.axis.left and name:
            self.lane_chosen.emit(name if name != line.focused else "")
            self._pressed = None
        elif not name:
            self._dragging = True
            self.scrubbed.emit(line.axis.second(at.x()))

    def move(self, line: TimeLine, at: QPointF, slack: float) -> None:
        """Scrub while the button is held, once it was moved by some pixels."""
        if self._pressed is None:
            return
        if (at - self._pressed).manhattanLength() > slack:
            self._dragging = True
        if self._dragging:
            self.scrubbed.emit(line.axis.second(at.x()))

    def release(self, line: TimeLine, at: QPointF) -> None:
        """Let go, or choose the bar under the pointer."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._dragging:
            self._dragging = False
            self.released.emit()
        elif name := line.rows.lane_at(at.y()):
            self.lane_chosen.emit(name)
            self.bar_chosen.emit(name, line.axis.second(at.x()))

    def open_menu(self, line: TimeLine, at: QPointF) -> None:
        """Break who is pointed at, at the second that is pointed at."""
        name = line.rows.lane_at(at.y())
        if not name:
            return
        self.lane_chosen.emit(name)
        if at.x() >= line.axis.left:
            self.scrubbed.emit(line.axis.second(at.x()))
            self.released.emit()
        self.break_wanted.emit(name)
