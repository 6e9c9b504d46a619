"""What only a newer format may say is named in a lesson of format 1."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

OLD = """
format: 1
id: made
title: Made
actors:
  - {id: a, name: A}
  - {id: b, name: B, parent: a}
steps:
  - {id: one, title: One, actors: [{id: a, state: Up}]}
"""


@pytest.mark.parametrize(
    ("was", "now", "place", "field"),
    [
        ("title: Made", "title: Made\nopens: flow", "5:8", "opens"),
        ("name: A", "name: A, counts: members", "6:30", "counts"),
        ("name: A", "name: A, values: {phase: x}", "6:30", "values"),
        ("state: Up", "count: +1", "9:51", "an amount such as +1"),
    ],
)
def test_a_new_field_is_named_with_its_place(
    was: str, now: str, place: str, field: str
) -> None:
    """And the way out: the number of the format."""
    with pytest.raises(LessonError) as refused:
        read_lesson(OLD.replace(was, now).encode(), "made.yaml")

    (problem,) = refused.value.problems
    assert str(problem) == f"made.yaml:{place}: format: {field} needs format: 2"


def test_in_format_2_nothing_is_said() -> None:
    """The same fields are read."""
    text = OLD.replace("format: 1", "format: 2\nopens: flow")

    assert read_lesson(text.encode(), "made.yaml").opens == "flow"
