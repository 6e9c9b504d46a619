"""What is said where a lesson begins: by its opening, or by its start."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.lesson import Lesson, Start


def told_start(lesson: Lesson) -> Start:
    """Return the start, with the opening's words where there is an opening."""
    opening = lesson.opening
    if opening is None:
        return lesson.start
    return replace(
        lesson.start,
        title=opening.title,
        caption=opening.caption,
        say=opening.say,
        describe=opening.describe,
        notes=opening.notes or lesson.start.notes,
        in_reality=opening.in_reality,
    )
