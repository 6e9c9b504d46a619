"""Who is of no use: nobody who is counted or mentioned anywhere."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import check_lesson

LESSON = """
format: 2
id: web
title: Web
actors:
  - { id: web, name: web, kind: replicas, COUNTS unit: pods }
  - { id: one, name: web-1, kind: pod, parent: web, state: Running }
  - { id: two, name: web-2, kind: pod, parent: web, state: Running, present: false }
  - { id: user, name: User }
links: [{ id: asks, from: two, to: web }]
steps:
  - { id: more, title: More come, actors: [{ id: two, present: true }]STEP }
what-ifs: [{ id: none, title: None comes, holds: [{ actor: two, state: Broken }]AT }]
"""
COUNTS, TURNED = "counts: members,", ", links: [{ id: asks, to: one }]"
AT = ", at: user"


@pytest.mark.parametrize(
    ("counts", "step", "at", "unused"),
    [
        ("", "", "", ["one", "user"]),
        (COUNTS, "", "", ["user"]),
        ("", TURNED, "", ["user"]),
        (COUNTS, "", AT, []),
    ],
)
def test_whoever_counts_is_of_use(
    counts: str, step: str, at: str, unused: list[str]
) -> None:
    """A member that never changes is counted all the same; a link may turn to it."""
    text = LESSON.replace("COUNTS", counts).replace("STEP", step).replace("AT", at)
    file = read_lesson_file(text.encode(), "web.yaml")

    problems = check_lesson(file.lesson, file.document.place)

    found = [p.text.split()[3] for p in problems if p.code == "unused-actor"]
    assert [name.rstrip(",") for name in found] == unused
