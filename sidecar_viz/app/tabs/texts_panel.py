"""The panels to read: key moments, snapshot, transcript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.core.belonging import Marks
from sidecar_viz.core.markup import escaped, rich
from sidecar_viz.paint.brush.theme import MONO

if TYPE_CHECKING:
    from sidecar_viz.core.course import Course
    from sidecar_viz.core.lesson import KeyMoment


class Reading(QTextBrowser):
    """Text to read, with links to steps.

    Signals:
        step_wanted: the step whose link was followed.
    """

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.anchorClicked.connect(self._follow)
        self.look = Look()
        self._lines: tuple[str, ...] = ()

    def widget(self) -> QWidget:
        """The panel itself."""
        return self

    def show_step(self, step: int) -> None:
        """The text is the same at every step (not in all subclasses)."""

    def mark(self, marks: Marks) -> None:
        """Text has nothing to mark."""

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        self.look = look
        self.setFont(look.font(16))
        self.document().setDocumentMargin(look.px(16))
        self.refresh()

    def refresh(self) -> None:
        """Write the text anew (subclasses)."""

    def write(self, html: str) -> None:
        """Show rich text made here, keeping the place."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(html)
        bar.setValue(place)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "step":
            self.step_wanted.emit(int(link.path()))


class MomentsPanel(Reading):
    """The key moments; those of the step come first and are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._step = 0

    def show_course(self, course: Course) -> None:
        """Show the key moments of another lesson."""
        self._course = course
        self.setAccessibleName(course.lesson.headings.key_moments)
        self.refresh()

    def show_step(self, step: int) -> None:
        """Put the moments of this step first."""
        self._step = step
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Write the moments in order."""
        if self._course is not None:
            self.write("".join(self._written(self._course)))

    def _written(self, course: Course) -> Iterator[str]:
        current = course.outcomes[self._step].step
        name = current.id if current else ""
        moments = course.lesson.key_moments
        first = [moment for moment in moments if name in moment.refers.steps]
        others = [moment for moment in moments if moment not in first]
        for moment in (*first, *others):
            yield self._moment(course, moment, now=moment in first)

    def _moment(self, course: Course, moment: KeyMoment, *, now: bool) -> str:
        theme = self.look.theme
        said = self.tr("At this step")
        mark = (
            f'<span style="color:{theme.accent};font-weight:600">● {said}</span><br>'
            if now
            else ""
        )
        links = " · ".join(
            f'<a style="color:{theme.accent}" href="step:{number}">'
            f"{escaped(self.tr('Step {n}').format(n=number))}</a>"
            for number in map(course.index_of, moment.refers.steps)
        )
        return (
            f'<p style="margin-top:2px;margin-bottom:14px;line-height:125%">{mark}'
            f'<span style="font-weight:600">{rich(moment.question, MONO)}</span><br>'
            f"{rich(moment.answer, MONO)}" + (f"<br>{links}" if links else "") + "</p>"
        )


class SnapshotPanel(Reading):
    """Short lines to take home, with a dot each."""

    def show_course(self, course: Course) -> None:
        """Show the snapshot of another lesson."""
        self._lines = course.lesson.snapshot
        self.setAccessibleName(course.lesson.headings.snapshot)
        self.refresh()

    def refresh(self) -> None:
        """Write the lines."""
        dot = f'<span style="color:{self.look.theme.accent}">●</span>&nbsp; '
        self.write(paragraphs(self._lines, lead=dot))


class TranscriptPanel(Reading):
    """The whole lesson as text."""

    def show_course(self, course: Course) -> None:
        """Show the transcript of another lesson."""
        self._lines = course.lesson.transcript
        self.setAccessibleName(course.lesson.headings.transcript)
        self.refresh()

    def refresh(self) -> None:
        """Write the paragraphs."""
        self.write(paragraphs(self._lines))


def paragraphs(texts: Iterable[str], lead: str = "") -> str:
    """Texts with light markup as rich text, each after the *lead*."""
    space = "margin-top:0;margin-bottom:10px;line-height:135%"
    return "".join(f'<p style="{space}">{lead}{rich(text, MONO)}</p>' for text in texts)
