"""A lesson's file to a typed lesson, or to all its problems at once."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.document import Document, read_bytes, read_document
from sidecar_viz.files.reading.problems import LessonError, Problem
from sidecar_viz.files.reading.references import reference_faults
from sidecar_viz.files.reading.typed_readers import Notes, shape_of


class LessonFile(Struct, frozen=True):
    """A lesson and the document that it was read from, for places."""

    lesson: Lesson
    document: Document


def load_lesson(path: Path) -> Lesson:
    """The lesson in the file at *path*; raises LessonError with every problem."""
    return open_lesson(path).lesson


def read_lesson(data: bytes, name: str) -> Lesson:
    """The lesson in *data*; *name* is the file's name in every place.

    A lesson that is returned can be folded: its form is right, its ids are there
    and each only once. Whether it makes sense is for `check_lesson` to say.
    Raises LessonError with every problem of form and reference.
    """
    return read_lesson_file(data, name).lesson


def open_lesson(path: Path) -> LessonFile:
    """As load_lesson, with the document."""
    return read_lesson_file(read_bytes(path), str(path))


def read_lesson_file(data: bytes, name: str) -> LessonFile:
    """As read_lesson, with the document."""
    document = read_document(data, name)
    notes = Notes(name)
    lesson: Lesson = shape_of(Lesson).read(document.root, notes)
    problems = [*document.problems, *notes.problems]
    problems += [
        Problem(document.place(fault.route), fault.code, fault.text)
        for fault in reference_faults(lesson)
    ]
    if problems:
        raise LessonError(problems)
    return LessonFile(lesson, document)
