"""What is lost on a way that there is not, and ids in moments: said, not broken."""

from __future__ import annotations

import pytest

from sidecar_viz.core.course.course import course_of
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

LESSON = """
format: 2
id: lost
title: Lost
actors: [{ id: a, name: A }, { id: b, name: B }]
links: []
flow: { nodes: [{ id: box, label: Box }] }
samples: [{ id: code, text: x }]
steps:
  - id: one
    title: One
    focus: [a]
"""


def test_what_is_lost_without_a_link_does_not_travel() -> None:
    """Where there is no way at all, nothing can fall down beside it."""
    text = f"{LESSON}    sends: [{{ from: a, to: b, as: lose }}]\n"
    course = course_of(read_lesson(text.encode(), "lost.yaml"))

    assert course.outcomes[1].flights == ()
    assert [unmet.where for unmet in course.outcomes[1].unmet] == ["sends"]


@pytest.mark.parametrize(
    "part",
    ["flow: [nix]", "focus: [nix]", "lines: [{ sample: nix, first: 1, last: 1 }]"],
)
def test_an_unknown_id_in_a_moment_is_named(part: str) -> None:
    """As it is in the step itself."""
    text = f"{LESSON}    moments: [{{ moment: 2, {part} }}]\n"

    with pytest.raises(LessonError) as told:
        read_lesson(text.encode(), "moment.yaml")

    assert "nix" in str(told.value.problems[0])
