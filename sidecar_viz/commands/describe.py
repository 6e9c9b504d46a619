"""`sidecar-viz describe`: prints the computed lesson, for those who cannot see it."""

from __future__ import annotations

import json
from typing import Any

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.course_text import course_text
from sidecar_viz.commands.described import described
from sidecar_viz.commands.opening import opened_lesson, what_if_of
from sidecar_viz.core.course.course import course_of


def run_describe(arguments: Arguments) -> int:
    """Print the lesson, or one of its what-ifs, as text or as one JSON object."""
    lesson = opened_lesson(arguments.lesson)
    course = course_of(lesson, what_if_of(lesson, arguments.what_if))
    found: dict[str, Any] = described(course)
    if arguments.format == "json":
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        print(course_text(course, found))
    return 0
