"""Opens a lesson by its name; where that is not possible, UsageError says why."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.commands.failure import UsageError
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.files.library.places import LibraryError, data_folder, find_lesson
from sidecar_viz.files.reading.problems import LessonError, meant

FIRST_LESSON = "sidecar"


def data_of_the_program() -> Path:
    """Return the folder with the program's own lessons and fonts."""
    try:
        return data_folder()
    except LibraryError as error:
        raise UsageError(str(error)) from error


def found_lesson(name: str | None) -> Path:
    """Return the path of the lesson with this name; without a name, the first one's."""
    try:
        return find_lesson(FIRST_LESSON if name is None else name)
    except LibraryError as error:
        raise UsageError(str(error)) from error


def opened_lesson(name: str | None) -> Lesson:
    """Read the lesson with this name, ready to be played."""
    from sidecar_viz.files.reading.lesson_file import load_lesson

    path = found_lesson(name)
    try:
        return load_lesson(path)
    except LessonError as error:
        lines = [str(problem) for problem in error.problems]
        raise UsageError(f"{path} is no lesson that can be shown", *lines) from error


def what_if_of(lesson: Lesson, what_if: str | None) -> WhatIf | None:
    """Return the what-if with this id; None if none was asked for."""
    if what_if is None:
        return None
    known = {each.id: each for each in lesson.what_ifs}
    if what_if not in known:
        names = ", ".join(known) or "none"
        hint = meant(what_if, list(known))
        raise UsageError(
            f"there is no what-if {what_if!r}{hint} (the lesson has: {names})"
        )
    return known[what_if]


def step_in(lesson: Lesson, step: float | None) -> float | None:
    """Return the step, if the lesson has so many."""
    end = len(lesson.steps)
    if step is not None and step > end:
        raise UsageError(f"there is no step {step:g}; the lesson has steps 0 to {end}")
    return step
