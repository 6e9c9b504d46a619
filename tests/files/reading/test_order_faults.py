"""Rows have a first step and a last one, cases an earlier step that they begin from."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

TEXT = """
format: 2
id: made
title: Made
actors: [{id: a, name: A}]
steps:
  - {id: one, title: One, focus: [a]}
  - {id: two, title: Two, focus: [a]}
table:
  columns: [{id: step, label: Step}]
  rows: [{id: r, step: start, to: two, cells: [all]}]
"""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("step: two, to: one", "range: 'one' comes before 'two', where it begins"),
        ("kind: case, to: one", "missing: name in step where the row begins"),
        ("step: one, to: tow", "unknown-id: there is no step 'tow'; did you mean two?"),
    ],
)
def test_a_row_that_ends_before_it_begins_is_refused(written: str, said: str) -> None:
    """The place is that of its end."""
    assert read_lesson(TEXT.encode(), "made.yaml").table is not None

    with pytest.raises(LessonError) as refused:
        read_lesson(TEXT.replace("step: start, to: two", written).encode(), "made.yaml")

    (problem,) = refused.value.problems
    assert str(problem).startswith("made.yaml:11:")
    assert str(problem).endswith(said)


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("two", "range: 'two' does not come before this step"),
        ("three", "unknown-id: there is no step 'three'"),
    ],
)
def test_a_case_begins_from_an_earlier_step(origin: str, said: str) -> None:
    """Neither from itself nor from one to come."""
    text = TEXT.replace("title: Two,", f"title: Two, from: {origin},")
    good = TEXT.replace("title: Two,", "title: Two, from: one,")
    assert read_lesson(good.encode(), "made.yaml").steps[1].since == "one"

    with pytest.raises(LessonError) as refused:
        read_lesson(text.encode(), "made.yaml")

    (problem,) = refused.value.problems
    assert str(problem) == f"made.yaml:8:33: {said}"
