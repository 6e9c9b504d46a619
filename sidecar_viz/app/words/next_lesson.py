"""Finds the lesson that an ending leads to."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.library.places import LibraryError, find_lesson
from sidecar_viz.files.reading.problems import LessonError


def next_lesson(lesson: Lesson) -> tuple[Path, str] | None:
    """Return the next lesson's file and title; None where there is none to open."""
    if lesson.ending is None or lesson.ending.next_lesson is None:
        return None
    try:
        path = find_lesson(lesson.ending.next_lesson)
        return path, load_cached(path).title
    except (LibraryError, LessonError):
        return None


def next_title(lesson: Lesson) -> str:
    """Return the title of the next lesson, or ""."""
    found = next_lesson(lesson)
    return found[1] if found else ""
