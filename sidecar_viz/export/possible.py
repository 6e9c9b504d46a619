"""Which sheets of paper a lesson has something for; needs no Qt."""

from __future__ import annotations

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.sheets import Sheet


def lacking(sheet: Sheet, lesson: Lesson) -> str:
    """Return what a lesson lacks for a sheet, in a sentence; "" for nothing."""
    if sheet == "manifest" and not lesson.samples:
        return "this lesson has no manifest, nor any other listing"
    asked = (*lesson.key_moments, *lesson.quiz, *lesson.what_ifs)
    if sheet == "review" and not asked:
        return "this lesson has no questions to make cards of"
    return ""
