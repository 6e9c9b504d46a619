"""What check says of orders and of several right options."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import check_lesson

LESSON = """
format: 1
id: asks
title: Asks
actors: [{ id: a, name: A }]
steps: [{ id: one, title: One, focus: [a] }]
quiz:
  - id: q
    question: Which?
"""


RIGHT_TOO = """
    options:
      - { text: A, order: 1, right: true }
      - { text: B, order: 2 }
"""
ALONE = """
    every: true
    options:
      - { text: A, right: true, why: "Yes." }
      - { text: B, why: "No." }
"""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("    options: [{ text: A, order: 1 }, { text: B, order: 2 }]", ""),
        (
            "    options: [{ text: A, order: 1 }, { text: B, order: 3 }]",
            "the order is 1, 3; number the options from 1, each only once",
        ),
        (
            "    options: [{ text: A, order: 1 }, { text: B, why: No. }]",
            "an order of one option is none: number two, at least",
        ),
        (
            RIGHT_TOO,
            "in an order no option is marked as right: its number says it",
        ),
        (ALONE, "one option is right: leave every out, or mark the others, too"),
    ],
)
def test_orders_and_several_right_options_are_checked(options: str, said: str) -> None:
    """An author is told what is wrong with which."""
    file = read_lesson_file((LESSON + options).encode(), "asks.yaml")
    problems = check_lesson(file.lesson, file.document.place)
    every = [problem.text for problem in problems]
    found = [text for text in every if "order" in text or "every" in text]

    assert found == ([said] if said else [])
