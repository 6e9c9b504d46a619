"""The schema is current, and the sidecar lesson says what is true, to the letter."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import yaml

from sidecar_viz.commands.schema import lesson_schema
from sidecar_viz.core.beside.tables import table_rows
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson, Start, Step

ROOT = Path(__file__).parent.parent

TABLE = """
Step | Action | Container State | Shared Resource | Result
1 | Pod starts | No containers running | No shared resource active | Pod initializing
2 | Main container starts | Main container running | Shared volume mounted | Main app ready to serve
3 | Sidecar container starts | Main and sidecar running | Shared volume mounted | Sidecar ready to enhance main
4 | Sidecar reads logs | Both containers running | Shared volume used for logs | Logs collected by sidecar
5 | Sidecar sends logs externally | Both containers running | Network connection active | Logs forwarded
6 | Pod stops | Containers stopping | Shared volume unmounted | Pod shutdown complete
"""  # noqa: E501 - a table reads best as one

TRACKER = """
Variable | Start | After Step 2 | After Step 3 | After Step 4 | After Step 5 | Final
Main Container | Stopped | Running | Running | Running | Running | Stopped
Sidecar Container | Stopped | Stopped | Running | Running | Running | Stopped
Shared Volume | Not mounted | Mounted | Mounted | Mounted | Mounted | Unmounted
Network Connection | Inactive | Inactive | Inactive | Inactive | Active | Inactive
"""

FLOW = [
    "Pod start",
    "Main container starts",
    "Sidecar container starts",
    "Sidecar enhances main container",
    "Shared volume or network communication",
    "Pod runs both containers together",
    "Pod stops both containers",
]
LIT = [[], [1], [2], [3], [4, 5], [5, 6], [7]]

OPTIONS = [
    ["*Step 3", "Step 2", "Step 4", "Step 5"],
    ["After Step 4", "After Step 3", "*After Step 5", "After Step 2"],
    [
        "Pod would stop earlier at Step 3",
        "*Sidecar could not read logs at Step 4",
        "Main container would not start at Step 2",
        "Network connection would be inactive at Step 5",
    ],
]

# Which lines of the manifest are lit at each step, and how the first one reads.
LINES = [
    [],
    [(1, 5, "apiVersion: v1")],
    [(7, 11, "- name: main-app"), (18, 20, "volumes:")],
    [(12, 17, "- name: sidecar-logger")],
    [(14, 17, "volumeMounts:"), (18, 20, "volumes:")],
    [(12, 13, "- name: sidecar-logger")],
    [(6, 20, "containers:")],
]


def rows(text: str) -> list[list[str]]:
    """The rows of one of the tables above."""
    return [line.split(" | ") for line in text.strip().splitlines()]


def test_the_schema_is_current() -> None:
    """Renew it with: sidecar-viz schema > lessons/lesson.schema.json."""
    written = (ROOT / "lessons" / "lesson.schema.json").read_text(encoding="utf-8")

    assert json.loads(written) == json.loads(lesson_schema())
    assert written == lesson_schema()


def test_what_the_lesson_is(sidecar_lesson: Lesson) -> None:
    """Title, subject, category and length."""
    assert sidecar_lesson.title == "Sidecar container pattern in Kubernetes"
    assert (sidecar_lesson.subject, sidecar_lesson.category) == ("Kubernetes", "devops")
    assert sidecar_lesson.minutes == 10


def test_the_process_table(sidecar_lesson: Lesson) -> None:
    """Every head and every cell, to the letter."""
    assert sidecar_lesson.table is not None
    head, *body = rows(TABLE)

    assert [column.label for column in sidecar_lesson.table.columns] == head
    shown = table_rows(course_of(sidecar_lesson))
    assert [[cell.text for cell in row.cells] for row in shown] == body
    assert [row.step for row in shown] == [1, 2, 3, 4, 5, 6]
    assert [step.title for step in sidecar_lesson.steps] == [cells[1] for cells in body]


def test_the_status_tracker(sidecar_lesson: Lesson) -> None:
    """Every head and every written cell, to the letter; no column for step 1."""
    tracker = sidecar_lesson.tracker
    assert tracker is not None
    head, *body = rows(TRACKER)
    course = course_of(sidecar_lesson)

    assert [tracker.heading, *(column.label for column in tracker.columns)] == head
    assert [[row.label, *row.cells] for row in tracker.rows] == body
    after = [course.index_of(column.after) for column in tracker.columns]
    assert after == [0, 2, 3, 4, 5, 6]


def test_the_process_flow(sidecar_lesson: Lesson) -> None:
    """Seven boxes in a line, and those that are lit at each step."""
    flow = sidecar_lesson.flow
    ids = [node.id for node in flow.nodes]

    assert [node.label for node in flow.nodes] == FLOW
    pairs = list(itertools.pairwise(ids))
    assert [(edge.source, edge.target) for edge in flow.edges] == pairs
    parts: list[Start | Step] = [sidecar_lesson.start, *sidecar_lesson.steps]
    assert [[ids.index(node) + 1 for node in part.flow] for part in parts] == LIT


def test_the_quiz(sidecar_lesson: Lesson) -> None:
    """Three questions with four options in their order, and the right one."""
    shown = [
        [f"{'*' * option.right}{option.text}" for option in question.options]
        for question in sidecar_lesson.quiz
    ]

    assert shown == OPTIONS
    assert all(question.hint and question.asks for question in sidecar_lesson.quiz)
    assert all(option.why for q in sidecar_lesson.quiz for option in q.options)


def test_show_me_leads_to_the_proof(sidecar_lesson: Lesson) -> None:
    """Steps 3 and 5; for the third question step 4 of the what-if."""
    course = course_of(sidecar_lesson)
    proofs = [question.shows for question in sidecar_lesson.quiz]

    assert [(course.index_of(p.step), p.what_if) for p in proofs if p] == [
        (3, None),
        (5, None),
        (4, "volume-not-mounted"),
    ]


def test_the_key_moments(sidecar_lesson: Lesson) -> None:
    """Three, with the steps and the column that they refer to."""
    course = course_of(sidecar_lesson)
    refers = [moment.refers for moment in sidecar_lesson.key_moments]

    assert [[course.index_of(step) for step in r.steps] for r in refers] == [
        [1, 2, 3, 6],
        [3, 4],
        [],
    ]
    assert refers[1].columns == ("shared-resource",)


def test_the_manifest_is_a_pod_as_kubernetes_wants_it(sidecar_lesson: Lesson) -> None:
    """Two containers in order, one volume that both mount, the sidecar read-only."""
    (sample,) = sidecar_lesson.samples

    assert yaml.safe_load(sample.text) == {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "example-pod"},
        "spec": {
            "containers": [
                {
                    "name": "main-app",
                    "image": "myapp:latest",
                    "volumeMounts": [{"name": "logs", "mountPath": "/var/log/app"}],
                },
                {
                    "name": "sidecar-logger",
                    "image": "logger:latest",
                    "volumeMounts": [
                        {"name": "logs", "mountPath": "/var/log/app", "readOnly": True}
                    ],
                },
            ],
            "volumes": [{"name": "logs", "emptyDir": {}}],
        },
    }


def test_the_lines_that_a_step_lights(sidecar_lesson: Lesson) -> None:
    """Each range begins with the block that the step is about."""
    text = sidecar_lesson.samples[0].text.splitlines()
    parts: list[Start | Step] = [sidecar_lesson.start, *sidecar_lesson.steps]

    assert [
        [(lit.first, lit.last, text[lit.first - 1].strip()) for lit in part.lines]
        for part in parts
    ] == LINES
    assert len(text) == 20


def test_every_step_is_told_in_full(sidecar_lesson: Lesson) -> None:
    """Caption, announcement, description, notes, and what a real cluster does."""
    for step in sidecar_lesson.steps:
        assert all((step.caption, step.say, step.describe, step.notes, step.in_reality))
        assert 1.6 <= step.seconds <= 3.5


def test_the_transcript_and_the_snapshot(sidecar_lesson: Lesson) -> None:
    """The transcript has 90 to 140 words, the snapshot six lines."""
    words = sum(len(part.split()) for part in sidecar_lesson.transcript)

    assert 90 <= words <= 140
    assert len(sidecar_lesson.snapshot) == 6
