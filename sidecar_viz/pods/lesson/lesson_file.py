"""Writes the file of a simulation's lesson."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.files.making.lesson_text import lesson_text
from sidecar_viz.files.making.pod_words import free_id
from sidecar_viz.pods.given.leaving_out import ALWAYS, in_lines
from sidecar_viz.pods.lesson.telling import lesson_of
from sidecar_viz.pods.lesson.told import Told


def text_of_lesson(told: Told) -> str:
    """Return the text of a lesson's file, with what is not played at its head."""
    return lesson_text(
        lesson_of(told, free_id(told.pod.name, set())), list(_head(told))
    )


def _head(told: Told) -> Iterator[str]:
    yield "Made of a simulation. Go on from here: words of your own, a quiz, what-ifs."
    yield "Not played:"
    yield from (f"- {one}" for one in (*in_lines(told.pod.left_out), *ALWAYS))
