"""The band under the stage: number, title and caption, to be read from afar."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.present.audience.begin_sign import begin_width, draw_begin
from sidecar_viz.app.words.step_words import StepWords, step_words, told_next
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.markup import isolated, rich
from sidecar_viz.paint.brush.band import band_colours
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.brush.theme import MONO

NUMBER, OF, TITLE, TEXT = 80, 36, 46, 38
LEAST_TEXT = 28.0  # pixels at 1080p: what the last row can read
PAD, GAP, ABOVE, LEAST_ABOVE = 48, 34, 18, 14
LINE, LINE_GAP = 6, 5  # of the line of steps, at the upper edge
MOST_PARTS = 40  # with more steps the line is whole
NEAR = 8  # pixels, that a balanced line may be wider than need be
MEASURED = 60  # steps whose captions are measured beforehand
SHRINKS = (1.0, 0.94, 0.88, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25)


class Band(QWidget):
    """Shows a step's words; as high as the longest caption of the lesson needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Caption"))
        self._look = Look()
        self._colours = band_colours(self._look.theme)
        self._scale = 1.0
        self._every: tuple[tuple[str, str], ...] = ()
        self._words: StepWords | None = None
        self._remark = ""
        self._end, self._opens = 0, False
        self._wanted = True
        self._shrink, self._untitled = 1.0, False
        self.title, self.text = _label(self), _label(self)

    def show_course(self, course: Course) -> None:
        """Take another lesson, or another course of it."""
        self._end = course.end
        self._opens = step_words(course, 0).story
        measured = range(min(course.end, MEASURED) + 1)
        self._every = tuple(self._rich(step_words(course, n), "") for n in measured)

    def show_step(self, words: StepWords) -> None:
        """Show the words of a step, or of the ending."""
        self._words, self._remark = words, ""
        self._refresh()

    def show_remark(self, remark: str) -> None:
        """Say something else for a while, in the place of the caption."""
        if remark != self._remark:
            self._remark = remark
            self._refresh()

    def remark(self) -> str:
        """Return what is said in the place of the caption now."""
        return self._remark

    def show_text(self, *, wanted: bool) -> None:
        """Show the caption, or the title alone."""
        self._wanted = wanted
        self._refresh()

    def set_look(self, look: Look, scale: float) -> None:
        """Take colours and sizes; *scale* is how much larger captions are."""
        self._look, self._scale = look, scale
        self._colours = band_colours(look.theme)
        self._refresh()
        self.update()

    def text_px(self) -> float:
        """Return how large the caption is written, in pixels."""
        return self.text.font().pointSizeF() * 96 / 72

    def wanted_height(self, wide: int, most: int) -> int:
        """Return how high the band must be, at this width, for every caption."""

        def height_of(shrink: float) -> int:
            self._set_fonts(shrink)
            return self._highest(wide)

        self._shrink, highest = largest_that_fits(SHRINKS, height_of, most)
        self._refresh()
        return min(most, round(highest))

    def _highest(self, wide: int) -> int:
        look = self._look
        usual = wide - self._beside_number() - self._look.px(PAD)
        room, highest = round(usual), 0
        for step, (title, text) in enumerate(self._every):
            if self._opens:
                taken = begin_width(look, self.tr("begins")) if not step else 0.0
                room = round(usual - taken)
            self.title.setText(title)
            high = self.title.heightForWidth(room)
            if self._wanted:
                self.text.setText(text)
                high += look.px(6) + self.text.heightForWidth(room)
            highest = max(highest, high)
        least = round(look.text_px(NUMBER) * 1.25)
        return max(highest + 2 * look.px(ABOVE), least) if self._every else 0

    def _set_fonts(self, shrink: float) -> None:
        look, scale = self._look, shrink * self._scale
        self.title.setFont(look.font(TITLE * scale, BOLD))
        self.text.setFont(look.font(max(LEAST_TEXT / look.text, TEXT * scale)))

    def _refresh(self) -> None:
        if self._words is None:
            return
        title, text = self._rich(self._words, self._remark)
        self.title.setText(title)
        self.text.setText(text)
        self._set_fonts(self._shrink)
        self._untitled = False
        if self._ending:
            self._fit_ending()
        elif self._remark:
            self._fit_remark()
        self.title.setStyleSheet(f"color: {self._colours.title}")
        self.text.setStyleSheet(f"color: {self._colours.text}")
        self._place()
        self.update()

    def _rich(self, words: StepWords, remark: str) -> tuple[str, str]:
        """Return title and text as rich text; a remark stands for the caption."""
        title = escape(words.title)
        said = f"{words.caption} {told_next(words)}".strip()
        if words.blocked is not None and words.retitled:
            said = words.caption or words.blocked
        elif words.blocked is not None:
            title = f"<s>{title}</s>"
            said = self.tr("**Cannot happen:** {why}").format(
                why=isolated(words.blocked)
            )
        return title, rich(remark or said, MONO, strong="#ffffff")

    @property
    def _ending(self) -> bool:
        """Whether the words are the ending's: longer than those of a step."""
        return self._words is not None and self._words.story and self._words.number > 0

    def _fit_ending(self) -> None:
        """Write what is to be taken home as large as the band's height lets it be."""
        look, room = self._look, self._room()

        def height_of(shrink: float) -> int:
            scale = shrink * self._shrink * self._scale
            self.title.setFont(look.font(TITLE * scale, BOLD))
            high = self.title.heightForWidth(room)
            return high + look.px(6) + self.text.heightForWidth(room)

        largest_that_fits(SHRINKS, height_of, self.height() - 2 * look.px(LEAST_ABOVE))

    def _fit_remark(self) -> None:
        """Let what is said instead be whole: without the title, or smaller, if need be.

        It may be longer than every caption, as an answer to a key moment often is.
        """
        look, room = self._look, self._room()
        high = self.title.heightForWidth(room) + look.px(6)
        whole = high + self.text.heightForWidth(room)
        self._untitled = whole > self.height() - 2 * look.px(LEAST_ABOVE)

        def height_of(shrink: float) -> int:
            size = TEXT * shrink * self._shrink * self._scale
            self.text.setFont(look.font(size))
            return self.text.heightForWidth(room)

        if self._untitled:
            free = self.height() - 2 * look.px(LEAST_ABOVE)
            largest_that_fits(SHRINKS, height_of, free)

    def _room(self) -> int:
        """Return how wide (pixels) the words may be."""
        right = float(self._look.px(PAD))
        if self._opening:
            right += begin_width(self._look, self.tr("begins"))
        return max(10, round(self.width() - self._left() - right))

    @property
    def _opening(self) -> bool:
        """Whether the words are those of an opening, from which one key leads on."""
        words = self._words
        return words is not None and words.story and not words.number

    def _place(self) -> None:
        """Title and text one under the other, in the middle of the height."""
        left, look = self._left(), self._look
        room, untitled = self._room(), self._untitled
        title = 0 if untitled else self.title.heightForWidth(room)
        wanted = self._wanted or bool(self._remark)
        text = self.text.heightForWidth(room) if wanted else 0
        gap = look.px(6) if wanted and not untitled else 0
        self.title.setVisible(not untitled)
        top = max(0, (self.height() - title - gap - text) // 2)
        self.title.setGeometry(round(left), top, room, title)
        self.text.setVisible(wanted)
        text = min(text, self.height() - top - title - gap)
        room = balanced(self.text, room)
        self.text.setGeometry(round(left), top + title + gap, room, text)

    def _left(self) -> float:
        """Return where the words begin: opening and ending have no number."""
        story = self._words is not None and self._words.story
        return self._look.px(PAD) if story else self._beside_number()

    def _beside_number(self) -> float:
        look = self._look
        number = width(str(self._end), BOLD) * look.text_px(NUMBER)
        of = width(f"/ {self._end}", SEMIBOLD) * look.text_px(OF)
        return look.px(PAD) + number + look.px(10) + of + look.px(GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words anew."""
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the number and the dots."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._colours.ground))
            if self._words is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._words.story:
                self._draw_number(painter, self._words.number)
            if self._opening:
                right = self.width() - self._look.px(PAD)
                at = QPointF(right, self.height() / 2)
                draw_begin(painter, self._look, self._colours, at, self.tr("begins"))
            self._draw_line(painter, self._words.number)

    def _draw_number(self, painter: QPainter, number: int) -> None:
        look, colours = self._look, self._colours
        size, middle = look.text_px(NUMBER), self.height() / 2
        x, said = float(look.px(PAD)), str(number)
        write(painter, x, middle, said, size, colours.number, weight=BOLD)
        x += width(said, BOLD) * size + look.px(10)
        small = look.text_px(OF)
        low = middle + (size - small) * 0.355
        of = f"/ {self._end}"
        write(painter, x, low, of, small, colours.dim, weight=SEMIBOLD)

    def _draw_line(self, painter: QPainter, number: int) -> None:
        """Draw a part for each step at the upper edge; those past are lit."""
        look, colours = self._look, self._colours
        gap = look.px(LINE_GAP) if self._end <= MOST_PARTS else 0
        part = self.width() / max(1, self._end)
        for step in range(1, self._end + 1):
            left = (step - 1) * part
            bar = QRectF(left, 0.0, part - gap * (step < self._end), look.px(LINE))
            painter.fillRect(
                bar, QColor(colours.number if step <= number else colours.to_come)
            )


def balanced(label: QLabel, room: int) -> int:
    """Return the least width (pixels) at which a label is no higher than at *room*.

    No line has a single word then, where others have ten.
    """
    high, least, most = label.heightForWidth(room), room // 3, room
    while most - least > NEAR:
        half = (least + most) // 2
        if label.heightForWidth(half) <= high:
            most = half
        else:
            least = half
    return most


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
