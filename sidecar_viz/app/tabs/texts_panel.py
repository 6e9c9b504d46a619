"""The panels to read: key moments, snapshot, transcript."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextFragment
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.words.announce import announce
from sidecar_viz.app.words.step_words import cannot
from sidecar_viz.core.beside.told import transcript
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import KeyMoment
from sidecar_viz.core.markup import escaped, rich
from sidecar_viz.paint.brush.theme import MONO, Theme


class Text(Struct, frozen=True):
    """What a panel has to read.

    *title* is what the lesson calls it, *html* how it is written at a step.
    """

    title: Callable[[Course], str]
    html: Callable[[Course, int, Theme], str]


class Reading(QTextBrowser):
    """Text to read, with links to steps.

    Signals:
        step_wanted: the step whose link was followed.
    """

    step_wanted: SignalOf[int] = signal(int)

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        """Make an empty panel for a text."""
        super().__init__(parent)
        self._text = text
        self._look = Look()
        self._course: Course | None = None
        self._step = 0
        self._written = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        # With a caret, screen readers read it line by line.
        caret = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | caret)
        self.anchorClicked.connect(self._follow)

    def widget(self) -> QWidget:
        """Give the panel itself."""
        return self

    def show_course(self, course: Course) -> None:
        """Show the text of another lesson."""
        self._course = course
        self._step = min(self._step, course.end)
        self.setAccessibleName(self._text.title(course))
        self._write()

    def show_step(self, step: int) -> None:
        """Show the text as it is at this step, from its start."""
        self._step = step
        self._write()
        self.verticalScrollBar().setValue(0)

    def set_look(self, look: Look) -> None:
        """Style the text with a look's colours and sizes."""
        self._look = look
        self.setFont(look.font(16))
        self.document().setDocumentMargin(look.px(16))
        self._write()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Go to the next link, and tell it: it is no object of its own."""
        taken = super().focusNextPrevChild(forward)
        link = QUrl(self._link())
        if self.hasFocus() and link.scheme() == "step":
            announce(self, _tr("Step {n}").format(n=link.path()))
        return taken

    def _write(self) -> None:
        """Write the text again if it is another, keeping the place and the link."""
        if self._course is None:
            return
        written = self._text.html(self._course, self._step, self._look.theme)
        if written == self._written:
            return
        link, bar = self._link(), self.verticalScrollBar()
        place, self._written = bar.value(), written
        self.setHtml(written)
        if link:
            self._go_to_link(link)
        bar.setValue(place)

    def _link(self) -> str:
        """Return where the link leads that Tab led to, or ""."""
        selected = self.textCursor()
        if not selected.hasSelection():
            return ""
        end = QTextCursor(self.document())
        end.setPosition(selected.selectionEnd())
        return end.charFormat().anchorHref()

    def _go_to_link(self, link: str) -> None:
        """Put the keyboard on the link that leads there, if there is one."""
        block = self.document().begin()
        while block.isValid():
            at = block.begin()
            while not at.atEnd():
                if at.fragment().charFormat().anchorHref() == link:
                    self._select(at.fragment())
                    return
                at += 1
            block = block.next()

    def _select(self, words: QTextFragment) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(words.position())
        end = words.position() + words.length()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "step":
            self.step_wanted.emit(int(link.path()))


def moments_html(course: Course, step: int, theme: Theme) -> str:
    """Write the key moments; those of the step come first and are marked."""
    current = course.outcomes[step].step
    name = current.id if current else ""
    moments = course.lesson.key_moments
    first = [moment for moment in moments if name in moment.refers.steps]
    others = [moment for moment in moments if moment not in first]
    return "".join(
        _moment_html(course, moment, theme, now=moment in first)
        for moment in (*first, *others)
    )


def _moment_html(course: Course, moment: KeyMoment, theme: Theme, *, now: bool) -> str:
    said = _tr("At this step")
    mark = (
        f'<span style="color:{theme.accent};font-weight:600">● {said}</span><br>'
        if now
        else ""
    )
    place = course.lesson.key_moments.index(moment)  # it tells links to a step apart
    links = " · ".join(
        f'<a style="color:{theme.accent}" href="step:{number}#{place}">'
        f"{escaped(_tr('Step {n}').format(n=number))}</a>"
        for number in map(course.index_of, moment.refers.steps)
    )
    return (
        f'<p style="margin-top:2px;margin-bottom:14px;line-height:125%">{mark}'
        f'<span style="font-weight:600">{rich(moment.question, MONO)}</span><br>'
        f"{rich(moment.answer, MONO)}" + (f"<br>{links}" if links else "") + "</p>"
    )


def snapshot_html(course: Course, _step: int, theme: Theme) -> str:
    """Write short lines to take home, with a dot each."""
    dot = f'<span style="color:{theme.accent}">●</span>&nbsp; '
    return paragraphs(course.lesson.snapshot, lead=dot)


def transcript_html(course: Course, _step: int, _theme: Theme) -> str:
    """Write the whole lesson as text, or what happens in its what-if."""
    return paragraphs(transcript(course, cannot))


def paragraphs(texts: Iterable[str], lead: str = "") -> str:
    """Write texts with light markup as rich text, each after the *lead*."""
    space = "margin-top:0;margin-bottom:10px;line-height:135%"
    return "".join(f'<p style="{space}">{lead}{rich(text, MONO)}</p>' for text in texts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("texts", text)


MOMENTS = Text(lambda course: course.lesson.headings.key_moments, moments_html)
SNAPSHOT = Text(lambda course: course.lesson.headings.snapshot, snapshot_html)
TRANSCRIPT = Text(lambda course: course.lesson.headings.transcript, transcript_html)
