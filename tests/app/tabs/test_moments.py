"""The panels follow the moments of a move, and rest as the step says."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from sidecar_viz.app.flow.paint import NOW
from sidecar_viz.app.flow.panel import FlowPanel
from sidecar_viz.app.flow.view import TIME
from sidecar_viz.app.tabs.sample_panel import SamplePanel
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson
from tests.app.conftest import MakeWindow

TEXT = """
format: 2
id: made
title: Made
opens: sample
actors: [{id: a, name: A}]
samples: [{id: code, text: "one\\ntwo"}]
flow:
  nodes: [{id: n1, label: N}, {id: n2, label: N}]
  edges: [{from: n1, to: n2}]
steps:
  - id: pass
    title: Pass
    flow: [n1]
    focus: [a]
    lines: [{sample: code, first: 1, last: 1}]
    moments: [{moment: 2, flow: [n2], lines: [{sample: code, first: 2, last: 2}]}]
"""


def made() -> Lesson:
    """Read the lesson."""
    return read_lesson(TEXT.encode(), "made.yaml")


def now(panel: FlowPanel) -> list[bool]:
    """Which boxes are lit."""
    model = panel.view.model()
    return [model.index(row, 0).data(TIME) == NOW for row in range(model.rowCount())]


def test_the_flow_lights_the_boxes_of_a_moment(qtbot: QtBot) -> None:
    """And those of the last one as soon as the step is shown at rest."""
    panel = FlowPanel()
    qtbot.addWidget(panel)
    panel.show_course(course_of(made()))
    panel.show_step(1)
    rest = now(panel)
    panel.show_moment(1)

    assert (rest, now(panel)) == ([False, True], [True, False])


def test_flow_and_lines_follow_the_playhead(make_window: MakeWindow) -> None:
    """Held on the way in the first moment, then in the second, then let go."""
    window = make_window(made())
    work, player = window.views.work, window.player
    found = []
    for position in (0.2, 0.7, 0.3):
        player.scrub(position)
        panel = work.tabs.panel()
        assert isinstance(panel, SamplePanel)
        found.append((now(work.flow), [line for _, line in panel.lit]))
    player.jump(1)

    assert found == [
        ([True, False], [1]),
        ([False, True], [2]),
        ([True, False], [1]),
    ]
    assert now(work.flow) == [False, True]
