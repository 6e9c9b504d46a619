"""What the teacher does over the stage: point, light, draw, come nearer."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.ink import Ink, InkHistory, Spot, Stroke
from sidecar_viz.paint.layout.zoom import WHOLE, View

Tool = Literal["", "laser", "spotlight", "pen"]

MIDDLE: Spot = (0.5, 0.5)
NEARER = 1.25
GLIDE = 240  # milliseconds from one view to another


class Tools(QObject):
    """The tool in hand, where it points, the ink, and how near the stage is.

    Every stage that is shown draws the same from this. Places are in 0..1 of
    the stage, wherever it is seen.

    Signals:
        taken: the name of the tool in hand now, "" for none.
        pointed: the tool points elsewhere.
        inked: other lines are to be seen.
        ink_kept: the Ink, when a line was finished, undone, redone or erased.
        viewed: the stage is to be seen from nearer or farther away.
        glided: the way there has come on, or is over.
    """

    taken: SignalOf[str] = signal(str)
    pointed = Signal()
    inked = Signal()
    ink_kept: SignalOf[Ink] = signal(object)
    viewed = Signal()
    glided = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool: Tool = ""
        self.spot: Spot = MIDDLE
        self._history = InkHistory()
        self.stroke: Stroke | None = None
        self.view: View = WHOLE
        self.seen: View = WHOLE
        self.step = 0
        self._left: View = WHOLE
        self._glide = QVariantAnimation(self, duration=GLIDE)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._come)
        self._glide.finished.connect(self.glided)

    @property
    def ink(self) -> Ink:
        """All finished lines of the lesson."""
        return self._history.ink

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The lines to be seen now, with the one that is being drawn."""
        drawn = self.ink.on(self.step)
        return drawn if self.stroke is None else (*drawn, self.stroke)

    def toggle(self, tool: Tool) -> None:
        """Take a tool; the one in hand is put away."""
        self._take("" if tool == self.tool else tool)

    def put_away(self) -> bool:
        """Have no tool in hand; whether there was one."""
        had = bool(self.tool)
        self._take("")
        return had

    def point_at(self, spot: Spot) -> None:
        """Point elsewhere; with the pen down, draw."""
        self.spot = spot
        if self.stroke is not None:
            longer = self.stroke.drawn_to(spot)
            if longer is not self.stroke:
                self.stroke = longer
                self.inked.emit()
        elif self.tool in ("laser", "spotlight"):
            self.pointed.emit()

    def pen_down(self, spot: Spot) -> None:
        """Begin a line, if the pen is in hand."""
        if self.tool == "pen":
            self.stroke = Stroke(self.step, (spot,))
            self.inked.emit()

    def pen_up(self) -> None:
        """Keep the line."""
        if self.stroke is not None:
            stroke, self.stroke = self.stroke, None
            self._remember(self._history.with_stroke(stroke))

    def draw(self, points: tuple[Spot, ...]) -> None:
        """Draw a whole line at once."""
        stroke = Stroke(self.step, points)
        self._remember(self._history.with_stroke(stroke))

    def undo(self) -> None:
        """Take back what was done last to this step's ink: a line, or an erasing."""
        self.pen_up()
        self._remember(self._history.undone(self.step))

    def redo(self) -> None:
        """Do again what was taken back last on this step."""
        self.pen_up()
        self._remember(self._history.redone(self.step))

    def erase(self) -> None:
        """Take away every line of this step."""
        self.pen_up()
        self._remember(self._history.erased(self.step))

    def keep(self, ink: Ink) -> None:
        """Show other ink; there is nothing to take back or to do again."""
        self._remember(InkHistory(ink))

    def _remember(self, history: InkHistory) -> None:
        self._history = history
        self.inked.emit()
        self.ink_kept.emit(history.ink)

    def show_step(self, step: int) -> None:
        """Show the ink of another step; the stage is whole again."""
        self.pen_up()
        self.arrive()
        before, self.step = self.strokes, step
        if self.strokes != before:
            self.inked.emit()

    @property
    def gliding(self) -> bool:
        """Whether *seen* is still on its way to *view*."""
        return self._glide.state() == QVariantAnimation.State.Running

    def look(self, view: View, *, glide: bool = False) -> None:
        """See the stage from nearer or farther away; *glide* there, or cut."""
        if view == self.view:
            return
        self._glide.stop()
        self.view = view
        self._left = self.seen
        if glide:
            self._glide.start()
        else:
            self.seen = view
        self.viewed.emit()

    def arrive(self) -> None:
        """Finish gliding: show the view that it leads to at once."""
        if self.gliding:
            self._glide.stop()
            self.seen = self.view
            self.glided.emit()

    def _come(self, part: float) -> None:
        self.seen = self._left.toward(self.view, part) if part < 1.0 else self.view
        self.glided.emit()

    def nearer(self, by: int, *, glide: bool = False) -> None:
        """Come a notch nearer (+1) or go one back (-1)."""
        view = self.view
        factor = view.factor * (NEARER if by > 0 else 1 / NEARER)
        x, y = self.spot if view.whole else (view.x, view.y)
        goal = WHOLE if factor < 1.01 else View(factor, x, y).clamped()
        self.look(goal, glide=glide)

    def step_back(self, *, glide: bool = False) -> bool:
        """See all of the stage; whether that is anything new."""
        near = not self.view.whole
        self.look(WHOLE, glide=glide)
        return near

    def _take(self, tool: Tool) -> None:
        if tool != self.tool:
            self.pen_up()
            self.tool = tool
            self.taken.emit(tool)
            self.pointed.emit()
