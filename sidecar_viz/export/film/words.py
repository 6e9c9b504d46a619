"""The words of a film: what is written below each step, and how long it is read."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.beside.dwelling import DWELL, reading_time
from sidecar_viz.core.beside.told import told
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.markup import isolated

CANNOT = "**Cannot happen:** {why}"


class Words(Struct, frozen=True):
    """What is written of a step, with light markup in *text*.

    *number* is None where a step's number would say nothing: in opening and ending.
    *lit* counts the steps that have come; *struck* says that this one cannot.
    """

    number: int | None
    title: str
    text: str
    lit: int
    struck: bool = False

    @property
    def heading(self) -> str:
        """The title, with the step's number."""
        return f"{self.number}. {self.title}" if self.number else self.title


def words_of(timeline: Timeline, number: int) -> Words:
    """Return the words of the picture at rest with a number, 0 to the final one.

    A what-if begins with what it asks.
    """
    end, ending = timeline.end, timeline.lesson.ending
    if number > end and ending is not None:
        return Words(None, ending.remember, ending.note, end)
    words = told(timeline.course, number)
    what_if = timeline.course.what_if
    if number == 0 and what_if is not None:
        return Words(None, what_if.title, words.caption, 0)
    shown = None if words.story else number
    if words.blocked is None:
        return Words(shown, words.title, words.caption, number)
    if words.retitled:
        return Words(shown, words.title, words.caption or words.blocked, number)
    why = CANNOT.format(why=isolated(words.blocked))
    return Words(shown, words.title, why, number, struck=True)


def dwell_of(timeline: Timeline, number: int) -> float:
    """Return how long the picture at rest with a number stays (seconds)."""
    words = words_of(timeline, number)
    read = f"{words.title} {words.text}" if words.number is None else words.text
    return max(DWELL, reading_time(read))
