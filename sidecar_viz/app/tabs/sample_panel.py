"""The manifest beside the picture, or whatever listings a lesson has."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tabs.listing import Listing
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.beside.belonging import AT_REST, Marks, step_lines
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.markup import plain

PATIENCE = 0.3  # seconds that colouring the words of all samples may take
Lit = frozenset[tuple[str, int]]


class SamplePanel(QWidget):
    """All samples of a lesson, one under the other.

    Attributes:
        lit: the lines that are lit now, each with its sample's id.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        """Show nothing yet; the *clock* (in seconds) bounds the colouring of words."""
        super().__init__(parent)
        self._clock = clock
        self._look = Look()
        self._course: Course | None = None
        self.lit: Lit = frozenset()
        self._marked: Lit = frozenset()
        self._listings: dict[str, Listing] = {}
        self._notes: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._parts = self._new_parts()

    def widget(self) -> QWidget:
        """Give the panel itself."""
        return self

    def show_course(self, course: Course) -> None:
        """Show the samples of another lesson; those of the same stay as they are."""
        before, self._course = self._course, course
        if before is not None and before.lesson.samples == course.lesson.samples:
            return
        focused = any(one.hasFocus() for one in self._listings.values())
        self._parts.hide()
        self._parts.deleteLater()
        self._parts = self._new_parts()
        self._listings.clear()
        self._notes.clear()
        for sample in course.lesson.samples:
            listing = Listing(sample)
            part = QWidget()
            note = PlainLabel(plain(sample.caption), part)
            note.setWordWrap(True)
            note.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
            note.setVisible(bool(sample.caption))
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(listing, 1)
            column.addWidget(note)
            self._parts.addWidget(part)
            part.raise_()  # a splitter puts what is added before what was: read last
            self._listings[sample.id] = listing
            self._notes.append(note)
        first = next(iter(self._listings.values()), None)
        if first is not None:
            self.setFocusProxy(first)
            if focused:
                first.setFocus()
        self.set_look(self._look)

    def _new_parts(self) -> QSplitter:
        """Put an empty splitter into the column.

        Each lesson has its own: of one that stays, Python would keep all handles that
        Qt ever made between its parts.
        """
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        self._column.addWidget(parts)
        return parts

    def show_step(self, step: int, moment: int = AT_REST) -> None:
        """Light the lines that the step is about, in a moment or at rest."""
        if self._course is not None:
            self.lit = step_lines(self._course, step, moment)
            self._refresh()

    def mark(self, marks: Marks) -> None:
        """Mark the lines of the actor that is looked at."""
        if marks.lines != self._marked:
            self._marked = marks.lines
            self._refresh()

    def set_look(self, look: Look) -> None:
        """Style the samples and their notes with a look's colours and sizes."""
        self._look = look
        side = look.px(14)
        self._column.setContentsMargins(side, look.px(8), side, look.px(8))
        until = self._clock() + PATIENCE
        for listing in self._listings.values():
            listing.set_look(look, lambda: self._clock() < until)
        for note in self._notes:
            note.setFont(look.font(14))

    def _refresh(self) -> None:
        for name, listing in self._listings.items():
            listing.show_lines(
                frozenset(number for sample, number in self.lit if sample == name),
                frozenset(number for sample, number in self._marked if sample == name),
            )
