"""All that is said about one step, with what a what-if changes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.words.announce import MOST_WORDS
from sidecar_viz.core.beside import dwelling
from sidecar_viz.core.beside.told import told
from sidecar_viz.core.markup import isolated, plain, shortened

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course
    from sidecar_viz.core.lesson import KeyMoment


class StepWords(Struct, frozen=True):
    """What is said about a step.

    *say* is what is told aloud. *blocked* is why the step cannot happen, or None;
    *instead* what a what-if has for it; *retitled* that its title is the what-if's.
    *story* says that these are the words of the opening or the ending, and *following*
    what the next lesson is called.
    """

    number: int
    title: str
    caption: str
    say: str
    describe: str
    in_reality: str
    blocked: str | None
    moments: tuple[KeyMoment, ...]
    notes: str = ""
    instead: str = ""
    retitled: bool = False
    story: bool = False
    following: str = ""


def step_words(course: Course, number: int) -> StepWords:
    """Return the words for step *number* (0 is the start) of this course."""
    words = told(course, number, cannot)
    return StepWords(
        number,
        words.title,
        words.caption,
        words.say,
        words.describe,
        words.in_reality,
        words.blocked,
        moments_of(course, number),
        words.notes,
        words.instead,
        words.retitled,
        story=words.story,
    )


def ending_words(course: Course, following: str = "") -> StepWords:
    """Return the words for the ending; *following* is the next lesson's title.

    Raises:
        LookupError: the lesson has no ending.
    """
    ending = course.lesson.ending
    if ending is None:
        raise LookupError("the lesson has no ending")
    say = ending.say or f"{ending.remember} {ending.note}".rstrip()
    return StepWords(
        course.end,
        ending.remember,
        ending.note,
        say,
        ending.describe or say,
        "",
        None,
        (),
        story=True,
        following=following,
    )


def told_next(words: StepWords) -> str:
    """Return which lesson comes next, or ""."""
    if not words.following:
        return ""
    said = QCoreApplication.translate("Caption", "Next lesson: {title}")
    return said.format(title=isolated(words.following))


def reading_time(words: StepWords) -> float:
    """Return how long the caption of a step is read (seconds), with a breath."""
    blocked = words.blocked is not None
    read = f"{words.blocked} {words.instead}" if blocked else words.caption
    return dwelling.reading_time(read)


def aloud(course: Course, number: int) -> str:
    """What is told of a step: short; at the start also how to go through the lesson."""
    said = plain(step_words(course, number).say)
    if number or not course.end:
        return said
    more = QCoreApplication.translate(
        "Caption", "Steps: {n}. The right arrow key shows the next."
    ).format(n=course.end)
    return f"{shortened(said, MOST_WORDS - len(more.split()))} {more}"


def cannot(why: str) -> str:
    """That a step cannot happen, and why."""
    said = QCoreApplication.translate("Caption", "Cannot happen: {why}")
    return said.format(why=isolated(why))


def turning(before: Course, now: Course) -> str:
    """What is said when a what-if of the same lesson is entered or left, or ""."""
    old = before.what_if.id if before.what_if else ""
    new = now.what_if.id if now.what_if else ""
    if before.lesson.id != now.lesson.id or old == new:
        return ""
    if now.what_if is None:
        return QCoreApplication.translate("Caption", "Back to the lesson.")
    title = plain(now.what_if.title)
    if title.endswith("?"):
        return isolated(title)  # it asks "What if…?" itself
    said = QCoreApplication.translate("Caption", "What if: {title}.")
    return said.format(title=isolated(title))


def after(head: str, text: str) -> str:
    """What is said first, then as much of *text* as still is short."""
    left = MOST_WORDS - len(head.split())
    if not head or left <= 0:
        return head or text
    return f"{head} {shortened(plain(text), left)}"


def moments_of(course: Course, number: int) -> tuple[KeyMoment, ...]:
    """Return the key moments that speak of this step."""
    step = course.outcomes[number].step
    if step is None:
        return ()
    return tuple(m for m in course.lesson.key_moments if step.id in m.refers.steps)


def moment_steps(course: Course) -> tuple[int, ...]:
    """Return the numbers of all steps that have a key moment."""
    return tuple(
        number for number in range(1, course.end + 1) if moments_of(course, number)
    )


def titles(course: Course) -> tuple[str, ...]:
    """Return what each step is called, from the start on."""
    return tuple(
        outcome.step.title if outcome.step else course.lesson.start.title
        for outcome in course.outcomes
    )
