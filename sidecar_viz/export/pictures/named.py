"""Names a picture of a step: its title, and what it shows in words."""

from __future__ import annotations

from sidecar_viz.core.beside.told import told
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.markup import plain


def named_step(timeline: Timeline, step: int) -> tuple[str, str]:
    """Return title and description of a step, as they are in its course."""
    course = timeline.course
    words = told(course, step, lambda why: why)
    return plain(f"{course.lesson.title}: {words.title}"), plain(words.describe)
