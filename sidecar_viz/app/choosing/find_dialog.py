"""Find words anywhere in the lesson, and go where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.pick import PickDialog, PickWords
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.words.step_words import cannot
from sidecar_viz.core.beside.find import Passage, matching, passages, snippet
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Lesson

MOST_ROWS = 100


def find_dialog(
    course: Course,
    chosen: Callable[[Passage], object],
    look: Look,
    parent: QWidget | None = None,
) -> PickDialog[Passage]:
    """Make a dialog that lists the passages with the words that are typed."""
    every, words = passages(course, cannot), _places(course.lesson)

    def rows(typed: str) -> Iterator[tuple[str, Passage]]:
        for passage in matching(every, typed)[:MOST_ROWS]:
            where = _where(passage, words)
            yield f"{where}\n{snippet(passage.text, typed)}", passage

    said = PickWords(
        _tr("Find in the lesson"),
        _tr("Words of a caption, a table, the manifest …"),
        _tr("These words are nowhere in the lesson."),
    )
    return PickDialog(said, rows, chosen, look, parent)


def _places(lesson: Lesson) -> dict[str, str]:
    """Name the places of passages, as far as they have names."""
    return {
        "reality": _tr("In a real cluster"),
        "row": lesson.headings.table,
        "flow": lesson.headings.flow,
        "sample": lesson.headings.sample,
        "moment": lesson.headings.key_moments,
        "snapshot": lesson.headings.snapshot,
        "transcript": lesson.headings.transcript,
        "actor": _tr("On the stage"),
    }


def _where(passage: Passage, places: dict[str, str]) -> str:
    step = passage.step
    at = "" if step is None else _tr("Step {n}").format(n=step)
    return " · ".join(filter(None, (at, places.get(passage.where, ""))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("find", text)
