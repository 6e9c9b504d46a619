"""Names pictures: of a step with what it shows in words, or of a whole run."""

from __future__ import annotations

from sidecar_viz.core.beside.told import told
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.markup import plain


def named_step(timeline: Timeline, step: int) -> tuple[str, str]:
    """Return title and description of a step, as they are in its course."""
    course = timeline.course
    words = told(course, step, lambda why: why)
    return plain(f"{course.lesson.title}: {words.title}"), plain(words.describe)


def named_run(timeline: Timeline) -> str:
    """Return the title of a lesson, with that of the what-if if it is one."""
    course = timeline.course
    title = course.lesson.title
    if course.what_if is not None:
        title = f"{title}: {course.what_if.title}"
    return plain(title)
