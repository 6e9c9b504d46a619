"""The card under the stage: caption, controls, and the steps with the flow's boxes."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.flow.panel import FlowPanel
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.controller import Controller
from sidecar_viz.app.words.caption import Caption
from sidecar_viz.core.beside.belonging import lit_boxes
from sidecar_viz.core.beside.differing import step_signs
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.flow.chain import marks_along

SIDE, TOP, BOTTOM, GAP, APART = 24, 10, 3, 1, 24
CAPTION, LEAST_CAPTION, NOTES = 62, 54, 44
CAPTION_PART = 0.55  # of the width, that the controls leave at least


class Footer(QFrame):
    """Holds caption and controller over the line of steps.

    A flow that is a chain lies over that line, and each step's mark under the middle
    of the boxes that it lights.
    """

    def __init__(self, flow: FlowPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self.setAccessibleName(self.tr("Step"))
        self._look = Look()
        self._flow = flow
        self._course: Course | None = None
        self.caption, self.controller = Caption(self), Controller(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.caption, 1)
        self._row.addWidget(self.controller)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.controller.scrubber)
        flow.laid_out.connect(self._join)

    def show_course(self, course: Course) -> None:
        """Take another lesson, or another course of it."""
        self._course = course
        self.controller.scrubber.show_signs(step_signs(course))
        self._join()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        side = look.px(SIDE)
        self._column.setContentsMargins(side, look.px(TOP), side, look.px(BOTTOM))
        self._column.setSpacing(look.px(GAP))
        self._row.setSpacing(look.px(APART))
        self.caption.set_look(look)
        self.controller.set_look(look)

    def has_flow(self) -> bool:
        """Return whether the flow lies over the line of steps."""
        return self._column.indexOf(self._flow) >= 0

    def take_flow(self) -> None:
        """Put the flow over the line of steps."""
        self._flow.lie(across=True)
        self._column.insertWidget(1, self._flow)

    def leave_flow(self) -> None:
        """Let the flow stand elsewhere."""
        self._column.removeWidget(self._flow)
        self._flow.lie(across=False)
        self._join()

    def inner_width(self) -> int:
        """Return how wide is what stands in it, at its width of now."""
        margins = self._column.contentsMargins()
        return self.width() - margins.left() - margins.right() - 2 * self.frameWidth()

    def fit(self, most: int, *, notes: bool) -> None:
        """Let the controls leave room for the caption, and the caption be whole.

        Args:
            most: how high the caption may become, in pixels.
            notes: whether it says how it is in a real cluster, too.
        """
        room, gap = self.inner_width(), self._row.spacing()
        self.controller.fit(round(room * (1 - CAPTION_PART)) - gap)
        wide = room - self.controller.minimumSizeHint().width() - gap
        enough = self.least_caption() + self._look.roomy(NOTES) * notes
        need = self.caption.least_height(max(1, wide), enough)
        high = max(enough, min(need, most))
        self.caption.setFixedHeight(high)
        self._column.activate()

    def least_caption(self) -> int:
        """Return how high the caption is at least, in pixels."""
        look = self._look
        return max(look.px(CAPTION), round(LEAST_CAPTION * look.text))

    def _join(self) -> None:
        """Put each step's mark under the boxes that it lights."""
        scrubber = self.controller.scrubber
        if self._course is None or not self.has_flow():
            scrubber.place_marks(())
            return
        view, course = self._flow.view, self._course
        steps = range(course.end + 1)
        wanted = [view.centre_of(lit_boxes(course, step)[0]) for step in steps]
        first, last = scrubber.line()
        scrubber.place_marks(marks_along(wanted, first, last, scrubber.apart()))
        view.name_start(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the marks follow the boxes."""
        super().resizeEvent(event)
        self._join()
