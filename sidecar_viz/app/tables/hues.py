"""In which colour a row of the tracker speaks."""

from __future__ import annotations

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Hue
from sidecar_viz.paint.kinds.kinds import hue_of


def row_hues(course: Course) -> dict[str, Hue]:
    """Return the hue of each row: its actor's, or that of who carries its link."""
    lesson = course.lesson
    actors = {actor.id: actor for actor in lesson.actors}
    carriers = {link.id: link.through or link.target for link in lesson.links}
    found: dict[str, Hue] = {}
    for row in lesson.tracker.rows if lesson.tracker else ():
        owner = carriers.get(row.link or "") or next(iter(row.subjects), None)
        if owner in actors:
            found[row.id] = hue_of(actors[owner])
    return found
