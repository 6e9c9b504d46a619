"""Reads a lesson's file into a typed lesson, or finds all its problems at once."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.bounds import bound_faults
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.document import Document, read_document
from sidecar_viz.files.reading.ledger_faults import ledger_faults
from sidecar_viz.files.reading.newer import newer_faults
from sidecar_viz.files.reading.order_faults import order_faults
from sidecar_viz.files.reading.problems import LessonError, Problem
from sidecar_viz.files.reading.references import reference_faults
from sidecar_viz.files.reading.scalar_readers import Notes
from sidecar_viz.files.reading.story_faults import story_faults
from sidecar_viz.files.reading.tree import Fields
from sidecar_viz.files.reading.typed_readers import shape_of
from sidecar_viz.files.reading.value_faults import value_faults
from sidecar_viz.files.reading.what_if_faults import what_if_faults


class LessonFile(Struct, frozen=True):
    """A lesson and the document that it was read from, which knows its places."""

    lesson: Lesson
    document: Document


def load_lesson(path: Path) -> Lesson:
    """Read the lesson in the file at *path*.

    Raises:
        LessonError: it is no lesson; with every problem.
    """
    return open_lesson(path).lesson


def read_lesson(data: bytes, name: str) -> Lesson:
    """Read the lesson in *data*; *name* is the file's name in all messages.

    The lesson can be folded: its form is right, and every id exists just once. Whether
    it makes sense is what `check_lesson` finds out.

    Raises:
        LessonError: with every problem of form and reference.
    """
    return read_lesson_file(data, name).lesson


def open_lesson(path: Path) -> LessonFile:
    """Read the lesson at *path* as `load_lesson` does, and keep its document."""
    return read_lesson_file(read_bytes(path), str(path))


def read_lesson_file(data: bytes, name: str) -> LessonFile:
    """Read *data* as `read_lesson` does, and keep its document."""
    document = read_document(data, name)
    if isinstance(document.root, Fields) and "simulate" in document.root.nodes:
        from sidecar_viz.pods.lesson.made import made_of_simulation  # noqa: PLC0415 - then only

        document = made_of_simulation(document)
    notes = Notes(name)
    lesson: Lesson = shape_of(Lesson).read(document.root, notes)
    problems = [*document.problems, *notes.problems]
    problems += [
        Problem(document.place(fault.route), fault.code, fault.text)
        for fault in (
            *reference_faults(lesson),
            *ledger_faults(lesson),
            *story_faults(lesson),
            *what_if_faults(lesson),
            *newer_faults(lesson),
            *value_faults(lesson),
            *order_faults(lesson),
            *bound_faults(lesson),
        )
    ]
    if problems:
        raise LessonError(problems)
    return LessonFile(lesson, document)
