"""The caption: what the step is called and what happens in it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.key_label import KeyLabel
from sidecar_viz.app.widgets.wrapping_label import WrappingLabel
from sidecar_viz.app.words.caption_sizes import (
    BETWEEN,
    RIGHT,
    TEXT,
    WEIGHTS,
    CaptionSizes,
    sizes_of,
)
from sidecar_viz.app.words.caption_words import (
    BEGIN,
    NEXT,
    caption_text,
    moment_text,
    reality_text,
    title_text,
)
from sidecar_viz.app.words.step_words import StepWords
from sidecar_viz.core.markup import rich
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.theme import MONO

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course

HALF = 0.5  # of the room, at most, for the next lesson beside the ending's sentence
REMEMBERED = 1.2  # of the text's size: the ending's sentence, longer than a title


class Caption(QFrame):
    """The words of the step, as large as the lesson's longest caption lets them be.

    A remark stands under them, or in their place where both have no room.

    Signals:
        moment_wanted: the key moment's line was clicked.
        next_wanted: the line with the next lesson was clicked.
        begin_wanted: the line that says how the lesson begins was clicked.
    """

    moment_wanted = Signal()
    next_wanted = Signal()
    begin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Caption"))
        self._look = Look()
        self._words: StepWords | None = None
        self._remark = ""
        self._moment_key = self._next_key = self._begin_key = ""
        self._sizes = CaptionSizes(self)
        self._suspended = False
        self._size: float = TEXT
        self._sized: object = None
        self._title, self._text = WrappingLabel(self), WrappingLabel(self)
        self._reality, self._said = WrappingLabel(self), WrappingLabel(self)
        self._moment = KeyLabel(self)
        for label in (self._moment, self._text):
            label.linkActivated.connect(self._follow)
        inside = QWidget()
        self._inner = QVBoxLayout(inside)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._moment, 0, Qt.AlignmentFlag.AlignVCenter)
        self._inner.addLayout(self._head)
        self._moment.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        for label in (self._text, self._said, self._reality):
            label.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
            self._inner.addWidget(label)
        self._inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setAccessibleName(self.accessibleName())
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._behind = (self._text, self._reality, self._title)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._area)

    def show_course(self, course: Course) -> None:
        """Write large enough and small enough for this course."""
        self._sizes.show_course(course)
        self._sized = None

    def show_step(self, words: StepWords) -> None:
        """Show the words of a step."""
        self._words = words
        self._remark = ""
        self._refresh()

    def show_remark(self, remark: str) -> None:
        """Show something about the picture, such as what an actor is."""
        if remark != self._remark:
            self._remark = remark
            self._refresh()

    def show_real_notes(self, *, wanted: bool) -> None:
        """Say how it is in a real cluster while it is *wanted*."""
        self._sizes.notes = wanted
        self._refresh()

    def show_words(self, *, wanted: bool) -> None:
        """Show the caption's text, or the title alone."""
        if wanted != self._sizes.wanted:
            self._sizes.wanted = wanted
            self._refresh()

    def suspend(self, *, suspended: bool) -> None:
        """Measure nothing while *suspended*: the card has no place yet."""
        self._suspended = suspended
        self._refresh()

    def set_keys(self, *, moment: str, following: str, begin: str) -> None:
        """Name the keys of a key moment, the next lesson, and the first step."""
        self._moment_key, self._next_key, self._begin_key = moment, following, begin
        self._refresh()

    def _follow(self, link: str) -> None:
        wanted = {NEXT: self.next_wanted, BEGIN: self.begin_wanted}
        wanted.get(link, self.moment_wanted).emit()

    def _key(self, words: StepWords) -> str:
        """Return the key of the line beside the title, or ""."""
        if words.following:
            return self._next_key
        if words.moments:
            return self._moment_key
        return "" if words.number else self._begin_key

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inner.setContentsMargins(0, 0, look.px(RIGHT), 0)
        self._inner.setSpacing(look.px(BETWEEN))
        self._head.setSpacing(look.px(24))
        self._moment.set_look(look)
        self._sizes.set_look(look)
        self._refresh()

    def title(self) -> str:
        """Return the title as it is written now, with its markup."""
        return self._title.text()

    def remark(self) -> str:
        """Return what is said about the picture now."""
        return self._remark

    def text_size(self) -> float:
        """Return how large the caption is written, in pixels: alike at every step."""
        return self._look.text_px(self._size)

    def least_height(self, width: int, enough: int) -> int:
        """Return how high the card must be at this *width* for the smallest words.

        Args:
            width: of the card, in pixels.
            enough: a height into which larger words may go; they are measured then.
        """
        return self._sizes.least_height(width, enough)

    def _high(self, label: QLabel) -> int:
        room = self._sizes.room(self.width())
        if label is self._title and not self._moment.isHidden():
            room -= self._head.spacing() + self._moment.width()
        return label.heightForWidth(max(1, room))

    def _choose_size(self) -> None:
        """Choose one size for all steps: the largest with which every caption fits."""
        sizes = self._sizes
        key = (self.size().toTuple(), self._look, sizes.notes, sizes.wanted)
        if key == self._sized:
            return
        found = sizes.largest(self.width(), self.height())
        if found is not None:
            self._sized, self._size = key, found

    def _set_fonts(self, size: float) -> None:
        title, text, note = map(self._look.font, sizes_of(size), WEIGHTS)
        self._title.setFont(title)
        self._text.setFont(text)
        for label in (self._moment, self._said, self._reality):
            label.setFont(note)

    def _refresh(self) -> None:
        if self._words is None or self._suspended or not self.isVisible():
            return  # showEvent comes before anything is painted
        self._choose_size()
        words, theme = self._words, self._look.theme
        self._set_fonts(self._size)
        if words.story and words.number:
            self._title.setFont(self._look.font(self._size * REMEMBERED, BOLD))
        self._title.setText(title_text(words, theme))
        self._text.setText(caption_text(words, self._sizes.inks, theme))
        self._reality.setText(reality_text(words) if self._sizes.notes else "")
        self._said.setText(rich(self._remark, MONO))
        self._moment.setText(moment_text(words, theme))
        self._moment.show_key(self._key(words))
        for label in (self._text, self._said, self._reality):
            label.setVisible(bool(label.text()) and self._sizes.wanted)
        self._show_moment()
        self._leave_away()

    def _show_moment(self) -> None:
        """Show a key moment beside the title where both have room: its tab has it.

        The way to the next lesson is always shown: beside the ending's sentence, which
        may take two lines for it, else behind its note, else in the note's place.
        """
        if not self._moment.text():
            self._moment.setFixedWidth(0)
            self._moment.hide()
            return
        room = self._sizes.room(self.width()) - self._head.spacing()
        title, moment = (_line_width(one) for one in (self._title, self._moment))
        following = self._words is not None and bool(self._words.following)
        beside = moment <= room * HALF if following else title + moment <= room
        self._place_moment(moment if beside else 0)
        if following and beside and self._whole() > self.height():
            self._place_moment(0)
            beside = False
        if following and not beside:
            key = rich(f"`{self._next_key}`", MONO) if self._next_key else ""
            self._put_behind_note(f"{self._moment.text()} {key}")

    def _place_moment(self, width: int) -> None:
        """Put the line beside the title in this *width*; 0: nowhere."""
        self._moment.setFixedWidth(width)
        self._moment.setVisible(width > 0 and self._sizes.wanted)

    def _put_behind_note(self, link: str) -> None:
        """Let a *link* follow the ending's note, or stand alone where both are cut."""
        note = self._text.text()
        self._text.setText(f"{note}&nbsp; {link}" if note else link)
        self._text.setVisible(self._sizes.wanted)
        if self._whole() > self.height():
            self._text.setText(link)

    def _leave_away(self) -> None:
        """Hide what has no room beside a remark: remarks come first."""
        self._title.show()
        for label in self._behind if self._remark else ():
            if self._whole() > self.height():
                label.hide()
        # A bar that is not needed would make the lines shorter, and so be needed.
        policy, fits = Qt.ScrollBarPolicy, self._whole() <= self.height()
        self._area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        # Arrows scroll what is cut; what has the keyboard now keeps it.
        focus = Qt.FocusPolicy
        wanted = self._area.hasFocus() or not fits
        self._area.setFocusPolicy(focus.TabFocus if wanted else focus.NoFocus)

    def _whole(self) -> int:
        """Return how high what is shown is."""
        every = (self._title, self._text, self._said, self._reality)
        shown = [label for label in every if not label.isHidden()]
        return self._sizes.together([self._high(label) for label in shown])

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(400, self._look.px(142))

    def minimumSizeHint(self) -> QSize:
        """Two lines; the rest scrolls."""
        return QSize(self._look.px(240), self._look.roomy(70))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the words fit before they are seen."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words fit the new size."""
        super().resizeEvent(event)
        self._refresh()


def _line_width(label: QLabel) -> int:
    """Return how wide a label of rich text is in one line."""
    from PySide6.QtGui import QTextDocument  # noqa: PLC0415 - no start needs it

    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    margins = label.contentsMargins()
    return ceil(document.idealWidth()) + margins.left() + margins.right() + 2
