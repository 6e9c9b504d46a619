"""How large captions are written: alike at every step of a lesson, and all fit."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.text_gauge import TextGauge
from sidecar_viz.app.words.caption_words import (
    caption_text,
    name_inks,
    reality_text,
    title_text,
)
from sidecar_viz.app.words.step_words import StepWords, step_words
from sidecar_viz.paint.brush.fonts import BOLD, REGULAR

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course
    from sidecar_viz.core.lesson import Lesson

TITLE, TEXT, NOTE = 26, 20, 15
NOTE_PART = 0.88  # of the text's size, at most
SHRINKS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.64)
FRAME = 4  # pixels that the focus ring takes, on both sides together
RIGHT, BETWEEN = 10, 3  # of the design, beside the words and between their parts
SMALLEST, COMFORT = 13.0, 15.0  # pixels, before the text's own scale
"""How small the text may become, and how large it is in a small window with room."""
LEAST_PART = 0.8
"""What of its usual size the text keeps at least, where a window is large."""
WEIGHTS = (BOLD, REGULAR, REGULAR)  # of the title, the text and the notes


class CaptionSizes:
    """Measures the captions of a lesson, for sizes of the text in the design's pixels.

    Attributes:
        inks: the colours of names that are written in colour.
        notes: whether there are notes on a real cluster.
        wanted: whether there is more than the title.
    """

    def __init__(self, parent: QWidget) -> None:
        """Measure with labels that belong to *parent*, and are never seen."""
        self.inks: dict[str, str] = {}
        self.notes, self.wanted = False, True
        self._look = Look()
        self._every: tuple[StepWords, ...] = ()
        self._lesson: Lesson | None = None
        self._gauge = TextGauge(parent)
        self._heights: dict[object, int] = {}

    def show_course(self, course: Course) -> None:
        """Measure the words of another course."""
        self._lesson = course.lesson
        self._every = tuple(step_words(course, n) for n in range(course.end + 1))
        self.inks = name_inks(course.lesson, self._look.theme)
        self._heights = {}
        self._gauge.forget()

    def set_look(self, look: Look) -> None:
        """Measure with the sizes and colours of a look."""
        self._look = look
        self._heights.clear()
        self._gauge.set_look(look)
        if self._lesson is not None:
            self.inks = name_inks(self._lesson, look.theme)

    def least_height(self, width: int, enough: int) -> int:
        """Return how high the card must be at this *width* for the smallest words.

        Where larger words go into what is *enough*, that is the answer: it has been
        measured then, and need not be again.
        """
        if not self._every:
            return 0
        for size in self._tries():
            if size < self._floor():
                break
            high = self._tallest(width, size)
            if high <= enough:
                return high
        return self._tallest(width, self._floor())

    def largest(self, width: int, height: int) -> float | None:
        """Return the largest size with which every caption fits; None without any."""
        if not self._every:
            return None

        def height_of(size: float) -> int:
            return self._tallest(width, size)

        return largest_that_fits(self._tries(), height_of, height)[0]

    def room(self, width: int) -> int:
        """Return how wide the words are in a card of this width (pixels)."""
        return max(50, width - self._look.px(RIGHT) - FRAME)

    def together(self, parts: Collection[int]) -> int:
        """Return how high parts are, with the room between and around them (pixels)."""
        return sum(parts) + self._look.px(BETWEEN) * len(parts) + FRAME

    def _floor(self) -> float:
        """Return the smallest size of the text, of the design."""
        return min(TEXT, max(SMALLEST / self._look.ui, LEAST_PART * TEXT))

    def _tries(self) -> list[float]:
        """Return the sizes to try, the best first."""
        floor, most = self._floor(), max(TEXT, COMFORT / self._look.ui)
        sizes = [max(floor, most * shrink) for shrink in SHRINKS]
        return [*sizes, *(floor * shrink for shrink in SHRINKS)]

    def _tallest(self, width: int, size: float) -> int:
        """Return how high the longest title, caption and notes are together."""
        key = (width, size, self.notes, self.wanted)
        if key not in self._heights:
            self._heights[key] = self._measured(width, size)
        return self._heights[key]

    def _measured(self, width: int, size: float) -> int:
        theme = self._look.theme
        longest = max(self._every, key=lambda words: len(words.title))
        texts = [caption_text(words, self.inks, theme) for words in self._every]
        notes = [reality_text(words) for words in self._every if self.notes]
        title, text, note = zip(sizes_of(size), WEIGHTS, strict=True)
        room, most = self.room(width), self._gauge.most
        parts = [most(*title, [title_text(longest, theme)], room)]
        if self.wanted:
            parts.append(most(*text, texts, room))
            parts.append(most(*note, notes, room))
        return self.together(list(filter(None, parts)))


def sizes_of(size: float) -> tuple[float, float, float]:
    """Return the sizes of the title, the text and the notes, by that of the text."""
    return TITLE * (size / TEXT) ** 1.5, size, min(NOTE, size * NOTE_PART)
